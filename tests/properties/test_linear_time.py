"""Four times the text takes four times as long, whatever it is made of."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rule import Level, Rule
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source

pytestmark = pytest.mark.slow

RULES = [rule for rule in map(load_rule, rule_categories()) if rule.level is not Level.OFF]
FIRST = 600
MOST = 4.4
LEAST_TIME = 0.05  # seconds: a shorter time says nothing


def entries(template: str, count: int, between: str = "\n") -> str:
    """So many entries: in the template, `<i>` is the number of each, `<next>` and `<before>` those around it."""
    return between.join(
        template.replace("<i>", str(i)).replace("<next>", str(i + 1)).replace("<before>", str(i - 1))
        for i in range(count)
    )


def one_entry(fields: str, count: int) -> str:
    """An entry with so many fields."""
    return "@misc{k,\n" + entries(fields, count) + "\n}"


PLAIN = "@misc{k<i>, title = {On Trees <i>}, year = {2000}}"
BIBLATEX = "@online{x, date = {2000}, title = {T}}\n"
CASES: dict[str, Callable[[int], str]] = {
    "entries on one line": lambda n: entries(PLAIN, n, " "),
    "broken entries on one line": lambda n: entries(PLAIN.replace("},", "}"), n, " "),
    "crossrefs to nothing": lambda n: entries("@inproceedings{k<i>, crossref={p<i>}}", n),
    "a chain of crossrefs": lambda n: entries("@inproceedings{k<i>, crossref={k<next>}}", n),
    "a chain of crossrefs, backwards": lambda n: entries("@inproceedings{k<i>, crossref={k<before>}}", n),
    "a circle of crossrefs": lambda n: entries("@inproceedings{k<i>, crossref={k<next>}}", n).replace(f"k{n}}}", "k0}"),
    "crossrefs to one entry": lambda n: entries("@inproceedings{k<i>, crossref={p}}", n) + "\n@proceedings{p}",
    "a chain of xdata": lambda n: BIBLATEX + entries("@online{k<i>, date={2000}, xdata={k<next>}}", n),
    "a long list of xdata": lambda n: (
        f"@online{{k, date={{2000}}, xdata={{{entries('k<i>', n, ',')}}}}}\n{entries('@xdata{k<i>, title={x}}', n)}"
    ),
    "suppressions": lambda n: entries(f"% bibcheck: ignore missing-doi\n{PLAIN}", n),
    "suppressions of what there is not": lambda n: entries(f"% bibcheck: ignore foo<i>\n{PLAIN}", n),
    "suppressions above one entry": lambda n: "% bibcheck: ignore missing-doi\n" * n + PLAIN,
    "names in one suppression": lambda n: "% bibcheck: ignore " + "missing-doi, " * n + f"\n{PLAIN}",
    "one field again and again": lambda n: one_entry("note = {a<i>},", n),
    "many fields": lambda n: one_entry("note<i> = {a<i>},", n),
    "many fields without commas": lambda n: one_entry("note<i> = {a<i>}", n),
    "one key again and again": lambda n: entries("@misc{k, title = {On Trees <i>}}", n),
    "open comments": lambda n: "@comment{" * n,
    "open comments on lines": lambda n: "@comment{\n" * n + PLAIN,
    "open comments for biber": lambda n: BIBLATEX + "@comment{\n" * n,
    "open strings": lambda n: "@string{" * n,
    "open preambles": lambda n: "@preamble{" * n,
    "open entries": lambda n: "@misc{k,\n" * n,
    "open entries for biber": lambda n: BIBLATEX + "@online{k,\n" * n,
    "open keys": lambda n: "@misc{k" * n,
    "open values": lambda n: entries("@misc{k<i>, title = {On Trees", n),
    "open quotes": lambda n: '@misc{k, title="' * n,
    "closed twice": lambda n: entries("@misc{k<i>, title = {On Trees}}}", n),
    "at signs": lambda n: "@ \n" * n,
    "commented entries": lambda n: "% @misc{k, x\n" * n + PLAIN,
    "macros": lambda n: f"{entries('@string{s<i> = {x}}', n)}@misc{{k, note = {entries('s<i>', n, ' # ')}}}",
    "macros of themselves": lambda n: "@string{s = s # {x}}\n" * n,
    "macros that are not there": lambda n: entries("@misc{k<i>, note = u<i>}", n),
    "macros below their use": lambda n: entries("@misc{k<i>, note=s<i>}\n@string{s<i>={x}}", n),
    "preambles": lambda n: '@preamble{"x"}\n' * n + PLAIN,
    "groups in groups": lambda n: "@misc{k, title = {" + "{" * n + "x" + "}" * n + "}}",
    "formulas in groups": lambda n: "@misc{k, title = {" + "$\\a{" * n + "x" + "}$" * n + "}}",
    "commands in commands": lambda n: "@misc{k, title = {" + "\\emph{" * n + "x" + "}" * n + "}}",
    "one list of names": lambda n: f"@misc{{k, author = {{{entries('Ada <i> Bob', n, ' and ')}}}}}",
    "one DOI": lambda n: entries("@misc{k<i>, title={T <i>}, doi={10.1000/1}}", n),
    "one work": lambda n: entries("@misc{k<i>, title={On the Design of Trees}, author={Ada Bob}, year=2000}", n),
    "one title": lambda n: entries("@misc{k<i>, title={On the Design of Trees}, author={Ada <i> Bob}, year=2000}", n),
    "one author": lambda n: entries("@misc{k<i>, title={On the Design of Trees <i>}, author={Ada Bob}, year=2000}", n),
    "aliases": lambda n: BIBLATEX + entries("@online{k<i>, date={2000}, ids={a<i>}}", n),
}


def seconds(text: str) -> float:
    """How long a check of a text takes the processor."""
    rules: list[Rule] = [rule({}, Level.WARNING) for rule in RULES]
    linter = Linter(rules, together=False)
    gc.collect()  # what the last text left: new memory costs more than memory that is free again
    start = time.process_time()
    linter.add(Source("a.bib", text))
    linter.finish()
    return time.process_time() - start


@pytest.fixture(scope="module", autouse=True)
def without_collecting_garbage() -> Iterator[None]:
    """As the program itself runs."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("case", CASES)
def test_four_times_the_text_takes_four_times_as_long(case: str) -> None:
    make = CASES[case]
    seconds(make(20))
    size = FIRST
    # Not larger than need be: what no longer fits into the caches of a processor takes longer, whatever is done with it.
    while (before := seconds(make(size))) < LEAST_TIME and size < 4_000:
        size *= 2
    ratios = []
    # Each size is measured once, for what it has read is remembered; a busy machine gets other chances.
    for attempt in range(4):
        ratios.append(seconds(make(4 * size + attempt)) / max(before, LEAST_TIME / 2))
        if ratios[-1] <= MOST:
            return
        before = seconds(make(size + attempt + 1))
    pytest.fail(f"{case}: four times as much takes {', '.join(f'{ratio:.1f}' for ratio in ratios)} times as long")
