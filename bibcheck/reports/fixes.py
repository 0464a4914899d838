"""What --fix did: for each file and rule the first lines that it changed, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.reports.changes import Change, changed_lines, changes
from bibcheck.reports.terminal.width import columns_of, cut
from bibcheck.reports.visible import visible, visible_start
from bibcheck.rule import Finding
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_FIRST = 3
_MOST_COLUMNS = 110


def write_fixes(passes: Sequence[tuple[Source, list[Finding]]], out: TextIO) -> None:
    """Write what the passes over the files fixed, each in the file as it was before, under each file rule by rule."""
    columns = min(columns_of(out) - 6, _MOST_COLUMNS)
    done: dict[str, dict[str, list[tuple[Source, Finding]]]] = {}
    for source, findings in passes:
        for finding in findings:
            done.setdefault(source.path, {}).setdefault(finding.rule, []).append((source, finding))
    for path, rules in sorted(done.items()):
        out.write(f"fixed in {visible_start(path)}:\n")
        for rule, fixes in sorted(rules.items()):
            out.write(f"  {visible(rule)}, {len(fixes):,} time{'s' * (len(fixes) != 1)}\n")
            out.writelines(f"    {line}\n" for line in _lines(fixes, columns))


def _lines(fixes: Sequence[tuple[Source, Finding]], columns: int) -> Iterator[str]:
    for source, finding in fixes[:_FIRST]:
        for change in changes(source, finding.edits):
            yield from _sides(change, columns)
    if len(fixes) > _FIRST:
        yield f"… and {len(fixes) - _FIRST:,} more"


def _sides(change: Change, columns: int) -> Iterator[str]:
    for mark, lines in zip("-+", changed_lines(change), strict=True):
        for line in lines[:_FIRST]:
            yield f"{mark} {cut(visible(' '.join(line.split())), columns)}"
        if len(lines) > _FIRST:
            yield f"{mark} …"
