"""Say what bibcheck or one of its commands does."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

USAGE = "bibcheck help [COMMAND]"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck help`."""
    parser.add_argument("command", metavar="COMMAND", nargs="?", help="the command; all of them if left out")


def run(arguments: Namespace) -> int:
    """Print what `--help` prints. Returns 0; raises SettingsError where there is no such command."""
    from bibcheck.cli import COMMANDS, main
    from bibcheck.settings.errors import SettingsError
    from bibcheck.text.suggestion import meant_or_all

    name = arguments.command
    if name is not None and name not in COMMANDS:
        raise SettingsError(f"unknown command `{name}`{meant_or_all(name, COMMANDS)}")
    return main(["--help"] if name is None else [name, "--help"])
