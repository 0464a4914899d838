"""A run in one process: sources in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.engine.check_file import check_bibliography, note_file
from bibcheck.engine.combine import combine
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.plan import Plan
from bibcheck.engine.report import Report
from bibcheck.rule import Rule
from bibcheck.settings.errors import reason
from bibcheck.source import Source
from bibcheck.syntax.parser import lower_ascii

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_SOUGHT = 20  # texts for which it is quicker to look through a file than to read it


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
        self.problems: list[str] = []  # files that could not be checked, in whole lines

    def add_all(self, sources: Sequence[Source], jobs: int | None = None) -> None:
        """Check files, in so many processes; left out, in as many as pay."""
        from bibcheck.engine.workers import check_in_workers, worker_count

        count = worker_count(jobs, sources)
        if count < 2:
            for source in sources:
                try:
                    self.add(source)
                except Exception as error:
                    self.problems.append(f"{source.path}: not checked: {reason(error)}")
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
        report = check_bibliography(bib, self.plan)
        self.sources[source.path] = source
        self.bibliographies[source.path] = bib
        self.reports.append(report)

    def add_context(self, source: Source) -> None:
        """Compare the others with a file of the project whose own findings are not wanted."""
        for report in self._note(source, None):
            self.sources[source.path] = source
            self.others.append(report)

    def finish(self) -> Report:
        """What was found."""
        found = combine(
            self.reports,
            self.plan,
            read=self._read,
            others=self.others,
            context=self._read_context,
        )
        entries = sum(len(report.entries) for report in self.reports)
        rules = tuple(type(rule) for rule in self.plan.rules)
        return Report(found.findings, self.sources, len(self.reports), entries, found.crashed, rules=rules)

    def _read(self, path: str) -> Bibliography:
        """A file that was given: read again where a worker has checked it."""
        if path not in self.bibliographies:
            self.bibliographies[path] = self.plan.read(self.sources[path])
        return self.bibliographies[path]

    def _read_context(self, rules: Sequence[Rule], sought: Collection[str]) -> Iterable[FileReport]:
        wanted = [lower_ascii(text).encode("utf-8", "surrogatepass") for text in sought]
        for source in self.context():
            if source.path not in self.sources and _holds_any(source, wanted):
                for report in self._note(source, rules):
                    self.sources[source.path] = source
                    yield report

    def _note(self, source: Source, rules: Sequence[Rule] | None) -> list[FileReport]:
        """What rules note of a file, or nothing where that fails."""
        try:
            return [note_file(source, self.plan, rules)]
        except Exception as error:
            self.problems.append(f"{source.path}: not compared: {reason(error)}")
            return []


def _holds_any(source: Source, wanted: Sequence[bytes]) -> bool:
    """Whether one of some texts in lower case stands in a file: quicker than to read the file. Yes where they are many."""
    if len(wanted) > _MOST_SOUGHT:
        return True
    text = source.text.encode("utf-8", "surrogatepass").lower()  # as lower_ascii does, and quicker
    return any(each in text for each in wanted)
