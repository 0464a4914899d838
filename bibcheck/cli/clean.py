"""Delete what earlier runs have kept for later ones."""

from __future__ import annotations

import sys

from bibcheck.engine.store import clean, store_folder
from bibcheck.reports.visible import visible
from bibcheck.settings.paths import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

USAGE = "bibcheck clean"


def add_arguments(parser: ArgumentParser) -> None:
    """`bibcheck clean` takes no arguments."""


def run(arguments: Namespace) -> int:
    """Delete the store of the project at the current folder. Returns 0; raises OSError where that fails."""
    folder = store_folder()
    count = clean(folder) if folder else 0
    what = "1 record" if count == 1 else f"{count} records"
    sys.stdout.write(f"{what} deleted from {visible(shown(folder))}\n" if count and folder else "there was no cache\n")
    return 0
