"""File reports, kept: a file that is as it was, under settings that are as they were, is not checked again."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from bibcheck.engine.check_file import LARGE
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.store import Store, digest, package_fingerprint
from bibcheck.settings.find import Settings
from bibcheck.settings.selection import CommandLine
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.engine.kept_parts import KeptParts

LEAST = 300_000  # characters: smaller files are checked whole, which is quick enough


class Cache:
    """The file reports of one settings file and one choice of rules.

    They depend on the day, for rules know which years are in the future.
    """

    def __init__(self, store: Store, settings: Settings, command: CommandLine) -> None:
        from time import localtime

        self.store = store
        layers = [(layer.raw, layer.label, layer.folder) for layer in settings.layers]
        choices = (package_fingerprint(), sys.version, localtime()[:3], settings.folder, layers, tuple(command))
        self._choices = digest(repr(choices).encode("utf-8", "surrogateescape"))
        self._shown: Mapping[str, tuple[str, str]] | None = None

    def beside(self, shown: Mapping[str, tuple[str, str]]) -> Cache:
        """The cache for a run with documents, which show these dialects and styles."""
        cache = Cache.__new__(Cache)
        cache.__dict__.update(self.__dict__, _shown=shown)
        return cache

    def find(self, sources: Sequence[Source]) -> dict[str, FileReport]:
        """The reports of those files that have one, by path."""
        found = {}
        for source in sources:
            data = None if _is_in_parts(source) else self.store.read(self._name(source))
            if data is not None:
                import pickle

                # The store has the signature of this user on it, and this very code has written it.
                report: FileReport = pickle.loads(data)
                found[source.path] = report
        return found

    def keep(self, source: Source, report: FileReport) -> None:
        """Keep the report of a file, unless a rule raised or what was said of its parts is kept."""
        if not report.crashed and not _is_in_parts(source):
            import pickle

            self.store.write(self._name(source), pickle.dumps(report, pickle.HIGHEST_PROTOCOL))

    def parts(self, source: Source) -> KeptParts | None:
        """What is kept of the parts of a file; None where it is checked whole, or so large that memory is saved."""
        if not _is_in_parts(source):
            return None
        from bibcheck.engine.kept_parts import KeptParts

        return KeptParts(self.store, self._about(source))

    def _about(self, source: Source) -> bytes:
        """What a report depends on beside the text."""
        shown = None if self._shown is None else self._shown.get(source.path, ())
        place = f"{source.path}\n{os.path.abspath(source.path)}\n{shown}\n".encode("utf-8", "surrogateescape")
        return self._choices + digest(place)

    def _name(self, source: Source) -> str:
        return digest(self._about(source) + source.encode(source.text)).hex() + ".file"


def _is_in_parts(source: Source) -> bool:
    return LEAST <= len(source.text) < LARGE
