"""Print a file as BibTeX or biber reads it, as JSON."""

from __future__ import annotations

import json
import sys

from bibcheck.bibliography import as_read as reading
from bibcheck.cli.streams import read_stdin
from bibcheck.settings.files import STDIN
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

USAGE = "bibcheck read FILE [--as bibtex|biber]"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck read`."""
    parser.add_argument("file", metavar="FILE", help="the file to read; - for standard input")
    parser.add_argument("--as", dest="reader", choices=("bibtex", "biber"), default="bibtex", help="bibtex if left out")


def run(arguments: Namespace) -> int:
    """Print the file's reading. Returns 0; raises OSError where there is no file to read."""
    if arguments.file == STDIN:
        source = Source.from_bytes("<stdin>", read_stdin())
    else:
        source = Source.from_file(arguments.file)
    read = reading.read_as_bibtex if arguments.reader == "bibtex" else reading.read_as_biber
    sys.stdout.write(json.dumps(read(source), indent=2) + "\n")
    return 0
