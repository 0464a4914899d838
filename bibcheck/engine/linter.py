"""A run in one process: sources in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.engine.check_file import PART, Check, note_file
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

    from bibcheck.bibliography.keys import EntryKey
    from bibcheck.documents.citing import Citing
    from bibcheck.engine.cache import Cache
    from bibcheck.engine.documents import Documents
    from bibcheck.engine.kept_parts import KeptParts
    from bibcheck.engine.progress import Progress

_MOST_SOUGHT = 20  # texts for which it is quicker to look through a file than to read it
_MOST_READ = 8_000_000  # characters of files that stay in memory as they were read, for rules that speak after a vote


class Linter:
    """Runs rules over files. Give it files one by one or all at once; `finish` compares them and gives the report.

    `options` are those of Plan. `context` gives, when asked, files of the project in which may stand what stands in none of
    the files that were given. `progress` is told which files are to be checked, and of each that has been.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        *,
        context: Callable[[], Iterable[Source]] = tuple,
        progress: Progress | None = None,
        **options: Any,
    ) -> None:
        self.plan = Plan(rules, **options)
        self.context = context
        self.progress = progress
        self._looked: Callable[[Bibliography], None] = progress.looked if progress else lambda part: None
        self.sources: dict[str, Source] = {}
        self.bibliographies: dict[str, Bibliography] = {}
        self._read_so_far = 0
        self.reports: list[FileReport] = []
        self.others: list[FileReport] = []
        self.documents: Documents | None = None
        self.keys: dict[str, Sequence[EntryKey]] = {}  # of bibliographies that are read for documents alone
        self.problems: list[str] = []  # files that could not be checked, in whole lines

    def add_all(self, sources: Sequence[Source], jobs: int | None = None, cache: Cache | None = None) -> None:
        """Check files of which `cache` has no report, in so many processes; left out, in as many as pay."""
        if cache:
            kept = cache.find(sources)
            self.reports += kept.values()
            self.sources.update((source.path, source) for source in sources if source.path in kept)
            sources = [source for source in sources if source.path not in kept]
        self._check_all(sources, jobs, cache.parts if cache else lambda source: None)
        if cache:
            checked = {report.path: report for report in self.reports}
            for source in sources:
                if source.path in checked:
                    cache.keep(source, checked[source.path])

    def _check_all(
        self, sources: Sequence[Source], jobs: int | None, kept: Callable[[Source], KeptParts | None]
    ) -> None:
        from bibcheck.engine.workers import check_in_workers, worker_count

        if self.progress:
            self.progress.start(sources)
        checks = self._start_checks(sources, kept, in_parts=False)
        known = sum(len(check.bib.text) - check.characters_left for check in checks.values())
        count = worker_count(jobs, sum(len(source.text) for source in sources) - known)
        if count < 2:
            for source in sources:
                try:
                    self.add(source, checks.pop(source.path, None), kept(source))
                except Exception as error:
                    self.problems.append(f"{source.path}: not checked: {reason(error)}")
            return
        if sum(len(source.text) >= 2 * PART for source in sources) < count:
            # Workers share them; where there is a large file for each, they need not.
            checks |= self._start_checks(sources, kept, in_parts=True)
        done = check_in_workers(sources, self.plan, count, checks, kept, self._looked)
        for source, report in zip(sources, done, strict=True):
            if isinstance(report, Exception):
                self.problems.append(str(report))
            else:
                self.sources[source.path] = source
                self._take(report)

    def _start_checks(
        self, sources: Sequence[Source], kept: Callable[[Source], KeptParts | None], *, in_parts: bool
    ) -> dict[str, Check]:
        """The checks of files of which parts may be kept; `in_parts`, of all that have several. As many as have room."""
        checks = {}
        for source in sources:
            parts = kept(source)
            is_wanted = parts is not None or (in_parts and len(source.text) >= 2 * PART)
            if is_wanted and source.path not in self.bibliographies and self._has_room(source):
                try:
                    bib = self.plan.read(source)
                    checks[source.path] = Check(bib, self.plan, in_outline=True, in_parts=in_parts, kept=parts)
                    self._keep(bib)
                except Exception:  # whoever checks it tells
                    continue
        return checks

    def _take(self, report: FileReport) -> None:
        self.reports.append(report)
        if self.progress:
            self.progress.done(report)

    def add(self, source: Source, check: Check | None = None, kept: KeptParts | None = None) -> None:
        """Check one file. `check` has begun with it, or `kept` is what is known of its parts."""
        check = check or Check(self.plan.read(source), self.plan, in_outline=True, kept=kept)
        report = check.run(self._looked)
        self.sources[source.path] = source
        if source.path not in self.bibliographies and self._has_room(source):
            self._keep(check.bib)
        self._take(report)

    def _keep(self, bib: Bibliography) -> None:
        """Keep a file as it was read, for rules that speak after a vote."""
        self.bibliographies[bib.path] = bib
        self._read_so_far += len(bib.text)

    def _has_room(self, source: Source) -> bool:
        """Whether a file may be kept as it was read: the first one may, whatever its size."""
        return self._read_so_far + len(source.text) <= _MOST_READ or not self.bibliographies

    def add_context(self, source: Source) -> None:
        """Compare the others with a file of the project whose own findings are not wanted."""
        for report in self._note(source, None):
            self.sources[source.path] = source
            self.others.append(report)

    def add_documents(self, documents: Documents, read: Callable[[str], Source]) -> None:
        """Hold documents against the entries, those of bibliographies included that only the documents name."""
        self.documents = documents
        self.sources |= {path: source for path, source in documents.sources().items() if path not in self.sources}
        for path in documents.bibliographies():
            if path not in self.sources:
                try:
                    source = read(path)
                except (OSError, MemoryError) as error:
                    self.problems.append(f"{path}: {reason(error)}")
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
        """A file that was given: read again where a worker has checked it, or where there are too many to keep."""
        return self.bibliographies.get(path) or self.plan.read(self.sources[path])

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
