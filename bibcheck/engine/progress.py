"""Who is told how far a run is."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from bibcheck.bibliography import Bibliography
    from bibcheck.engine.file_report import FileReport
    from bibcheck.source import Source

    class Progress(Protocol):
        """Is told which files are about to be checked, and of each part and each file that has been."""

        def start(self, sources: Sequence[Source]) -> None: ...

        def looked(self, part: Bibliography) -> None: ...

        def done(self, report: FileReport) -> None: ...
