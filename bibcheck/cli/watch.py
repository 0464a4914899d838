"""`bibcheck check --watch`: checks again when a file changes, and says which findings came and went."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bibcheck.reports.visible import visible
from bibcheck.rule import Finding
from bibcheck.settings.errors import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.engine.report import Report

    Said = tuple[str, str, str, str, str]

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_MOST_SHOWN = 20  # findings that came, and that went


def watch(paths: Sequence[str], check: Callable[[Callable[[Report], None]], int]) -> int:
    """Call `check` again and again, which hands over its report. Returns its last status when the user has had enough.

    Raises SettingsError where watchfiles is not installed.
    """
    changes = _changes(paths)
    before: Counter[Said] | None = None
    while True:
        reports: list[Report] = []
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        try:
            status = check(reports.append)
        except SettingsError as error:  # in a file that is being edited
            sys.stderr.write(f"bibcheck: {visible(str(error))}\n")
            status = 2
        if reports:
            after = Counter(map(_said, reports[0].findings))
            if before is not None:
                _write_difference(before, after)
            before = after
        sys.stdout.flush()
        try:
            if next(changes, None) is None:
                return status
        except KeyboardInterrupt:
            return status


def _changes(paths: Sequence[str]) -> Iterator[object]:
    """Something each time that a bibliography or settings have changed."""
    try:
        import watchfiles
    except ImportError:
        raise SettingsError("--watch needs a package more: pip install watchfiles") from None
    folders = [path for path in paths or [os.curdir] if os.path.isdir(path)]
    beside = {os.path.dirname(os.path.abspath(path)) for path in paths if path not in folders}
    changes: Iterator[object] = watchfiles.watch(
        *map(os.path.abspath, folders),
        *(folder for folder in beside if os.path.isdir(folder)),
        watch_filter=lambda _, path: path.lower().endswith((".bib", ".toml")),
        recursive=bool(folders),
    )
    return changes


def _said(finding: Finding) -> Said:
    """What a finding says, less its place: that moves when text is written above it."""
    return finding.path, finding.key, finding.field, finding.rule, finding.message


def _write_difference(before: Counter[Said], after: Counter[Said]) -> None:
    for sign, found in (("-", before - after), ("+", after - before)):
        lines = [_line(said) for said in sorted(found.elements())]
        for line in lines[:_MOST_SHOWN]:
            sys.stdout.write(f"{sign} {line}\n")
        if len(lines) > _MOST_SHOWN:
            sys.stdout.write(f"{sign} and {len(lines) - _MOST_SHOWN} more\n")
    if before == after:
        sys.stdout.write("no finding came or went\n")


def _line(said: Said) -> str:
    path, key, _, rule, message = said
    return f"{visible(path)}: {f'{visible(key)}: ' if key else ''}{rule} {visible(message)}"
