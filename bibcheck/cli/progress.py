"""How far a long run is, on a terminal: files, entries, the time that is left."""

from __future__ import annotations

import time
from _thread import allocate_lock  # threading is not loaded where nothing is shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Timer
    from typing import Any, TextIO

    from bibcheck.bibliography import Bibliography
    from bibcheck.engine.file_report import FileReport
    from bibcheck.source import Source

_DELAY = 1.0  # seconds that a run takes before anything is shown
_PAUSE = 0.2  # seconds between two lines, where there is no bar
_SHORT = 100_000  # characters that no run takes a second for


class Progress:
    """Shows a bar with rich where that is installed, else a line of text. `stop` takes it away."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.files = self.entries = self.characters = 0
        self.all_files = self.all_characters = 0
        self._lengths: dict[str, int] = {}
        self._counted: dict[str, tuple[int, int]] = {}  # entries and characters of files of which parts are done
        self._began = time.monotonic()
        self._shown = 0.0
        self._timer: Timer | None = None
        self._bar: Any = None
        self._is_text = False
        self._has_ended = False
        self._lock = allocate_lock()

    def start(self, sources: Sequence[Source]) -> None:
        """Begin to count, for files that are about to be checked; more may follow."""
        self.all_files += len(sources)
        self._lengths.update((source.path, len(source.text)) for source in sources)
        self.all_characters = sum(self._lengths.values())
        if self._timer is None and self.all_characters > _SHORT and self.out.isatty():
            from threading import Timer

            self._timer = Timer(_DELAY, self._show)
            self._timer.daemon = True
            self._timer.start()

    def looked(self, part: Bibliography) -> None:
        """Count a part of a file that has been checked."""
        characters = part.span.end - part.span.start
        entries, others = self._counted.get(part.path, (0, 0))
        self._counted[part.path] = entries + len(part.entries), others + characters
        self._count(len(part.entries), characters)

    def done(self, report: FileReport) -> None:
        """Count a file that has been checked, less what has been counted of it."""
        entries, characters = self._counted.get(report.path, (0, 0))
        self.files += 1
        self._count(len(report.entries) - entries, self._lengths.get(report.path, 0) - characters)

    def _count(self, entries: int, characters: int) -> None:
        self.entries += entries
        self.characters += characters
        if self._bar:
            self._bar.update(0, completed=self.characters, total=self.all_characters, description=self._text())
        elif self._is_text and time.monotonic() - self._shown > _PAUSE:
            self._write_line()

    def stop(self) -> None:
        """Take away what is shown."""
        if self._timer:
            self._timer.cancel()
        with self._lock:
            self._has_ended = True
            if self._bar:
                self._bar.stop()
            elif self._is_text:
                self.out.write("\r\x1b[K")
                self.out.flush()
            self._bar, self._is_text = None, False

    def _show(self) -> None:
        with self._lock:
            if not self._has_ended:
                self._start_showing()

    def _start_showing(self) -> None:
        try:
            from rich.console import Console
            from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar
        except ImportError:
            self._is_text = True
            self._write_line()
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        console = Console(file=self.out)
        bar = Bar(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
        bar.add_task(self._text(), total=self.all_characters, completed=self.characters)
        self._bar = bar
        bar.start()

    def _text(self) -> str:
        files = "1 file" if self.all_files == 1 else f"{self.files} of {self.all_files} files"
        return f"{files}, {self.entries:,} entries" if self.entries else files

    def _write_line(self) -> None:
        self._shown = time.monotonic()
        passed = self._shown - self._began
        left = ""
        if self.characters:
            seconds = passed * (self.all_characters - self.characters) / self.characters
            left = f", {seconds:.0f} s left"
        self.out.write(f"\r{self._text()}{left}\x1b[K")
        self.out.flush()
