"""Keeps what readers judged of findings and fixes, and makes of it what the documentation says.

    python tests/benchmarks/evidence.py --add SAMPLE --seed NUMBER [--date DATE]
    python tests/benchmarks/evidence.py

The first adds a sample that somebody has read to judgements.tsv. The sample is what draw.py printed; the reader writes a
verdict at the end of the line that numbers an item where it is not true, or its fix not right: `trivial` (true, but an
editor would wave it away), `false`, `wrong`, `harmful`. Where a rule was mended so that it no longer says what was not
true, write the count into the last column.

The second makes docs/evidence.md and bibcheck/rules/evidence.py of judgements.tsv, venues.md and recall.md beside this file.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bibcheck.rules import load_rule, rule_categories

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
JUDGEMENTS = HERE / "judgements.tsv"
PAGE = ROOT / "docs" / "evidence.md"
MODULE = ROOT / "bibcheck" / "rules" / "evidence.py"

_ITEM = re.compile(
    r"^(?P<kind>finding|safe|unsafe) \d+ of \d+, from \d+:[ ]*(?P<verdict>\w*)\n\[\w+\] (?P<rule>[\w-]+):", re.MULTILINE
)
_MODULE_HEAD = '''"""How often the findings of a rule were true. Made by `python tests/benchmarks/evidence.py`."""

from __future__ import annotations

# The rule: findings read, how many of them true (some of them trivial), and when the last were read.
READ: dict[str, tuple[int, int, str]] = {
'''
_PAGE_HEAD = """# What the rules find in real bibliographies

Findings of the rules that are on by default, and their fixes, drawn at random from real bibliographies of papers and
projects (a file first, then a finding of it) and read one by one, with the entry before the reader's eyes. The readers
were sessions of language models that had not written the rules, not people. *True* is what the entry bears out;
*trivial* is the part of it that a careful editor would wave away; *mended* are those of the trivial and untrue ones that
the rule no longer reports. In the first round trivial findings were counted as not true. Of fixes it was judged whether
the entry is right after them. Rules that are not listed were not drawn, and are held by their tests alone. The table is
made by

```sh
python tests/benchmarks/evidence.py
```

from `tests/benchmarks/judgements.tsv`, for which `tests/benchmarks/draw.py` draws. Seed 1130 was read before the rules were
mended, the others after; seed 3 drew from the rules for errors alone, seed 4 from those of which few findings had been read.

"""


class Judgement(NamedTuple):
    """What was read of one rule in one sample. `kind` is "finding", "safe" or "unsafe"."""

    date: str
    seed: str
    kind: str
    rule: str
    read: int
    true: int
    trivial: int
    false: int
    mended: int


def read_judgements() -> list[Judgement]:
    """The table, in the order of the file."""
    rows = [line.split("\t") for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines()[1:]]
    return [Judgement(date, seed, kind, rule, *map(int, counts)) for date, seed, kind, rule, *counts in rows]


def tally(sample: str, date: str, seed: str) -> Iterator[Judgement]:
    """The judgements in a sample that was read."""
    verdicts: dict[tuple[str, str], Counter[str]] = {}
    for item in _ITEM.finditer(sample):
        verdicts.setdefault((item["kind"], item["rule"]), Counter())[item["verdict"]] += 1
    for (kind, rule), counts in sorted(verdicts.items()):
        false = counts["false"] + counts["wrong"] + counts["harmful"]
        read = counts.total()
        yield Judgement(date, seed, kind, rule, read, read - false, counts["trivial"], false, 0)


def totals(judgements: list[Judgement]) -> Counter[str]:
    """The sums of all columns that count."""
    sums: Counter[str] = Counter()
    for judgement in judgements:
        sums.update({name: getattr(judgement, name) for name in ("read", "true", "trivial", "false", "mended")})
    return sums


def page() -> str:
    """The text of docs/evidence.md."""
    judgements = read_judgements()
    lines = ["| read on | seed | what | read | true or right | trivial | not | mended |"]
    lines.append("| --- | --: | --- | --: | --: | --: | --: | --: |")
    for date, seed in dict.fromkeys((judgement.date, judgement.seed) for judgement in judgements):
        for kind, name in (("finding", "findings"), ("safe", "safe fixes"), ("unsafe", "unsafe fixes")):
            rows = [row for row in judgements if (row.date, row.seed, row.kind) == (date, seed, kind)]
            if rows:
                lines.append(f"| {date} | {seed} | {name} | {_cells(totals(rows))} |")
    lines += ["", "| rule | level | read | true | trivial | not | mended | safe fixes right | unsafe fixes right |"]
    lines.append("| --- | --- | --: | --: | --: | --: | --: | --: | --: |")
    for rule in rule_categories():
        kinds = {kind: totals([row for row in judgements if (row.rule, row.kind) == (rule, kind)]) for kind in KINDS}
        if any(sums["read"] for sums in kinds.values()):
            fixes = " | ".join(_fixes(kinds[kind]) for kind in ("safe", "unsafe"))
            lines.append(f"| {rule} | {load_rule(rule).level} | {_cells(kinds['finding'])} | {fixes} |")
    parts = [(HERE / name).read_text(encoding="utf-8") for name in ("recall.md", "venues.md")]
    return _PAGE_HEAD + "\n".join(lines) + "\n" + "".join(parts)


KINDS = ("finding", "safe", "unsafe")


def _cells(sums: Counter[str]) -> str:
    names = ("read", "true", "trivial", "false", "mended")
    return " | ".join([str(sums["read"]), str(sums["true"]), *(str(sums[name] or "") for name in names[2:])])


def _fixes(sums: Counter[str]) -> str:
    return f"{sums['true']} of {sums['read']}" if sums["read"] else ""


def module() -> str:
    """The text of bibcheck/rules/evidence.py."""
    lines = []
    for rule in rule_categories():
        rows = [row for row in read_judgements() if (row.rule, row.kind) == (rule, "finding")]
        sums = totals(rows)
        if sums["read"]:
            month = max(row.date for row in rows)[:7]
            lines.append(f'    "{rule}": ({sums["read"]}, {sums["true"]}, "{month}"),\n')
    return f"{_MODULE_HEAD}{''.join(lines)}}}\n"


def main() -> None:
    """Add a sample, or make the page and the module."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--add", type=Path)
    reader.add_argument("--seed", default="")
    reader.add_argument("--date", default=time.strftime("%Y-%m-%d"))
    arguments = reader.parse_args()
    if arguments.add:
        sample = arguments.add.read_text(encoding="utf-8", errors="replace")
        with JUDGEMENTS.open("a", encoding="utf-8") as file:
            file.writelines("\t".join(map(str, row)) + "\n" for row in tally(sample, arguments.date, arguments.seed))
        return
    PAGE.write_text(page(), encoding="utf-8")
    MODULE.write_text(module(), encoding="utf-8")


if __name__ == "__main__":
    main()
