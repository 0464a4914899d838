"""Find what is wrong in bibliographies."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TextIO

from bibcheck.commands.options import (
    add_selection_options,
    add_settings_options,
    check_selected,
    selected,
    settings_finder,
)
from bibcheck.config import SettingsError
from bibcheck.files import STDIN, File, FileFinder
from bibcheck.linter import Linter, Result
from bibcheck.paths import shown
from bibcheck.reports import FORMATS, write_report
from bibcheck.reports.visible import visible
from bibcheck.rule import Rule, Scope
from bibcheck.selection import CommandLine, Selection
from bibcheck.source import Source

USAGE = "bibcheck check [PATH ...] [options]"
_TABLE_FORMATS = ("full", "concise")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck check`."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input; the project")
    add_selection_options(parser)
    add_settings_options(parser)
    parser.add_argument("--force-exclude", action="store_true", help="leave out excluded files even if they are named")
    parser.add_argument("--stdin-filename", metavar="NAME", help="what the file on standard input is called")
    parser.add_argument("--output-format", choices=FORMATS, default="full", help="full if left out")
    parser.add_argument("--output-file", metavar="FILE", help="write the report there")
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule instead")
    parser.add_argument("--quiet", action="store_true", help="the findings alone, no summary")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="auto if left out")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")


def run(arguments: Namespace) -> int:
    """Check what is named. Returns 0 if it is clean, 1 with findings, 2 where something could not be checked."""
    _refuse_contradictions(arguments)
    command = selected(arguments)
    stdin_path = arguments.stdin_filename or "<stdin>"
    finder = FileFinder(settings_finder(arguments), stdin_path=stdin_path, force_exclude=arguments.force_exclude)
    files = finder.find(arguments.paths or ([STDIN] if arguments.stdin_filename else []))
    if arguments.output_file:
        _protect(arguments.output_file, files)
    result, unreadable = check(files, finder, command)
    problems = finder.problems + unreadable
    for problem in problems:
        sys.stderr.write(f"bibcheck: {visible(problem)}\n")
    _report(result, arguments)
    if problems or result.crashed:
        return 2
    return 1 if result.findings and not arguments.exit_zero else 0


def check(files: Sequence[File], finder: FileFinder, command: CommandLine) -> tuple[Result, list[str]]:
    """What is found in files, those of one settings file together; and what was wrong with unreadable ones.

    Raises SettingsError for an unknown rule on the command line, and where no rule runs on any file.
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
        _check_group(group, finder, selection, running, unreadable)
        for group, selection, running in zip(groups.values(), selections, rules, strict=True)
    ]
    if len(results) == 1:
        return results[0], unreadable
    findings = [finding for result in results for finding in result.findings]
    findings.sort(key=lambda finding: (finding.path, finding.span, finding.rule, finding.message))
    sources = {path: source for result in results for path, source in result.sources.items()}
    counts = (sum(result.files for result in results), sum(result.entries for result in results))
    return Result(findings, sources, *counts, any(result.crashed for result in results)), unreadable


def _check_group(
    group: list[File], finder: FileFinder, selection: Selection, rules: list[Rule], unreadable: list[str]
) -> Result:
    settings = selection.settings
    linter = Linter(
        rules,
        dialect=selection.dialect,
        ignored=lambda path: selection.ignored(os.path.abspath(path)),
        entry_suppressions=selection.entry_suppressions(),
        known_names=selection.catalogue.selectors,
        together=settings.says_what_the_project_is,
        context=tuple if settings.says_what_the_project_is else lambda: _siblings(group, finder),
    )
    for file in group:
        try:
            source = _read(file)
        except OSError as error:
            unreadable.append(f"{file.path}: {error.strerror}")
        else:
            linter.add(source)
    if settings.says_what_the_project_is and any(rule.scope is Scope.PROJECT for rule in rules):
        for source in _sources(finder.project_files(settings), group):
            linter.add_context(source)
    result = linter.finish()
    if settings.source:
        result.sources[settings.source.path] = settings.source
    return result


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


def _protect(output: str, files: Sequence[File]) -> None:
    """Refuse to write the report over a bibliography."""
    target = os.path.realpath(output)
    if target.lower().endswith(".bib") or any(target == os.path.realpath(file.absolute) for file in files):
        raise SettingsError(f"--output-file: {shown(output)} is a bibliography, and the report would replace it")


def _report(result: Result, arguments: Namespace) -> None:
    if not arguments.output_file:
        _write(result, sys.stdout, arguments)
        return
    with open(arguments.output_file, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
        _write(result, out, arguments)


def _write(result: Result, out: TextIO, arguments: Namespace) -> None:
    if arguments.statistics:
        from bibcheck.reports.statistics import write_statistics

        write_statistics(result, out)
        return
    color = wants_color(arguments.color, out)
    write_report(arguments.output_format, result, out, color=color, quiet=arguments.quiet)


def wants_color(when: str, out: TextIO) -> bool:
    """Whether to write in colour: as told; else as NO_COLOR and FORCE_COLOR say, in this order; else on a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (os.environ.get("TERM") != "dumb" and out.isatty())
