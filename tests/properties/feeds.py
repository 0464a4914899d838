"""What fixes do to the rest of a file: whether a rule finds more after them, and whether fixing twice is fixing once.

    python -m tests.properties.feeds PATH ... [--rules default|all] [--safety safe|unsafe] [--strictly]

Fixes each bibliography that PATH names or holds, by the default rules and by all that there are, with safe fixes and with
unsafe ones as well, and prints in which file which rule has more findings than before, with the new ones; what fixing again
changes; and which fixes were taken back as mistakes of bibcheck. Small files come first. With `--strictly`, what MAY_RISE
allows is printed too. Returns 1 if anything was printed.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from bibcheck.engine.linter import Linter
from bibcheck.fixing.fixer import Fixed, fix_files
from bibcheck.rule import Finding, Fix
from bibcheck.rules import rule_categories
from bibcheck.settings.find import Settings
from bibcheck.settings.selection import CommandLine, Selection
from bibcheck.source import Source

SELECTED = {"default": CommandLine(), "all": CommandLine(select=["all"])}
WANTED = {"safe": frozenset({Fix.SAFE}), "unsafe": frozenset({Fix.SAFE, Fix.UNSAFE})}
# Rules whose fixes let programs read what they did not read before: what is in it is checked for the first time after them.
MAKE_READABLE = {name for name, category in rule_categories().items() if category == "syntax"} | {
    "misspelled-field",
    "unknown-entry-type",
    "wrong-entry-type",
}


class Exemption(NamedTuple):
    """A rule that may find more after the fixes of some others, and why that is no fault of them."""

    rule: str
    causes: frozenset[str]
    reason: str

    def is_no_cause(self, rule: str) -> bool:
        """Whether the first rule may not rise after the fixes of another one."""
        return rule not in self.causes


MAY_RISE = [
    Exemption(
        "inconsistent-fields",
        frozenset({"acronym-in-venue"}),
        "the few papers without a series stand out once the acronyms of all others stand there",
    ),
    Exemption(
        "mixed-doi-presence",
        frozenset({"legacy-url"}),
        "a retired address of a publisher has no DOI in it, the new one has",
    ),
]


class Risen(NamedTuple):
    """A rule that finds more after fixes than before, with where it found nothing before: line, key, field, message."""

    rule: str
    before: int
    after: int
    new: list[str]


class Outcome(NamedTuple):
    """What fixes did to a file. `taken_back` are fixes that the fixer left out as mistakes of bibcheck."""

    risen: list[Risen]
    again: list[str]  # what fixing a second time changes, as lines of a diff
    taken_back: list[str]


@lru_cache(maxsize=64)
def find(source: Source, selected: str) -> tuple[Finding, ...]:
    """What rules find in a file alone."""
    rules = Selection(Settings("/"), SELECTED[selected]).rules(with_documents=False)
    linter = Linter(rules, together=False)
    linter.add(source)
    return tuple(linter.finish().findings)


def fix(
    source: Source, selected: str, safety: str, may_fix: Callable[[str], bool] = lambda rule: True
) -> tuple[Source, Fixed]:
    """The file with the fixes made of those rules that may fix it, and what else became of it."""

    def check(sources: Sequence[Source]) -> Iterator[Finding]:
        return (finding for each in sources for finding in find(each, selected))

    def wants(finding: Finding) -> bool:
        return finding.safety in WANTED[safety] and may_fix(finding.rule)

    done = fix_files([source], check([source]), check, wants)
    return done.sources.get(source.path, source), done


def judge_fixes(source: Source, selected: str, safety: str, *, strictly: bool = False) -> Outcome:
    """What the fixes of the rules that are selected do to a file."""
    readable, _ = fix(source, selected, safety, MAKE_READABLE.__contains__)
    fixed, done = fix(source, selected, safety)
    again, _ = fix(fixed, selected, safety)
    rises = list(find_risen(readable, fixed, selected))
    for exemption in () if strictly else MAY_RISE:
        if any(rise.rule == exemption.rule for rise in rises):
            others, _ = fix(source, selected, safety, exemption.is_no_cause)
            still = {rise.rule for rise in find_risen(readable, others, selected)}
            rises = [rise for rise in rises if rise.rule != exemption.rule or rise.rule in still]
    change = unified_diff(fixed.text.splitlines(), again.text.splitlines(), lineterm="", n=0)
    return Outcome(rises, [*change], done.failures)


def find_risen(before: Source, after: Source, selected: str) -> Iterator[Risen]:
    """The rules that find more in one text than in another."""
    old, new = find(before, selected), find(after, selected)
    count, left = (Counter(finding.rule for finding in findings) for findings in (old, new))
    known = Counter((finding.rule, finding.key, finding.field) for finding in old)
    unknown: dict[str, list[str]] = {}
    for finding in new:
        place = (finding.rule, finding.key, finding.field)
        known[place] -= 1
        if known[place] < 0:
            line = after.place(finding.span.start)[0]
            where = f"{line}: {finding.key} {finding.field}".rstrip()
            unknown.setdefault(finding.rule, []).append(f"{where}: {finding.message}")
    for rule in sorted(left):
        if left[rule] > count[rule]:
            yield Risen(rule, count[rule], left[rule], unknown[rule])


def main(arguments: Sequence[str]) -> int:
    """Print what fixes do to files. Returns the status."""
    parser = argparse.ArgumentParser(prog="python -m tests.properties.feeds")
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    parser.add_argument("--rules", choices=SELECTED, action="append")
    parser.add_argument("--safety", choices=WANTED, action="append")
    parser.add_argument("--strictly", action="store_true")
    options = parser.parse_args(arguments)
    files = [file for path in options.paths for file in ([path] if path.is_file() else path.rglob("*.bib"))]
    files.sort(key=lambda file: (file.stat().st_size, file))
    broken = 0
    gc.freeze()
    for file in files:
        source = Source.from_bytes("a.bib", file.read_bytes())
        find.cache_clear()
        for selected, safety in product(options.rules or SELECTED, options.safety or WANTED):
            lines = [*describe(judge_fixes(source, selected, safety, strictly=options.strictly))]
            broken += bool(lines)
            if lines:
                print(f"{file} ({selected}, {safety})", *lines, sep="\n", flush=True)
    print(f"{len(files)} files: {broken} of the ways to fix them break a promise")
    return bool(broken)


def describe(outcome: Outcome) -> Iterator[str]:
    """What is wrong with an outcome, line by line."""
    for rule, before, after, new in outcome.risen:
        yield f"  {rule}: {before} before, {after} after"
        yield from (f"    {line}" for line in new)
    if outcome.again:
        yield "  fixing twice is not fixing once"
        yield from (f"    {line}" for line in outcome.again)
    yield from (f"  taken back: {line}" for line in outcome.taken_back)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
