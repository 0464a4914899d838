"""Lay bibliographies out anew; what programs read in them stays."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from bibcheck.cli.options import add_file_options, add_settings_options, file_finder
from bibcheck.cli.streams import read_stdin, write_diff
from bibcheck.engine.layout import RULE, Layout
from bibcheck.fixing.replacement import sweep
from bibcheck.fixing.write import WriteError, unified_diff, write_file
from bibcheck.reports.visible import visible, visible_start
from bibcheck.settings.errors import reason
from bibcheck.settings.files import STDIN, File
from bibcheck.settings.find import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

USAGE = "bibcheck format [PATH ...] [options]"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck format`."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input; the project")
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that would change")
    parser.add_argument("--diff", action="store_true", help="write nothing; print what would change")
    add_settings_options(parser)
    add_file_options(parser)
    text = "a file that cites, for the dialect; repeatable"
    parser.add_argument("--document", metavar="FILE", action="append", default=[], help=text)
    parser.add_argument("--stdin-filename", metavar="NAME", help="what the file on standard input is called")


def run(arguments: Namespace) -> int:
    """Lay out what is named, standard input to standard output.

    Returns 0; with --check and --diff 1 if a file would change; 2 where one cannot be read or written.
    """
    if arguments.stdin_filename and arguments.paths and STDIN not in arguments.paths:
        raise SettingsError("--stdin-filename names what `-` reads, and `-` is not among the paths")
    stdin_path = arguments.stdin_filename or "<stdin>"
    finder = file_finder(arguments, stdin_path)
    files = finder.find(arguments.paths or ([STDIN] if arguments.stdin_filename else []))
    layout = Layout(files, finder, arguments.document)
    problems = [*finder.problems, *layout.problems]
    changed = 0
    if not (arguments.check or arguments.diff):
        for folder in {os.path.dirname(file.absolute) for file in files if not file.is_stdin}:
            sweep(folder)
    for file in files:
        try:
            changed += _format(file, layout, arguments)
        except WriteError as error:
            problems.append(str(error))
        except BrokenPipeError:
            raise
        except Exception as error:
            problems.append(f"{file.path}: {reason(error)}")
    for problem in problems:
        sys.stderr.write(f"bibcheck: {visible(problem)}\n")
    _summarize(files, changed, arguments)
    if problems:
        return 2
    return 1 if changed and (arguments.check or arguments.diff) else 0


def _format(file: File, layout: Layout, arguments: Namespace) -> bool:
    """Lay one file out. Returns whether that changes it. Raises OSError and WriteError."""
    source = file.read(read_stdin)
    text = layout.lay_out(source, file)
    if text is None:
        sys.stderr.write(f"{visible_start(file.path)}: left as it is, for `{RULE}` is silenced there\n")
        text = source.text
    is_changed = text != source.text
    if arguments.diff:
        write_diff(unified_diff(source, text))
    elif arguments.check:
        if is_changed:
            sys.stdout.write(f"{visible_start(file.path)}: would be reformatted\n")
    elif file.is_stdin:
        _write_bytes(source.encode(text))
    elif is_changed:
        write_file(source, text)
        sys.stderr.write(f"{visible_start(file.path)}: reformatted\n")
    return is_changed


def _write_bytes(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _summarize(files: Sequence[File], changed: int, arguments: Namespace) -> None:
    """Say to people how many files there were; who reads a file from standard output need not know."""
    if arguments.diff or not files or files[0].is_stdin:
        return
    would = "would be " if arguments.check else ""
    of = f"{len(files)} file{'s' * (len(files) != 1)}"
    sys.stderr.write(f"{changed} of {of} {would}reformatted\n")
