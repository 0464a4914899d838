"""Says how many invented references the preset `integrity` has findings for, and how many real ones.

    python tests/benchmarks/invented.py FILE

FILE has one JSON object a line, with `bibtex_type`, `bibtex_key`, `fields`, `label` (`VALID` for a real reference) and, for
invented ones, `hallucination_type`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from bibcheck.engine.linter import Linter
from bibcheck.rule import Level, Rule
from bibcheck.rules import load_rule
from bibcheck.settings.presets import read_preset
from bibcheck.source import Source

REAL = "VALID"


def rules() -> list[Rule]:
    """The rules that the preset names, with its options."""
    made = []
    for name, asked in read_preset("integrity").raw["rules"].items():
        options = {key: value for key, value in asked.items() if key != "level"} if isinstance(asked, dict) else {}
        made.append(load_rule(name)(options, Level.WARNING))
    return made


def write_entry(row: dict[str, Any]) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in row["fields"].items())
    return f"@{row['bibtex_type']}{{{row['bibtex_key']},\n{fields}}}\n"


def found(row: dict[str, Any]) -> set[str]:
    """The rules that have a finding for a reference."""
    linter = Linter(rules())
    linter.add(Source("references.bib", write_entry(row)))
    return {finding.rule for finding in linter.finish().findings}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    rows = [json.loads(line) for line in parser.parse_args().file.read_text("utf-8").splitlines()]
    total: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    by_rule: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for row in rows:
        is_real = row["label"] == REAL
        kind = "real" if is_real else row.get("hallucination_type") or "other"
        names = found(row)
        total[kind] += 1
        flagged[kind] += bool(names)
        by_rule[is_real].update(names)
    for kind in sorted(total):
        print(f"{kind:25} {flagged[kind]:4} of {total[kind]:4}")
    invented = sum(total.values()) - total["real"]
    print(f"{'all invented':25} {sum(flagged.values()) - flagged['real']:4} of {invented:4}")
    for name, count in by_rule[False].most_common():
        print(f"  {name:23} {count:4} invented, {by_rule[True][name]:4} real")


if __name__ == "__main__":
    main()
