"""A whole run: files with their settings in, one report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from bibcheck.engine.linter import Linter
from bibcheck.engine.report import Report
from bibcheck.records import NamedTuple
from bibcheck.rule import Fix, Rule, Scope
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.files import File, FileFinder
from bibcheck.settings.selection import CommandLine, Selection, check_selected
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.engine.fixing import Fixing


def run_rules(
    files: Sequence[File],
    finder: FileFinder,
    command: CommandLine,
    *,
    fixing: Fixing | None = None,
    read_stdin: Callable[[], bytes] = bytes,
    jobs: int | None = None,
) -> tuple[Report, list[str]]:
    """What is found in files, those of one settings file together; and a line for each file that is not checked or fixed.

    `jobs` processes check them, or as many as pay. With `fixing`, it is what is left once they are fixed. Raises
    SettingsError for an unknown rule on the command line, and where no rule runs on any file.
    """
    groups: dict[int, list[File]] = {}
    for file in files:
        groups.setdefault(id(file.settings), []).append(file)
    selections = [Selection(group[0].settings, command) for group in groups.values()]
    if selections:
        # A house rule of one folder may be named, though the others do not have it.
        check_selected(command, dict.fromkeys(name for one in selections for name in one.catalogue.selectors))
    rules = [selection.rules() for selection in selections]
    if files and not any(rules):
        raise SettingsError("no rule is left to run: each is off, ignored or not selected")
    problems: list[str] = []
    reports = []
    for group, selection, running in zip(groups.values(), selections, rules, strict=True):
        project = _Project(group, finder, selection, running, problems, jobs)
        reports.append(_run_project(project, fixing, read_stdin))
    if fixing:
        problems += fixing.problems + fixing.failures
    return reports[0] if len(reports) == 1 else _join(reports), problems


def _run_project(project: _Project, fixing: Fixing | None, read_stdin: Callable[[], bytes]) -> Report:
    sources = []
    for file in project.files:
        try:
            is_stdin = file.is_stdin
            sources.append(Source.from_bytes(file.path, read_stdin()) if is_stdin else Source.from_file(file.path))
        except OSError as error:
            project.problems.append(f"{file.path}: {error.strerror}")
    report = project.lint(sources)
    if fixing is None:
        return report
    stdin = next((file.path for file in project.files if file.is_stdin), None)
    return fixing.run(sources, report, project.lint, stdin=stdin)


def _join(reports: Sequence[Report]) -> Report:
    findings = [finding for report in reports for finding in report.findings]
    findings.sort(key=lambda finding: (finding.path, finding.span, finding.rule, finding.message))
    return Report(
        findings,
        {path: source for report in reports for path, source in report.sources.items()},
        sum(report.files for report in reports),
        sum(report.entries for report in reports),
        any(report.crashed for report in reports),
        sum(report.fixed for report in reports),
        tuple(dict.fromkeys(rule for report in reports for rule in report.rules)),
    )


class _Project(NamedTuple):
    """The files that one settings file is for, and the rules that run on them."""

    files: list[File]
    finder: FileFinder
    selection: Selection
    rules: list[Rule]
    problems: list[str]  # files that could not be checked, in whole lines
    jobs: int | None

    def lint(self, sources: Sequence[Source], others: Sequence[Source] = ()) -> Report:
        """What is found in some of the files; `others` are the rest, which a project is linted with."""
        selection, settings = self.selection, self.selection.settings
        is_whole = settings.says_what_the_project_is
        linter = Linter(
            self.rules,
            dialect=selection.dialect,
            style=selection.style,
            ignored=lambda path: selection.ignored(os.path.abspath(path)),
            entry_suppressions=selection.entry_suppressions(),
            known_names=selection.catalogue.selectors,
            together=is_whole,
            context=tuple if is_whole else lambda: chain(others, self._siblings()),
            venues=settings.venues,
        )
        linter.add_all([*sources, *others] if is_whole else sources, self.jobs)
        if is_whole and any(rule.scope is Scope.PROJECT for rule in self.rules):
            for source in self._read_others(self.finder.project_files(settings)):
                linter.add_context(source)
        report = linter.finish()
        self.problems.extend(problem for problem in linter.problems if problem not in self.problems)
        report.sources.update((source.path, source) for source in settings.sources)
        unfixable = selection.unfixable()
        if unfixable:
            report.findings[:] = (
                each._replace(safety=Fix.NONE, edits=()) if each.rule in unfixable else each for each in report.findings
            )
        return report

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
            try:
                yield Source.from_file(file.path)
            except OSError:
                continue
