"""No pattern of the package takes more time than in proportion to its text: each is found, and made to work."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import perf_counter

import pytest

from tests.every_pattern import computed_patterns, every_pattern, words_for

PATTERNS = every_pattern()
ENDS = ("", "!\0}")
SIZE = 600  # characters, and then four times as many
QUICK = 0.0004  # seconds: what is quicker is not quadratic
MOST = 4.4
TRIES = 8
# What is searched for in texts of bounded length, or from one place, where it says so: pumping tells nothing of it.
BOUNDED = {
    "bibcheck.documents.latex_definitions._LET": "matched at a place",
    "bibcheck.documents.latex_definitions._COPY": "matched at a place",
    "bibcheck.documents.latex_definitions._DEFINED": "matched at a place",
    "bibcheck.documents.latex_skipping._OPTIONS": "matched at a place",
    "bibcheck.documents.latex_skipping._LANGUAGE": "matched at a place",
    "bibcheck.documents.typst._ARGUMENT_NAME": "the characters just before a string",
    "bibcheck.rules.citations.repeated_citation._SEPARATORS": "fullmatch",
    "bibcheck.rules.dates.malformed_date._DAY_FIRST": "fullmatch",
    "bibcheck.rules.dates.malformed_date._MONTH_FIRST": "fullmatch",
    "bibcheck.rules.dates.malformed_date._MONTH_YEAR": "fullmatch",
    "bibcheck.rules.entries.misplaced_value._YEAR": "matched at the start of a value",
    "bibcheck.rules.entries.stray_delimiter._LAST_WORD": "the last 30 characters",
    "bibcheck.rules.identifiers.secondhand_url._HOSTS": "fullmatch of a host",
    "bibcheck.rules.text.mojibake._WORD_BEFORE": "some characters before a place",
    "bibcheck.rules.titles.trailing_period._END": "the last 80 characters",
}
# Functions that make a pattern of what they are given. Those of the settings are judged when they are read.
COMPUTED = {
    "bibcheck.documents.latex_skipping: _COMMAND + also + (f'|{_CHUNK}' if with_chunks else '')",
}


def seconds(do: Callable[[str], object], text: str) -> float:
    start = perf_counter()
    do(text)
    return perf_counter() - start


@pytest.mark.slow
@pytest.mark.parametrize(("source", "flags"), PATTERNS, ids=[each.place for each in PATTERNS.values()])
def test_a_pattern_takes_linear_time(source: str, flags: int) -> None:
    found = PATTERNS[source, flags]
    if found.place in BOUNDED:
        return
    compiled = re.compile(source, flags)
    ways: list[Callable[[str], object]] = (
        [compiled.match, compiled.fullmatch] if found.is_anchored else [compiled.findall]
    )
    for before, unit in words_for(source, flags):
        for end in ENDS:
            for do in ways:
                do(before + unit * 20 + end)  # what doubles with each would stop here
                assert_linear(do, before, unit, end)


def assert_linear(do: Callable[[str], object], before: str, unit: str, end: str) -> None:
    count = max(SIZE // len(unit), 1)
    short, long = (before + unit * times + end for times in (count, 4 * count))
    quickest = seconds(do, short)
    if quickest < QUICK:
        return
    slowest = seconds(do, long)
    for _ in range(TRIES):
        if slowest <= MOST * quickest:
            return
        quickest, slowest = min(quickest, seconds(do, short)), min(slowest, seconds(do, long))
        if quickest < QUICK:
            return
    pytest.fail(
        f"{before!r}, {unit!r} again and again, {end!r}: {slowest / quickest:.1f} times as long for four times as much"
    )


def test_what_is_exempted_is_there() -> None:
    assert set(BOUNDED) <= {each.place for each in PATTERNS.values()}


def test_patterns_are_not_made_where_nobody_judges_them() -> None:
    assert set(computed_patterns()) == COMPUTED
