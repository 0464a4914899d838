"""Reads which other programs say what a rule says (`sources/peers.toml`), and prints the table of docs/comparison.md.

python -m tools.peers
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bibcheck.rules import rule_categories

_SOURCE = Path(__file__).resolve().parent / "sources" / "peers.toml"


class Program(NamedTuple):
    """A program that checks bibliographies."""

    name: str
    version: str
    is_run: bool  # it was run on the examples of the rules; otherwise its source or manual was read


@cache
def programs() -> dict[str, Program]:
    """The programs by the names that `sources/peers.toml` has for them."""
    return {
        key: Program(each["name"], each["version"], each["how"] == "run") for key, each in _read()["programs"].items()
    }


@cache
def claims() -> dict[str, dict[str, str]]:
    """For each rule that others check too: what each program says, as Markdown, by the name of the program."""
    return dict(_read()["rules"])


def section(rule: str) -> str:
    """The section of a rule's page that says who else checks it."""
    said = claims().get(rule)
    lines = [f"- {programs()[program].name}: {text}" for program, text in said.items()] if said else []
    listed = "\n".join(lines) or "None of the programs that were compared."
    return (
        f"## Who else checks it\n\n{listed}\n\nHow they were compared: see [beside other programs](../comparison.md)."
    )


def table() -> str:
    """For each category, how many rules say something that each program says as well."""
    columns = list(programs())
    rows = [
        "| rules | of bibcheck | " + " | ".join(programs()[column].name for column in columns) + " |",
        "| --- " + "| --: " * (len(columns) + 1) + "|",
    ]
    by_category: dict[str, list[str]] = {}
    for rule, category in rule_categories().items():
        by_category.setdefault(category, []).append(rule)
    every = [rule for rules in by_category.values() for rule in rules]
    for name, rules in [*((f"`{category}`", rules) for category, rules in by_category.items()), ("all", every)]:
        counts = [sum(column in claims().get(rule, ()) for rule in rules) for column in columns]
        rows.append(f"| {name} | {len(rules)} | " + " | ".join(str(count or "–") for count in counts) + " |")
    return "\n".join(rows)


@cache
def _read() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_SOURCE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    print(table())
