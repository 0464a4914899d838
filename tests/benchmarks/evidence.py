"""Says what the default rules find in a folder of real bibliographies, and how much of it readers judged true.

    python tests/benchmarks/evidence.py FOLDER ... > docs/evidence.md       the table
    python tests/benchmarks/evidence.py FOLDER ... --sample SAMPLES [--seed NUMBER]     a file for each rule to be read

Every file is judged on its own; what it does not define is looked for in those that share its name up to `__`. A sample is
drawn at random, with at most three findings of one rule from one file as long as other files have some. What the reader
judged stands in judgements.tsv beside this file; what venues.py measures, in venues.md, which follows the table.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source

JUDGEMENTS = Path(__file__).with_name("judgements.tsv")
VENUES = Path(__file__).with_name("venues.md")
SAMPLE = 30
CONTEXT = 14  # lines of the file around a finding


def judge(paths: list[Path]) -> tuple[dict[str, list[Finding]], dict[str, Source]]:
    """The findings of every rule that is on by default, and the files."""
    found: dict[str, list[Finding]] = {name: [] for name in default_rules()}
    sources = {}
    for path in paths:
        sources[str(path)] = Source.from_file(str(path))
    for path, source in sources.items():
        project = path.partition("__")[0]
        siblings = [sources[other] for other in sources if other != path and other.startswith(project + "__")]
        linter = Linter([load_rule(name)({}, load_rule(name).level) for name in found], context=lambda: siblings)  # noqa: B023
        linter.add(source)
        for finding in linter.finish().findings:
            found[finding.rule].append(finding)
    return found, sources


def default_rules() -> list[str]:
    """By category, as the catalogue lists them."""
    return [name for name in rule_categories() if load_rule(name).level is not Level.OFF]


def draw(findings: list[Finding], seed: int) -> list[Finding]:
    """A sample in random order, the same in every run with one seed: a rule that was mended wants a new one."""
    chance = random.Random(seed)
    shuffled = sorted(chance.sample(findings, len(findings)), key=lambda finding: finding.path)
    ranks: dict[str, int] = defaultdict(int)
    ranked = []
    for finding in shuffled:
        ranked.append((ranks[finding.path] // 3, chance.random(), finding))
        ranks[finding.path] += 1
    return [finding for *_, finding in sorted(ranked, key=lambda item: item[:2])[:SAMPLE]]


def show(finding: Finding, source: Source) -> str:
    """A finding as its reader needs it: what it says, what it would change, and the lines around it."""
    line, column = source.place(finding.span.start)[:2]
    lines = source.text.splitlines()
    around = lines[max(line - CONTEXT, 0) : line + CONTEXT]
    edits = [f"  {source.text[slice(*edit.span)]!r} -> {edit.text!r}" for edit in finding.edits]
    related = [f"  see {place.path}: {source.text[slice(*place.span)]!r}" for place in finding.related]
    head = f"{finding.path}:{line}:{column} [{finding.key}] {finding.message}"
    return "\n".join([head, *edits, *related, *(f"    | {text[:300]}" for text in around), ""])


def table(found: dict[str, list[Finding]], files: int) -> Iterator[str]:
    judgements = dict(read_judgements())
    yield "# What the rules find in real bibliographies"
    yield ""
    yield f"The rules that are on by default, over {files} bibliographies of papers and projects, each on its own, on"
    yield f"{time.strftime('%Y-%m-%d')}. *Read* of the findings, drawn at random, were read one by one by language"
    yield "models, not by people; *true* are those that a careful editor would act upon, in their judgement; *mended* are at"
    yield "most those of the others that the rule no longer reports, where it was not sampled anew. Rules that found"
    yield "nothing here are held by their tests alone. The table is made by"
    yield ""
    yield "```sh"
    yield "python tests/benchmarks/evidence.py FOLDER ... > docs/evidence.md"
    yield "```"
    yield ""
    yield "| rule | level | files | findings | read | true | mended |"
    yield "| --- | --- | --: | --: | --: | --: | --: |"
    for name, findings in found.items():
        read, true, mended = judgements.get(name, ("", "", ""))
        count = len({finding.path for finding in findings})
        yield f"| {name} | {load_rule(name).level} | {count} | {len(findings)} | {read} | {true} | {mended or ''} |"


def read_judgements() -> Iterator[tuple[str, tuple[str, str, str]]]:
    for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines()[1:]:
        rule, read, true, mended = line.split("\t")
        yield rule, (read, true, "" if mended == "0" else mended)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folders", nargs="+", type=Path)
    reader.add_argument("--sample", type=Path)
    reader.add_argument("--seed", type=int, default=0)
    arguments = reader.parse_args()
    paths = sorted(path for folder in arguments.folders for path in folder.rglob("*.bib"))
    found, sources = judge(paths)
    if not arguments.sample:
        print("\n".join(table(found, len(paths))))
        print(VENUES.read_text(encoding="utf-8"), end="")
        return
    arguments.sample.mkdir(parents=True, exist_ok=True)
    for name, findings in found.items():
        if findings:
            shown = [show(finding, sources[finding.path]) for finding in draw(findings, arguments.seed)]
            (arguments.sample / f"{name}.txt").write_text("\n".join(shown), encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
