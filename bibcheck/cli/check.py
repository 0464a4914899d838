"""Find what is wrong in bibliographies."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TextIO

from bibcheck.cli.options import (
    add_selection_options,
    add_settings_options,
    check_selected,
    selected,
    settings_finder,
)
from bibcheck.engine.linter import Linter, Result
from bibcheck.reports import FORMATS, write_report
from bibcheck.reports.visible import visible
from bibcheck.rule import Fix, Rule, Scope
from bibcheck.settings.files import STDIN, File, FileFinder
from bibcheck.settings.find import SettingsError
from bibcheck.settings.paths import shown
from bibcheck.settings.selection import CommandLine, Selection
from bibcheck.source import Source

if TYPE_CHECKING:
    from bibcheck.cli.fixing import Fixing

USAGE = "bibcheck check [PATH ...] [options]"
_TABLE_FORMATS = ("full", "concise")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck check`."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input; the project")
    add_selection_options(parser)
    add_settings_options(parser)
    parser.add_argument("--fix", action="store_true", help="make the fixes that are safe")
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: the others as well")
    parser.add_argument("--diff", action="store_true", help="print what --fix would change, and change nothing")
    parser.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit with 1 if a file was changed")
    parser.add_argument("--force-exclude", action="store_true", help="leave out excluded files even if they are named")
    parser.add_argument("--stdin-filename", metavar="NAME", help="what the file on standard input is called")
    parser.add_argument("--output-format", choices=FORMATS, default="full", help="full if left out")
    parser.add_argument("--output-file", metavar="FILE", help="write the report there")
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule instead")
    parser.add_argument(
        "--show-all", action="store_true", help="show each finding, not the first of each rule in a file"
    )
    parser.add_argument("--quiet", action="store_true", help="the findings alone, no summary")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="auto if left out")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")


def run(arguments: Namespace) -> int:
    """Check what is named. Returns 0 if it is clean, 1 with findings, 2 where something could not be checked."""
    _refuse_contradictions(arguments)
    command = selected(arguments)
    stdin_path = arguments.stdin_filename or "<stdin>"
    finder = FileFinder(settings_finder(arguments), stdin_path=stdin_path, force_exclude=arguments.force_exclude)
    paths = arguments.paths or ([STDIN] if arguments.stdin_filename else [])
    files = finder.find(paths)
    if arguments.output_file:
        _protect(arguments.output_file, files)
    fixing = _start_fixing(arguments)
    result, unreadable = check(files, finder, command, fixing)
    problems = finder.problems + unreadable
    if fixing:
        problems += fixing.problems + fixing.failures
    for problem in problems:
        sys.stderr.write(f"bibcheck: {visible(problem)}\n")
    if fixing and arguments.diff:
        fixing.write_diff(quiet=arguments.quiet, left=result)
    else:
        is_filter = fixing is not None and STDIN in paths
        if fixing and is_filter:
            fixing.write_stdin()
        _report(result, arguments, sys.stderr if is_filter else sys.stdout)
    if problems or result.crashed:
        return 2
    if arguments.exit_zero:
        return 0
    if fixing and (arguments.diff or arguments.exit_non_zero_on_fix) and fixing.changes:
        return 1
    return 1 if result.findings and not arguments.diff else 0


def _start_fixing(arguments: Namespace) -> Fixing | None:
    if not (arguments.fix or arguments.diff):
        return None
    from bibcheck.cli.fixing import Fixing

    return Fixing(unsafe=arguments.unsafe_fixes, as_diff=arguments.diff)


def check(
    files: Sequence[File], finder: FileFinder, command: CommandLine, fixing: Fixing | None = None
) -> tuple[Result, list[str]]:
    """What is found in files, those of one settings file together; and what was wrong with unreadable ones.

    With `fixing`, what is left once they are fixed. Raises SettingsError for an unknown rule on the command line, and where
    no rule runs on any file.
    """
    groups: dict[int, list[File]] = {}
    for file in files:
        groups.setdefault(id(file.settings), []).append(file)
    unreadable: list[str] = []
    selections = [Selection(group[0].settings, command) for group in groups.values()]
    if selections:
        # A house rule of one folder may be named, though the others do not have it.
        check_selected(command, dict.fromkeys(name for one in selections for name in one.catalogue.selectors))
    rules = [selection.rules() for selection in selections]
    if files and not any(rules):
        raise SettingsError("no rule is left to run: each is off, ignored or not selected")
    results = [
        _check_group(_Group(group, finder, selection, running), unreadable, fixing)
        for group, selection, running in zip(groups.values(), selections, rules, strict=True)
    ]
    if len(results) == 1:
        return results[0], unreadable
    findings = [finding for result in results for finding in result.findings]
    findings.sort(key=lambda finding: (finding.path, finding.span, finding.rule, finding.message))
    sources = {path: source for result in results for path, source in result.sources.items()}
    counts = (sum(result.files for result in results), sum(result.entries for result in results))
    fixed = sum(result.fixed for result in results)
    return Result(findings, sources, *counts, any(result.crashed for result in results), fixed), unreadable


class _Group(NamedTuple):
    """The files that one settings file is for, and the rules that run on them."""

    files: list[File]
    finder: FileFinder
    selection: Selection
    rules: list[Rule]

    def lint(self, sources: Sequence[Source], others: Sequence[Source] = ()) -> Result:
        """What is found in some of the files; `others` are the rest, which a project is linted with."""
        selection, settings = self.selection, self.selection.settings
        is_project = settings.says_what_the_project_is
        if is_project:
            sources = [*sources, *others]
        linter = Linter(
            self.rules,
            dialect=selection.dialect,
            ignored=lambda path: selection.ignored(os.path.abspath(path)),
            entry_suppressions=selection.entry_suppressions(),
            known_names=selection.catalogue.selectors,
            together=is_project,
            context=tuple if is_project else lambda: chain(others, _siblings(self.files, self.finder)),
            venues=settings.venues,
        )
        for source in sources:
            linter.add(source)
        if is_project and any(rule.scope is Scope.PROJECT for rule in self.rules):
            for source in _sources(self.finder.project_files(settings), self.files):
                linter.add_context(source)
        result = linter.finish()
        if settings.source:
            result.sources[settings.source.path] = settings.source
        unfixable = selection.unfixable()
        if unfixable:
            result.findings[:] = (
                each._replace(safety=Fix.NONE, edits=()) if each.rule in unfixable else each for each in result.findings
            )
        return result


def _check_group(group: _Group, unreadable: list[str], fixing: Fixing | None) -> Result:
    sources = []
    for file in group.files:
        try:
            sources.append(_read(file))
        except OSError as error:
            unreadable.append(f"{file.path}: {error.strerror}")
    result = group.lint(sources)
    if fixing is None:
        return result
    stdin = next((file.path for file in group.files if file.is_stdin), None)
    return fixing.run(sources, result, group.lint, stdin=stdin)


def _read(file: File) -> Source:
    if file.is_stdin:
        return Source.from_bytes(file.path, sys.stdin.buffer.read())
    return Source.from_file(file.path)


def _siblings(group: list[File], finder: FileFinder) -> Iterator[Source]:
    """The bibliographies beside the files of a group."""
    folders = dict.fromkeys(os.path.dirname(file.absolute) for file in group)
    return _sources((file for folder in folders for file in finder.siblings(folder)), group)


def _sources(files: Iterator[File], group: list[File]) -> Iterator[Source]:
    """Those of `files` that are not of the group, read; less what cannot be read, for nobody named it."""
    seen = {os.path.realpath(file.absolute) for file in group}
    for file in files:
        identity = os.path.realpath(file.absolute)
        if identity in seen:
            continue
        seen.add(identity)
        try:
            yield Source.from_file(file.path)
        except OSError:
            continue


def _refuse_contradictions(arguments: Namespace) -> None:
    if arguments.stdin_filename and arguments.paths and STDIN not in arguments.paths:
        raise SettingsError("--stdin-filename names what `-` reads, and `-` is not among the paths")
    if arguments.statistics and arguments.output_format not in _TABLE_FORMATS:
        raise SettingsError(f"--statistics is a table for people, and --output-format {arguments.output_format} is not")
    if arguments.diff and arguments.output_file:
        raise SettingsError("--diff goes to standard output, and --output-file is for a report")
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise SettingsError("--unsafe-fixes says which fixes --fix makes or --diff shows, and neither is given")


def _protect(output: str, files: Sequence[File]) -> None:
    """Refuse to write the report over a bibliography."""
    target = os.path.realpath(output)
    if target.lower().endswith(".bib") or any(target == os.path.realpath(file.absolute) for file in files):
        raise SettingsError(f"--output-file: {shown(output)} is a bibliography, and the report would replace it")


def _report(result: Result, arguments: Namespace, out: TextIO) -> None:
    if result.fixed and not arguments.quiet and arguments.output_format != "full":
        sys.stderr.write(f"bibcheck: {result.fixed} fixed\n")
    if not arguments.output_file:
        _write(result, out, arguments)
        return
    with open(arguments.output_file, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        _write(result, file, arguments)


def _write(result: Result, out: TextIO, arguments: Namespace) -> None:
    if arguments.statistics:
        from bibcheck.reports.statistics import write_statistics

        write_statistics(result, out)
        return
    color = wants_color(arguments.color, out)
    options = {"color": color, "quiet": arguments.quiet, "show_all": arguments.show_all}
    write_report(arguments.output_format, result, out, **options)


def wants_color(when: str, out: TextIO) -> bool:
    """Whether to write in colour: as told; else as NO_COLOR and FORCE_COLOR say, in this order; else on a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (os.environ.get("TERM") != "dumb" and out.isatty())
