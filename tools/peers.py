"""Reads which other programs say what a rule says (`sources/peers.toml`), and prints the table of docs/comparison.md.

python -m tools.peers
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bibcheck.rules import rule_categories

_COMPARISON = "../comparison.md#rule-by-rule"
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
    if not lines:
        return f"## Who else checks it\n\nNone of the programs that were [compared]({_COMPARISON})."
    intro = f"Of the [programs that were compared]({_COMPARISON}), with what they print or the name of their check:"
    return "\n\n".join(["## Who else checks it", intro, "\n".join(lines)])


def table() -> str:
    """For each program, how many rules say something that it says as well, and of which categories they are."""
    categories = rule_categories()
    rows = [f"| program | of {len(categories)} rules | of the categories |\n| --- | --: | --- |"]
    for key, program in programs().items():
        shared = [categories[rule] for rule, said in claims().items() if key in said]
        counted = ", ".join(f"{count} of `{category}`" for category, count in Counter(shared).most_common())
        rows.append(f"| {program.name} {program.version} | {len(shared)} | {counted} |")
    return "\n".join(rows)


@cache
def _read() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_SOURCE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    print(table())
