"""Looks for patterns of the package that take more than time in proportion to their text, and prints them.

    PYTHONPATH=. python tests/benchmarks/patterns.py [PART OF A NAME]

Each pattern that tests/every_pattern.py finds is run over words that make it work. Returns 1 if one took longer than it may.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from time import perf_counter

from tests.every_pattern import words_for
from tests.test_every_pattern import BOUNDED, MADE, PATTERNS

ENDS = ("", "!\0}")
SIZE = 600  # characters, and then four times as many
QUICK = 0.0004  # seconds: what is quicker is not quadratic
MOST = 4.4
TRIES = 8


def seconds(do: Callable[[str], object], text: str) -> float:
    """How long it takes."""
    start = perf_counter()
    do(text)
    return perf_counter() - start


def growth(do: Callable[[str], object], before: str, unit: str, end: str) -> float:
    """How many times as long four times the text takes; 0 where it is too quick to tell."""
    count = max(SIZE // len(unit), 1)
    short, long = (before + unit * times + end for times in (count, 4 * count))
    do(before + unit * 20 + end)  # what doubles with each would stop here
    quickest = seconds(do, short)
    if quickest < QUICK:
        return 0.0
    slowest = seconds(do, long)
    for _ in range(TRIES):
        if slowest <= MOST * quickest or quickest < QUICK:
            return 0.0
        quickest, slowest = min(quickest, seconds(do, short)), min(slowest, seconds(do, long))
    return slowest / quickest


def fault(source: str, flags: int, *, is_anchored: bool) -> str:
    """What makes a pattern slow; empty where nothing does."""
    compiled = re.compile(source, flags)
    ways: list[Callable[[str], object]] = [compiled.match, compiled.fullmatch] if is_anchored else [compiled.findall]
    for before, unit in words_for(source, flags):
        for end in ENDS:
            for do in ways:
                times = growth(do, before, unit, end)
                if times > MOST:
                    return f"{before!r}, {unit!r} again and again, {end!r}: {times:.1f} times as long for four times as much"
    return ""


def main(wanted: str = "") -> int:
    """Print the slow ones. Returns the status."""
    every = [(found.place, *key, found.is_anchored) for key, found in PATTERNS.items() if found.place not in BOUNDED]
    every += [(place, made.pattern, getattr(made, "_flags", re.IGNORECASE), True) for place, made in MADE]
    slow = 0
    for place, source, flags, is_anchored in every:
        what = fault(source, flags, is_anchored=is_anchored) if wanted in place else ""
        if what:
            slow += 1
            print(f"{place}: {what}", flush=True)
    print(f"{len(every)} patterns, {slow} slow")
    return bool(slow)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
