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
    watched = _Watched(paths)
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
            watched.see(reports[0])
            after = Counter(map(_said, reports[0].findings))
            if before is not None:
                _write_difference(before, after)
            before = after
        sys.stdout.flush()
        try:
            if not watched.wait():
                return status
        except KeyboardInterrupt:
            return status


class _Watched:
    """The files that are watched: bibliographies and settings, and what the last check has read, documents among it."""

    def __init__(self, paths: Sequence[str]) -> None:
        try:
            import watchfiles
        except ImportError:
            raise SettingsError("--watch needs a package more: pip install 'latex-bibcheck[watch]'") from None
        self._watch = watchfiles.watch
        folders = [path for path in paths or [os.curdir] if os.path.isdir(path)]
        beside = {os.path.dirname(os.path.abspath(path)) for path in paths if path not in folders}
        self._below = [os.path.abspath(folder) for folder in folders]
        self._beside = {folder for folder in beside if os.path.isdir(folder)}
        self._files: set[str] = set()
        self._endings: tuple[str, ...] = (".bib", ".toml")
        self._changes: Iterator[object] | None = None

    def see(self, report: Report) -> None:
        """Watch what a check has read as well, and where there are documents, their parts that are still to be written."""
        self._files = {os.path.abspath(path) for path in report.sources}
        endings = {os.path.splitext(path)[1].lower() for path in self._files} - {"", ".aux", ".bcf"}
        self._endings = (".bib", ".toml", *sorted(endings))
        further = {os.path.dirname(path) for path in self._files if not self._is_below(path)}
        further = {folder for folder in further if os.path.isdir(folder)}
        if not further <= self._beside:
            self._beside |= further
            self._changes = None

    def wait(self) -> bool:
        """Wait for a change. Returns False where there will be none any more."""
        if self._changes is None:
            self._changes = self._watch(
                *self._below,
                *sorted(self._beside),
                watch_filter=lambda _, path: path in self._files or path.lower().endswith(self._endings),
                recursive=bool(self._below),
            )
        return next(self._changes, None) is not None

    def _is_below(self, path: str) -> bool:
        return any(path.startswith(os.path.join(folder, "")) for folder in self._below)


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
