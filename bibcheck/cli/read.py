"""Print a file as BibTeX or biber reads it, as JSON; or how many entries stand in files, and how many are read."""

from __future__ import annotations

import sys

from bibcheck.cli.streams import read_stdin
from bibcheck.reports.visible import visible, visible_start
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.files import STDIN, FileFinder
from bibcheck.settings.find import SettingsFinder
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

USAGE = "bibcheck read FILE [--as bibtex|biber]\n       bibcheck read --count [PATH ...] [--as bibtex|biber]"
_DIALECTS = {"bibtex": "bibtex", "biber": "biblatex"}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck read`."""
    parser.add_argument("paths", metavar="FILE", nargs="*", help="the file to read; - for standard input")
    text = "bibtex if left out; with --count, what the file is written for"
    parser.add_argument("--as", dest="reader", choices=("bibtex", "biber"), help=text)
    text = "of files, and those below folders: how many entries are written and read, and where the others are"
    parser.add_argument("--count", action="store_true", help=text)


def run(arguments: Namespace) -> int:
    """Print the file's reading, or the counts. Returns 0, and 1 where an entry is not read.

    Raises OSError where there is no file to read.
    """
    if arguments.count:
        return _count(arguments)
    if len(arguments.paths) != 1:
        raise SettingsError("read prints one file; `--count` counts the entries of several")
    import json

    from bibcheck.bibliography import as_read

    source = _read(arguments.paths[0])
    read = as_read.read_as_biber if arguments.reader == "biber" else as_read.read_as_bibtex
    sys.stdout.write(json.dumps(read(source), indent=2) + "\n")
    return 0


def _read(path: str) -> Source:
    return Source.from_bytes("<stdin>", read_stdin()) if path == STDIN else Source.from_file(path)


def _count(arguments: Namespace) -> int:
    finder = FileFinder(SettingsFinder())
    files = finder.find(arguments.paths)
    for problem in finder.problems:
        sys.stderr.write(f"bibcheck: {visible(problem)}\n")
    lost = 0
    for file in files:
        source = _read(STDIN if file.is_stdin else file.path)
        dialect = _DIALECTS.get(arguments.reader or "", file.settings.table.dialect)
        lost += _write_count(source, dialect)
    if finder.problems:
        return 2
    return 1 if lost else 0


def _write_count(source: Source, dialect: str | None) -> int:
    """Write what became of the entries of a file. Returns how many are not read."""
    from bibcheck.bibliography.counting import count_entries

    count = count_entries(source, dialect)
    commented = f", {count.commented} in comments" if count.commented else ""
    sys.stdout.write(f"{visible_start(source.path)}: {count.read} of {count.written} entries read{commented}\n")
    for entry in count.unread:
        place = source.place(entry.span.start)
        where = f"{source.path}:{place.line}:{place.column}: `{entry.key}`: {entry.where}"
        sys.stdout.write(visible_start(where) + "\n")
    return len(count.unread)
