"""The parsers of the command line, for what is not read without them."""

from __future__ import annotations

from argparse import ArgumentParser, HelpFormatter, RawDescriptionHelpFormatter
from collections.abc import Mapping

from bibcheck import __version__
from bibcheck.reports.visible import visible
from bibcheck.text.suggestion import did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn


def command_parser(name: str, command: Any) -> ArgumentParser:
    """The parser of a subcommand, which is a module with `add_arguments`."""
    parser = _Parser(
        prog=f"bibcheck {name}",
        usage=command.USAGE,
        description=command.__doc__,
        allow_abbrev=False,
        formatter_class=_PlainFormatter,
    )
    command.add_arguments(parser)
    return parser


def program_parser(summaries: Mapping[str, str]) -> ArgumentParser:
    """The parser of a command line without subcommand: help, version, mistakes."""
    commands = "\n".join(f"  {name:10} {summary}" for name, summary in summaries.items())
    parser = _Parser(
        prog="bibcheck",
        usage="bibcheck COMMAND [arguments]",
        description=f"A linter for BibTeX and BibLaTeX bibliographies.\n\ncommands:\n{commands}",
        epilog="`bibcheck COMMAND --help` says more of each.",
        allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"bibcheck {__version__}")
    parser.add_argument("command", nargs="?")
    return parser


class _Parser(ArgumentParser):
    """Says which option a mistaken one may stand for. What it quotes is escaped."""

    def error(self, message: str) -> NoReturn:
        what, _, option = message.partition(" --")
        if what == "unrecognized arguments:":
            known = [each for action in self._actions for each in action.option_strings]
            message += did_you_mean("--" + option.split("=")[0].split(" ")[0], known)
        super().error(visible(message))


class _PlainFormatter(HelpFormatter):
    """Lays out help without asking for the width of the terminal, for which argparse loads shutil at every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)
