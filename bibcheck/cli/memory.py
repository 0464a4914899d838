"""What `bibcheck check` keeps of a run for the next one."""

from __future__ import annotations

import os
import sys
from io import TextIOBase

from bibcheck.engine.store import Store, is_wanted, store_folder
from bibcheck.reports.visible import visible
from bibcheck.settings.files import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

    from bibcheck.engine.report import Report
    from bibcheck.settings.files import FileFinder

_MOST_TEXT = 20_000_000  # characters of a report that are kept


class Memory:
    """The store of a run, and its standard output, which is written down where the run may be kept as a whole."""

    def __init__(self, arguments: Namespace) -> None:
        folder = None if arguments.no_cache or not is_wanted() else store_folder()
        self.store = Store(folder) if folder else None
        self.out: Any = sys.stdout
        self._answer = None
        self._named: list[str] = arguments.paths
        reads_or_writes_elsewhere = (
            *(arguments.output_file, arguments.stdin_filename, STDIN in arguments.paths, arguments.document),
            *(arguments.since, arguments.baseline, arguments.update_baseline, arguments.add_ignores),
        )
        if (
            self.store
            and not any(reads_or_writes_elsewhere)
            and not (arguments.fix or arguments.diff or arguments.watch)
        ):
            from bibcheck.engine.answers import Answer

            self._answer = Answer(arguments.command_line, self.store, sys.stdout)
            self.out = _Copied()

    def keep(self, result: Report, finder: FileFinder, status: int) -> None:
        """Keep what was written, if it is the whole run and depends on nothing but what we know of."""
        text = self.out.text() if isinstance(self.out, _Copied) else None
        settings = finder.settings.all_settings()
        is_plain = not any(one.table.plugins or one.documents or one.baseline for one in settings)
        if self._answer and text is not None and is_plain and finder.is_repeatable and not result.crashed:
            # A file that is named and excluded depends on the settings too.
            named = [path for path in self._named if not os.path.isdir(path)]
            looked_at = finder.git.looked_at if finder.git else set()
            paths = {*result.sources, *finder.looked_through, *named, *looked_at}
            self._answer.keep(status, text, paths, finder.walked)

    def close(self) -> None:
        """Keep the store in bounds, and say why nothing could be kept."""
        if self.store:
            self.store.tidy()
            if self.store.problem:
                why = visible(self.store.problem)
                sys.stderr.write(f"bibcheck: warning: nothing is kept for the next run: {why} (see --no-cache)\n")


class _Copied(TextIOBase):
    """Standard output, and a copy of what is written to it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def write(self, text: str) -> int:
        self._length += len(text)
        if self._length <= _MOST_TEXT:
            self._parts.append(text)
        else:
            self._parts.clear()
        return sys.stdout.write(text)

    def isatty(self) -> bool:
        return sys.stdout.isatty()

    def fileno(self) -> int:
        return sys.stdout.fileno()

    def text(self) -> str | None:
        """All that was written; None where that is too much to keep."""
        return "".join(self._parts) if self._length <= _MOST_TEXT else None
