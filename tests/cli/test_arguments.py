"""The quick reading of a command line gives what argparse gives, or leaves it to argparse."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from bibcheck.cli import COMMANDS
from bibcheck.cli.arguments import read_arguments
from bibcheck.cli.parsers import command_parser

READ = [
    "check",
    "check a.bib",
    "check a.bib - b",
    "check --isolated a.bib --quiet b.bib",
    "check --isolated --config x.toml",
    "check --config x.toml a.bib --isolated",
    "check --jobs 2 a.bib",
    "check --select a,b --select c --ignore d a.bib",
    "check --output-format json --output-format concise a.bib --exit-zero",
    "check --config x.toml --fix --unsafe-fixes --diff",
    "check --stdin-filename x.bib -",
    "format --check a.bib",
    "rule hyphen-in-range",
]
LEFT = [
    "check --help",
    "check -h",
    "check --output-format=json a.bib",
    "check --output-format yaml a.bib",
    "check --fi a.bib",
    "check --jobs two",
    "check --select",
    "check --select --fix",
    "check --select -x a.bib",
    "check -1.bib",
    "check -x.bib",
    "format --unknown",
    "config",  # at most one path
]


def parsed(line: str) -> Any:
    name, *arguments = line.split()
    command = import_module(f"bibcheck.cli.{name}")
    return vars(command_parser(name, command).parse_intermixed_args(arguments))


def quickly(line: str) -> Any:
    name, *arguments = line.split()
    read = read_arguments(import_module(f"bibcheck.cli.{name}").add_arguments, arguments)
    return None if read is None else vars(read)


@pytest.mark.parametrize("line", READ)
def test_it_reads_what_argparse_reads(line: str) -> None:
    assert quickly(line) == parsed(line)


@pytest.mark.parametrize("line", LEFT)
def test_it_leaves_what_is_unusual(line: str) -> None:
    assert quickly(line) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_it_never_says_anything_else(name: str) -> None:
    command = import_module(f"bibcheck.cli.{name}")
    parser = command_parser(name, command)
    options = [
        option for action in parser._actions for option in action.option_strings if option not in ("-h", "--help")
    ]
    words = [*options, "a.bib", "json", "full", "-", "auto"]
    for first in words:
        for second in words:
            read = read_arguments(command.add_arguments, [first, second])
            if read is not None:
                assert vars(read) == vars(parser.parse_intermixed_args([first, second])), (first, second)
