"""A whole run: files with their settings in, one report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from bibcheck.engine.findings import in_order
from bibcheck.engine.linter import Linter
from bibcheck.engine.report import Report
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Idle, Rule, Scope
from bibcheck.settings.errors import SettingsError, reason
from bibcheck.settings.files import File, FileFinder, have_documents
from bibcheck.settings.selection import CommandLine, Selection, check_selected
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.engine.cache import Cache
    from bibcheck.engine.documents import DocumentRequest, Documents
    from bibcheck.engine.fixing import Fixing
    from bibcheck.engine.progress import Progress
    from bibcheck.engine.store import Store


def run_rules(
    files: Sequence[File],
    finder: FileFinder,
    command: CommandLine,
    *,
    fixing: Fixing | None = None,
    read_stdin: Callable[[int], bytes] = lambda most: b"",
    jobs: int | None = None,
    documents: Sequence[str] = (),
    read: Callable[[str], Source] | None = None,
    store: Store | None = None,
    progress: Progress | None = None,
) -> tuple[Report, list[str]]:
    """What is found in files, those of one settings file together; and a line for each file that is not checked or fixed.

    `jobs` processes check them, or as many as pay. File reports are kept in `store` and taken from there. With `fixing`, it
    is what is left once they are fixed. `documents` are the paths of what cites, beside the documents among the files and
    those of the settings; `read` gives the text at a path, where files are not to be read as they are now. Raises
    SettingsError for an unknown rule on the command line, and where no rule runs on any file.
    """
    groups: dict[int, list[File]] = {}
    for file in files:
        groups.setdefault(id(file.settings), []).append(file)
    selections = [Selection(group[0].settings, command) for group in groups.values()]
    if selections:
        # A house rule of one folder may be named, though the others do not have it.
        check_selected(command, dict.fromkeys(name for one in selections for name in one.catalogue.selectors))
    requests = [_requests(group, finder, documents) for group in groups.values()]
    rules = [
        selection.rules(with_documents=bool(request)) for selection, request in zip(selections, requests, strict=True)
    ]
    if files and not any(rules):
        raise SettingsError(_why_no_rule(selections))
    problems: list[str] = []
    reports = []
    for group, selection, running, request in zip(groups.values(), selections, rules, requests, strict=True):
        cache = _cache(store, selection, command)
        project = _Project(group, finder, selection, running, problems, jobs, request, read, cache, progress)
        reports.append(_run_project(project, fixing, read_stdin))
    if fixing:
        problems += fixing.problems + fixing.failures
    return reports[0] if len(reports) == 1 else _join(reports), problems


def _why_no_rule(selections: Sequence[Selection]) -> str:
    if any(selection.rules() for selection in selections):
        return "the rules that are selected need a document: name one with --document, or `documents` in the settings"
    return "no rule is left to run: each is off, ignored or not selected"


def _requests(files: Sequence[File], finder: FileFinder, named: Sequence[str]) -> list[DocumentRequest]:
    """The documents of the files of one settings file."""
    if not have_documents(files, named):
        return []
    from bibcheck.engine.documents import document_requests

    return document_requests(files, finder, named)


def _cache(store: Store | None, selection: Selection, command: CommandLine) -> Cache | None:
    """Where the file reports of a project are kept; nowhere, where plugins could read anything."""
    if store is None or selection.settings.table.plugins:
        return None
    from bibcheck.engine.cache import Cache

    return Cache(store, selection.settings, command)


def _run_project(project: _Project, fixing: Fixing | None, read_stdin: Callable[[int], bytes]) -> Report:
    sources = []
    for file in project.files:
        if file.is_document:
            continue
        try:
            sources.append(project.read_file(file, read_stdin))
        except (OSError, MemoryError) as error:
            project.problems.append(f"{file.path}: {reason(error)}")
    report = project.lint(sources)
    if fixing is None:
        return report
    stdin = next((file.path for file in project.files if file.is_stdin), None)
    asked = project.asked_documents(report)
    return fixing.run(sources, report, project.lint, stdin=stdin, documents=asked)


def _join(reports: Sequence[Report]) -> Report:
    # A document may be held against the bibliographies of several settings files.
    findings = dict.fromkeys(finding for report in reports for finding in report.findings)
    return Report(
        in_order(findings),
        {path: source for report in reports for path, source in report.sources.items()},
        sum(report.files for report in reports),
        sum(report.entries for report in reports),
        any(report.crashed for report in reports),
        sum(report.fixed for report in reports),
        tuple(dict.fromkeys(rule for report in reports for rule in report.rules)),
        tuple(dict.fromkeys(note for report in reports for note in report.notes)),
    )


class _Project(NamedTuple):
    """The files that one settings file is for, and the rules that run on them."""

    files: list[File]
    finder: FileFinder
    selection: Selection
    rules: list[Rule]
    problems: list[str]  # files that could not be checked, in whole lines
    jobs: int | None
    requests: list[DocumentRequest]
    read: Callable[[str], Source] | None
    cache: Cache | None
    progress: Progress | None

    def read_file(self, file: File, read_stdin: Callable[[int], bytes] = lambda most: b"") -> Source:
        """The text of a file. Raises OSError, as Source does."""
        return file.read(read_stdin) if self.read is None or file.is_stdin else self.read(file.path)

    def asked_documents(self, report: Report) -> list[Source]:
        """The documents that the fixes of a report are for."""
        paths = {finding.path for finding in report.findings if finding.edits} if self.requests else set()
        bibliographies = {file.path for file in self.files if not file.is_document}
        return [source for path, source in report.sources.items() if path in paths - bibliographies]

    def lint(self, sources: Sequence[Source], others: Sequence[Source] = ()) -> Report:
        """What is found in some of the files; `others` are the rest, which a project is linted with."""
        selection, settings = self.selection, self.selection.settings
        is_whole = settings.says_what_the_project_is
        documents = self._load_documents([*sources, *others]) if self.requests else None
        if documents:
            sources = [source for source in sources if source.path not in documents.sources()]
            others = [source for source in others if source.path not in documents.sources()]
        linter = Linter(
            self.rules,
            dialect=selection.stated("dialect"),
            style=selection.stated("style"),
            presumed=(selection.stated("dialect", by_presets=True), selection.stated("style", by_presets=True)),
            ignored=lambda path: selection.ignored(os.path.abspath(path)),
            entry_suppressions=selection.entry_suppressions(),
            known_names=selection.catalogue.selectors,
            together=is_whole,
            context=tuple if is_whole else lambda: chain(others, self._siblings()),
            venues=settings.venues,
            shown=documents.shown() if documents else None,
            progress=self.progress,
        )
        cache = self.cache.beside(documents.shown()) if self.cache and documents else self.cache
        linter.add_all([*sources, *others] if is_whole else sources, self.jobs, cache)
        if is_whole and any(rule.scope is Scope.PROJECT for rule in self.rules):
            for source in self._read_others(self.finder.project_files(settings)):
                linter.add_context(source)
        if documents:
            linter.add_documents(documents, self._reader([*sources, *others]))
        report = linter.finish()
        if strays := self._find_stray_keys(linter):
            report = report._replace(findings=in_order(report.findings, strays))
        self.problems.extend(problem for problem in linter.problems if problem not in self.problems)
        report.sources.update((source.path, source) for source in settings.sources)
        unfixable = selection.unfixable()
        if unfixable:
            left = (
                each._replace(safety=Fix.NONE, edits=()) if each.rule in unfixable else each for each in report.findings
            )
            report = report._replace(findings=in_order(left))
        return report

    def _find_stray_keys(self, linter: Linter) -> list[Finding]:
        """Cite keys in `entries` of the settings that no file of the project has, by each rule that reviews suppressions."""
        places = self.selection.entry_places()
        rules = [rule for rule in self.rules if type(rule).review is not Rule.review]
        strays = places.keys() - {entry.key for report in linter.reports for entry in report.entries}
        if not strays or not rules:
            return []
        # A citation of a key that is nowhere may be silenced: documents count.
        for source in chain(
            linter.sources.values(), self._read_others(self.finder.project_files(self.selection.settings))
        ):
            strays = {key for key in strays if key not in source.text}
        idle = [Idle(key, *places[key], None, "key") for key in places if key in strays]
        return [finding for rule in rules for finding in rule.review(idle)]

    def _reader(self, given: Sequence[Source]) -> Callable[[str], Source]:
        """Reads files, those that are given as they are now."""
        by_path = {os.path.realpath(source.path): source for source in given}
        read_other = self.read or Source.from_file

        def read(path: str) -> Source:
            return by_path.get(os.path.realpath(path)) or read_other(path)

        return read

    def _load_documents(self, given: Sequence[Source]) -> Documents:
        from bibcheck.engine.documents import load_documents

        documents = load_documents(self.requests, self.files, self._reader(given))
        self.problems.extend(line for line in documents.problems if line not in self.problems)
        return documents

    def _siblings(self) -> Iterator[Source]:
        """The bibliographies beside the files."""
        folders = dict.fromkeys(os.path.dirname(file.absolute) for file in self.files)
        return self._read_others(file for folder in folders for file in self.finder.siblings(folder))

    def _read_others(self, files: Iterator[File]) -> Iterator[Source]:
        """Those of `files` that are not of the project's, read; less what cannot be read, for nobody named it."""
        seen = {os.path.realpath(file.absolute) for file in self.files}
        for file in files:
            identity = os.path.realpath(file.absolute)
            if identity in seen:
                continue
            seen.add(identity)
            self.finder.looked_through.add(file.path)
            try:
                yield self.read_file(file)
            except (OSError, MemoryError):
                self.finder.is_repeatable = False
                continue
