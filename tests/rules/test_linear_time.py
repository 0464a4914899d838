"""Rules on entries, titles, syntax, keys and links take time in proportion to the file."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Level, Rule
from bibcheck.rules import load_rule
from bibcheck.source import Source

WORST = 4.4  # times as long for four times the text
TRIES = 15  # other programs run too, and what is quadratic takes sixteen times as long


def each(entry: str) -> Callable[[int], str]:
    """A file of so many entries, each with its number in place of `%`, and that of the next in place of `$`."""
    return lambda count: "".join(entry.replace("%", str(n)).replace("$", str(n + 1)) for n in range(count))


def within(head: str, part: str, tail: str) -> Callable[[int], str]:
    """A file with one thing repeated in one entry."""
    return lambda count: head + part * count + tail


SHAPES = [
    ("undefined-crossref", each("@inproceedings{key%, title = {T}, crossref = {parent%}}\n"), 2000),
    ("crossref-cycle", each("@misc{k%, crossref = {k$}}\n"), 1000),
    (
        "crossref-cycle",
        lambda count: each("@misc{k%, crossref = {k$}}\n")(count).replace(f"{{k{count}}}", "{k0}"),
        3000,
    ),
    ("missing-required-field", each("@article{k%, xdata = {k$}}\n"), 1000),
    ("lost-entry", lambda count: each("@misc{k%, title = {T}} ")(count) + "\n", 1500),
    ("commented-entry", within("", "@comment{ {\n", "@misc{k, title = {T}}\n"), 3000),
    ("commented-entry", within("", "@comment{ x\n@misc{k, title = {T}}\n", ""), 1500),
    ("duplicate-field", within("@misc{k", ", note = {a}", "}\n"), 3000),
    ("empty-field", within("@misc{k", ", note = {}", "}\n"), 3000),
    ("placeholder-value", within("@misc{k", ", number = {None}", "}\n"), 3000),
    ("unprotected-capitals", within("@misc{k, title = {", "On RSSI-Based ", "}}\n"), 1500),
    ("unprotected-capitals", within("@misc{k, title = {", "RSSI-Based-", "}}\n"), 1500),
    ("partial-word-braces", within("@misc{k, title = {", "{D}NA ", "}}\n"), 3000),
    ("export-residue", within("@misc{k, title = {", "A. com a- tion ", "}}\n"), 3000),
    ("misplaced-value", within("@misc{k, journal = {", ", p. ", "}}\n"), 3000),
    ("stray-delimiter", within("@misc{k, publisher = {", ", ", "}}\n"), 6000),
    ("local-path", within("@misc{k, file = {", "/home/", "}}\n"), 3000),
]


@pytest.fixture(autouse=True)
def no_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize(("name", "write", "count"), SHAPES)
def test_four_times_the_text_takes_four_times_as_long(name: str, write: Callable[[int], str], count: int) -> None:
    rule = load_rule(name)({}, Level.WARNING)
    small, large = write(count), write(4 * count)
    run(rule, small)
    ratios = []
    for _ in range(TRIES):
        ratios.append(run(rule, large) / max(run(rule, small), 1e-4))
        if ratios[-1] < WORST:
            return
    raise AssertionError(f"{name}: {min(ratios):.1f} times as long")


def run(rule: Rule, text: str) -> float:
    bib = Bibliography(Source("x.bib", text))
    start = time.process_time()
    groups: dict[str, list[Fact]] = {}
    for fact in rule.facts(bib):
        groups.setdefault(fact.key, []).append(fact)
    for _ in rule.check(bib):
        pass
    for facts in groups.values():
        for _ in rule.judge(facts):
            pass
    return time.process_time() - start
