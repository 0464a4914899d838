"""For people: the findings of each file under its path, a line each, and a count at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from bibcheck.engine.report import Report
from bibcheck.reports.concise import BOLD, paint, safe_mark, style_of
from bibcheck.reports.shown import first_findings, left_out
from bibcheck.reports.summary import SHOW_ALL, summary
from bibcheck.reports.terminal.width import folded, terminal_columns
from bibcheck.reports.visible import visible, visible_start
from bibcheck.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_LEAST_MESSAGE = 30  # columns in which a message may stand beside its rule


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the first findings of each rule in each file, or all; and, unless `quiet`, how many there are."""
    columns = terminal_columns(out)
    hidden = False
    for path, findings in groupby(result.findings, key=attrgetter("path")):
        out.write(paint(visible_start(path), BOLD, color) + "\n")
        shown = list(first_findings(list(findings), show_all=show_all))
        hidden |= any(more for _, more in shown)
        out.write(_table(result, shown, columns, color) + "\n")
    if not quiet:
        text = summary(result) + SHOW_ALL * hidden
        out.write(folded(text, columns, indent=2) + "\n")


def _table(result: Report, shown: Sequence[tuple[Finding, int]], columns: int | None, color: bool) -> str:
    """A row for each finding. Long messages go on below where they begin, or where there is no room, below the level."""
    places = [":".join(map(str, result.sources[finding.path].place(finding.span.start))) for finding, _ in shown]
    place_width = max(map(len, places))
    level_width = max(len(finding.level.value) for finding, _ in shown)
    rule_width = max(len(visible(finding.rule)) for finding, _ in shown)
    indent = place_width + level_width + rule_width + 8
    if columns is not None and columns - indent < _LEAST_MESSAGE:
        rule_width, indent = 0, place_width + 4
    lines = []
    for place, (finding, more) in zip(places, shown, strict=True):
        level = paint(f"{finding.level.value:{level_width}}", style_of(finding), color)
        head = f"  {place:>{place_width}}  {level}  {visible(finding.rule):{rule_width}} "
        said = f"{visible(finding.message)}{safe_mark(finding, color)}"
        lines.append(folded(said, columns, indent, head) + "\n")
        if more:
            lines.append(f"{folded(left_out(finding, more), columns, indent=4, head=' ')}\n")
    return "".join(lines)
