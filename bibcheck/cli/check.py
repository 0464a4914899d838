"""Find what is wrong in bibliographies."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from bibcheck.cli.memory import Memory
from bibcheck.cli.options import add_file_options, add_selection_options, add_settings_options, file_finder, selected
from bibcheck.cli.outputs import Output, add_output_options, find_outputs
from bibcheck.cli.progress import Progress
from bibcheck.cli.streams import listed_paths, read_stdin, write_diff
from bibcheck.engine.report import Report
from bibcheck.engine.run import run_rules
from bibcheck.reports import write_report
from bibcheck.reports.visible import visible, visible_start
from bibcheck.rule import Level
from bibcheck.settings.files import STDIN, File, FileFinder
from bibcheck.settings.find import SettingsError
from bibcheck.settings.paths import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import TextIO

    from bibcheck.engine.fixing import Fixing
    from bibcheck.rule import Finding

USAGE = "bibcheck check [PATH ...] [options]"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck check`."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input; the project")
    add_selection_options(parser)
    add_settings_options(parser)
    add_file_options(parser)
    parser.add_argument("--document", metavar="FILE", action="append", default=[], help="a file that cites; repeatable")
    parser.add_argument("--fix", action="store_true", help="make the fixes that are safe")
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: the others as well")
    parser.add_argument("--diff", action="store_true", help="print what --fix would change, and change nothing")
    parser.add_argument("--show-fixes", action="store_true", help="with --fix: say what was changed")
    parser.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit with 1 if a file was changed")
    parser.add_argument("--show-files", action="store_true", help="print which files would be checked, and check none")
    parser.add_argument("--files-from", metavar="FILE", help="check the files in this list too, from `git ls-files -z`")
    parser.add_argument("--stdin-filename", metavar="NAME", help="what the file on standard input is called")
    add_output_options(parser)
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule instead")
    parser.add_argument(
        "--show-all", action="store_true", help="show each finding, not the first of each rule in a file"
    )
    parser.add_argument("--quiet", action="store_true", help="the findings alone, no summary")
    parser.add_argument("--jobs", metavar="N", type=_count, help="check with N processes; as many as pay if left out")
    parser.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="auto if left out")
    parser.add_argument(
        "--fail-on", choices=("error", "warning"), help="the least that makes the exit status 1; warning"
    )
    parser.add_argument("--baseline", metavar="FILE", help="do not report the findings that this file knows")
    parser.add_argument("--update-baseline", action="store_true", help="write all present findings to the baseline")
    parser.add_argument(
        "--since", metavar="REV", help="report what the changes since a git revision have brought alone"
    )
    parser.add_argument(
        "--add-ignores", action="store_true", help="write the present findings to `entries` in the settings"
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError
    return count


def run(arguments: Namespace) -> int:
    """Check what is named. Returns 0 if it is clean, 1 with findings, 2 where something could not be checked."""
    _refuse_contradictions(arguments)
    if arguments.watch:
        from bibcheck.cli.watch import watch

        return watch(arguments.paths, lambda seen: _check(arguments, seen))
    return _check(arguments)


def _check(arguments: Namespace, seen: Callable[[Report], None] = lambda report: None) -> int:
    """Check once, and hand the report to `seen` when it has been written."""
    memory = Memory(arguments)
    command = selected(arguments)
    stdin_path = arguments.stdin_filename or "<stdin>"
    finder = file_finder(arguments, stdin_path, with_documents=True)
    paths = arguments.paths or ([STDIN] if arguments.stdin_filename else [])
    if arguments.files_from:
        paths = [*paths, *(_no_stdin(path) for path in listed_paths(arguments.files_from))]
        if not paths:
            return 0
    files = finder.find(paths)
    if arguments.show_files:
        return _show_files(files, finder, arguments)
    outputs = find_outputs(arguments, files, finder)
    fixing = _start_fixing(arguments)
    progress = Progress(sys.stderr)
    try:
        result, unreadable = run_rules(
            files,
            finder,
            command,
            fixing=fixing,
            read_stdin=read_stdin,
            jobs=arguments.jobs,
            documents=arguments.document,
            store=memory.store,
            progress=None if arguments.quiet else progress,
        )
    finally:
        progress.stop()
    result = _adopt(result, arguments, files, finder)
    problems = finder.problems + unreadable
    notes = fixing.notes if fixing and not arguments.quiet else []
    for problem in [*problems, *result.notes, *notes]:
        sys.stderr.write(f"bibcheck: {visible(problem)}\n")
    if fixing and arguments.diff:
        _write_diff(fixing, result, quiet=arguments.quiet)
    else:
        is_filter = fixing is not None and STDIN in paths
        if fixing and is_filter:
            fixed = fixing.stdin
            if fixed:
                sys.stdout.buffer.write(fixed.encode(fixed.text))
            elif not any(file.is_stdin for file in files):
                sys.stdout.buffer.write(read_stdin())  # what is excluded goes through untouched
        out = sys.stderr if is_filter else memory.out
        if fixing and arguments.show_fixes:
            _show_fixes(fixing, out if outputs[0] == Output("full") else sys.stderr)
        _report(result, arguments, outputs, out)
    fails = any(_fails(each, arguments, finder) for each in result.findings)
    is_elsewhere = any(output.file for output in outputs) or any(file.is_document for file in files)
    if not (problems or fixing or result.notes or is_elsewhere):
        memory.keep(result, finder, 1 if fails and not arguments.exit_zero else 0)
    memory.close()
    seen(result)
    if problems or result.crashed:
        return 2
    if arguments.exit_zero:
        return 0
    if fixing and (arguments.diff or arguments.exit_non_zero_on_fix) and fixing.changes:
        return 1
    return 1 if fails and not arguments.diff else 0


def _show_files(files: Sequence[File], finder: FileFinder, arguments: Namespace) -> int:
    """Print the files that would be checked, and the documents that the command and the settings name."""
    documents = [*arguments.document, *(path for file in files for path in file.settings.documents)]
    for path in dict.fromkeys([*(file.path for file in files), *map(shown, documents)]):
        sys.stdout.write(visible_start(path) + "\n")
    for problem in finder.problems:
        sys.stderr.write(f"bibcheck: {visible(problem)}\n")
    return 2 if finder.problems else 0


def _fails(finding: Finding, arguments: Namespace, finder: FileFinder) -> bool:
    """Whether a finding makes the exit status 1."""
    if finding.level is Level.ERROR:
        return True
    said = arguments.fail_on or finder.settings_of(finding.path).table.fail_on
    return said != "error"


def _adopt(result: Report, arguments: Namespace, files: Sequence[File], finder: FileFinder) -> Report:
    """The report without what is not new, or known: each way is imported where it is asked for."""
    named, update = arguments.baseline, arguments.update_baseline
    has_baseline = named or update or any(file.settings.table.baseline for file in files)
    if arguments.since or has_baseline or arguments.add_ignores:
        result = result.in_memory()
    if arguments.since:
        from bibcheck.engine.since import GitError, only_since

        try:
            result = only_since(arguments.since, result, files, finder, selected(arguments), arguments.document)
        except GitError as error:
            raise SettingsError(f"--since: {error}") from None
    if has_baseline:
        from bibcheck.cli.baseline import leave_out_known

        result = leave_out_known(result, files, finder.settings_of, named, update=update)
    if arguments.add_ignores:
        from bibcheck.cli.ignores import add_ignores

        result = add_ignores(result, finder.settings_of)
    return result


def _no_stdin(path: str) -> str:
    """A path of a list, in which a file may be called `-`."""
    return f"./{path}" if path == STDIN else path


def _start_fixing(arguments: Namespace) -> Fixing | None:
    if not (arguments.fix or arguments.diff):
        return None
    from bibcheck.engine.fixing import Fixing

    return Fixing(unsafe=arguments.unsafe_fixes, as_diff=arguments.diff)


def _write_diff(fixing: Fixing, left: Report, *, quiet: bool) -> None:
    """Write the changes to standard output, file by file; and, unless `quiet`, what they are to standard error."""
    from bibcheck.fixing.write import unified_diff
    from bibcheck.reports.summary import summary

    for before, after in sorted(fixing.changes, key=lambda change: change[0].path):
        write_diff(unified_diff(before, after.text))
    sys.stdout.flush()
    if not quiet:
        sys.stderr.write(summary(left, "would be fixed") + "\n")


def _refuse_contradictions(arguments: Namespace) -> None:
    if arguments.files_from == STDIN and (STDIN in arguments.paths or arguments.stdin_filename):
        raise SettingsError("--files-from reads the list from standard input, and `-` reads a bibliography there")
    if arguments.stdin_filename and arguments.paths and STDIN not in arguments.paths:
        raise SettingsError("--stdin-filename names what `-` reads, and `-` is not among the paths")
    changing = arguments.fix or arguments.diff
    if arguments.since and (changing or arguments.update_baseline or STDIN in arguments.paths):
        raise SettingsError("--since is for a report on files alone: not with --fix, --diff, --update-baseline or `-`")
    if arguments.update_baseline and (arguments.diff or arguments.add_ignores):
        raise SettingsError("--update-baseline writes down all findings: not with --diff or --add-ignores")
    if arguments.diff and arguments.add_ignores:
        raise SettingsError("--add-ignores changes the settings, and --diff changes nothing")
    if arguments.show_fixes and not arguments.fix:
        raise SettingsError("--show-fixes says what --fix changed, and --fix is not given")
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise SettingsError("--unsafe-fixes says which fixes --fix makes or --diff shows, and neither is given")
    if arguments.watch and (
        arguments.fix or arguments.diff or arguments.output_file or arguments.stdin_filename or STDIN in arguments.paths
    ):
        raise SettingsError(
            "--watch reports on files as they change: no --fix, --diff, --output-file or standard input"
        )


def _show_fixes(fixing: Fixing, out: TextIO) -> None:
    from bibcheck.reports.fixes import write_fixes

    write_fixes(fixing.passes, out)


def _report(result: Report, arguments: Namespace, outputs: Sequence[Output], out: TextIO) -> None:
    if result.fixed and not arguments.quiet and outputs[0].format != "full":
        sys.stderr.write(f"bibcheck: {result.fixed} fixed\n")
    for output in outputs:
        if output.file is None:
            _write(result, out, output.format, arguments, color=wants_color(arguments.color, out))
            continue
        with open(
            output.file, "a" if output.is_added else "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        ) as file:
            _write(result, file, output.format, arguments, color=arguments.color == "always")


def _write(result: Report, out: TextIO, format: str, arguments: Namespace, *, color: bool) -> None:
    if format == "statistics":
        from bibcheck.reports.statistics import write_statistics

        write_statistics(result, out)
        return
    write_report(format, result, out, color=color, quiet=arguments.quiet, show_all=arguments.show_all)


def wants_color(when: str, out: TextIO) -> bool:
    """Whether to write in colour: as told; else as NO_COLOR and FORCE_COLOR say, in this order; else on a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (os.environ.get("TERM") != "dumb" and out.isatty())
