"""A run in one process: sources in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.engine.check_file import check_bibliography, note_file
from bibcheck.engine.combine import combine
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.plan import Plan
from bibcheck.engine.report import Report
from bibcheck.rule import Rule
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bibcheck.bibliography.keys import EntryKey
    from bibcheck.documents.citing import Citing
    from bibcheck.engine.documents import Documents


class Linter:
    """Runs rules over files. Give it files one by one or all at once; `finish` compares them and gives the report.

    `options` are those of Plan. `context` gives, when asked, files of the project in which may stand what stands in none of
    the files that were given.
    """

    def __init__(
        self, rules: Iterable[Rule], *, context: Callable[[], Iterable[Source]] = tuple, **options: Any
    ) -> None:
        self.plan = Plan(rules, **options)
        self.context = context
        self.sources: dict[str, Source] = {}
        self.bibliographies: dict[str, Bibliography] = {}
        self.reports: list[FileReport] = []
        self.others: list[FileReport] = []
        self.documents: Documents | None = None
        self.keys: dict[str, Sequence[EntryKey]] = {}  # of bibliographies that are read for documents alone
        self.problems: list[str] = []  # files that could not be checked, in whole lines

    def add_all(self, sources: Sequence[Source], jobs: int | None = None) -> None:
        """Check files, in so many processes; left out, in as many as pay."""
        from bibcheck.engine.workers import check_in_workers, worker_count

        count = worker_count(jobs, sources)
        if count < 2:
            for source in sources:
                self.add(source)
            return
        for source, report in zip(sources, check_in_workers(sources, self.plan, count), strict=True):
            if isinstance(report, Exception):
                self.problems.append(str(report))
            else:
                self.sources[source.path] = source
                self.reports.append(report)

    def add(self, source: Source) -> None:
        """Check one file."""
        bib = self.plan.read(source)
        self.sources[source.path] = source
        self.bibliographies[source.path] = bib
        self.reports.append(check_bibliography(bib, self.plan))

    def add_context(self, source: Source) -> None:
        """Compare the others with a file of the project whose own findings are not wanted."""
        self.sources[source.path] = source
        self.others.append(note_file(source, self.plan))

    def add_documents(self, documents: Documents, read: Callable[[str], Source]) -> None:
        """Hold documents against the entries, those of bibliographies included that only the documents name."""
        self.documents = documents
        self.sources |= {path: source for path, source in documents.sources().items() if path not in self.sources}
        for path in documents.bibliographies():
            if path not in self.sources:
                try:
                    source = read(path)
                except OSError as error:
                    self.problems.append(f"{path}: {error.strerror}")
                    continue
                self.sources[path] = source
                self.keys[path] = note_file(source, self.plan, []).keys

    def finish(self) -> Report:
        """What was found."""
        citing: Sequence[Citing] = ()
        if self.documents:
            keys = {report.path: report.keys for report in [*self.reports, *self.others]}
            citing = self.documents.citing({**self.keys, **keys})
        found = combine(
            self.reports,
            self.plan,
            read=self._read,
            others=self.others,
            context=self._read_context,
            citing=citing,
            documents=self.documents.asked if self.documents else (),
        )
        entries = sum(len(report.entries) for report in self.reports)
        rules = tuple(type(rule) for rule in self.plan.rules)
        notes = tuple(self.documents.notes) if self.documents else ()
        return Report(found.findings, self.sources, len(self.reports), entries, found.crashed, rules=rules, notes=notes)

    def _read(self, path: str) -> Bibliography:
        """A file that was given: read again where a worker has checked it."""
        if path not in self.bibliographies:
            self.bibliographies[path] = self.plan.read(self.sources[path])
        return self.bibliographies[path]

    def _read_context(self, rules: Sequence[Rule]) -> Iterable[FileReport]:
        for source in self.context():
            if source.path not in self.sources:
                self.sources[source.path] = source
                yield note_file(source, self.plan, rules)
