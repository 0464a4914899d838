"""Draws findings and fixes of the default rules at random from folders of real bibliographies, for someone to read.

    python tests/benchmarks/draw.py FOLDER ... [--seed N] [--findings N] [--safe N] [--unsafe N] [--rules NAME ...] > sample.txt

A file is drawn first, then one of its findings, so that large files do not dominate; nothing is drawn twice. Each is
shown with its message, what it would change as a diff, the places it refers to, and the entry, long values cut short.
One seed draws the same while the rules and the files are the same. What the reader judged goes into judgements.tsv.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from functools import partial
from pathlib import Path

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Fix, Level
from bibcheck.rules import load_rule, rule_records
from bibcheck.source import Source

LONGEST = 150  # characters of a line that are shown
MOST_LINES = 24  # of an entry, around the place of the finding
# Fields that say nothing of whether a finding elsewhere is true.
LEFT_OUT = re.compile(
    r"\s*(abstract|annote|file|keywords?|owner|timestamp|date-added|date-modified|bdsk-\S+|mendeley-\S+|language|groups|"
    r"added-at|biburl|bibsource|interhash|intrahash|note-to-self|review|\})[\s=,]*",
    re.IGNORECASE,
)


def default_rules() -> list[str]:
    """By category, as the catalogue lists them."""
    return [name for name, record in rule_records().items() if record.level is not Level.OFF]


def check(paths: list[Path]) -> tuple[list[Finding], dict[str, Source]]:
    """The findings of the default rules, each file judged alone.

    What it does not define is looked for in the files that share its name up to `__`.
    """
    sources = {str(path): Source.from_file(str(path)) for path in paths}
    found: list[Finding] = []
    for path, source in sources.items():
        project = path.partition("__")[0] + "__"
        siblings = [sources[other] for other in sources if other != path and other.startswith(project)]
        linter = Linter([load_rule(name)() for name in default_rules()], context=partial(iter, siblings))
        linter.add(source)
        found += linter.finish().findings
    return found, sources


def draw(findings: list[Finding], number: int, chance: random.Random) -> list[Finding]:
    """So many of them, or all: a file first, then a finding of it."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.path, []).append(finding)
    drawn: list[Finding] = []
    while by_file and len(drawn) < number:
        path = chance.choice(sorted(by_file))
        drawn.append(by_file[path].pop(chance.randrange(len(by_file[path]))))
        if not by_file[path]:
            del by_file[path]
    return sorted(drawn, key=lambda finding: (finding.rule, finding.path, finding.span))


def show(finding: Finding, sources: dict[str, Source]) -> Iterator[str]:
    """A finding as its reader needs it."""
    source = sources[finding.path]
    line = source.place(finding.span.start)[0]
    yield f"[{finding.level}] {finding.rule}: {finding.message}   ({Path(finding.path).name}:{line})"
    for place in finding.related:
        there = sources[place.path]
        where = "" if there is source else f" in {Path(place.path).name}"
        yield f"  see line {there.place(place.span.start)[0]}{where}: {cut(there.text[slice(*place.span)])} {place.message}"
    yield from (f"  {change}" for change in diff(finding, source))
    yield from (f"    | {text}" for text in entry_lines(finding, source))


def diff(finding: Finding, source: Source) -> list[str]:
    """The lines that the fix takes away and those it adds."""
    text = source.text
    for edit in sorted(finding.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    lines = unified_diff(source.text.splitlines(), text.splitlines(), lineterm="", n=0) if finding.edits else []
    return [f"{finding.safety} {cut(line)}" for line in lines if line[:3] not in ("---", "+++") and line[:2] != "@@"]


def entry_lines(finding: Finding, source: Source) -> list[str]:
    """The lines around the finding that belong together: up to a line that begins an entry, at either end."""
    lines = source.text.splitlines()
    at = source.place(finding.span.start)[0] - 1
    first = at
    while first > 0 and at - first < MOST_LINES and not lines[first].lstrip().startswith("@"):
        first -= 1
    last = at + 1
    while last < len(lines) and last - at < MOST_LINES and not lines[last].lstrip().startswith("@"):
        last += 1
    shown = [line for number, line in enumerate(lines[first:last], first) if number == at or not LEFT_OUT.match(line)]
    return [cut(line.strip()) for line in shown if line.strip()]


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def main() -> None:
    """Print what was drawn, numbered."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folders", nargs="+", type=Path)
    reader.add_argument("--seed", type=int, default=0)
    reader.add_argument("--findings", type=int, default=0)
    reader.add_argument("--safe", type=int, default=0)
    reader.add_argument("--unsafe", type=int, default=0)
    reader.add_argument("--rules", nargs="*", default=[], help="draw from the findings of these rules only")
    arguments = reader.parse_args()
    found, sources = check(sorted(path for folder in arguments.folders for path in folder.rglob("*.bib")))
    found = [finding for finding in found if not arguments.rules or finding.rule in arguments.rules]
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    kinds = {
        "finding": (found, arguments.findings),
        "safe": ([finding for finding in found if finding.safety is Fix.SAFE], arguments.safe),
        "unsafe": ([finding for finding in found if finding.safety is Fix.UNSAFE], arguments.unsafe),
    }
    for kind, (findings, number) in kinds.items():
        chance = random.Random(f"{kind} {arguments.seed}")
        for count, finding in enumerate(draw(findings, number, chance), 1):
            print(f"{kind} {count} of {number}, from {len(findings)}:", *show(finding, sources), sep="\n")
            print()


if __name__ == "__main__":
    main()
