"""Times reading with all spans beside other parsers, in turn, in one process.

    python tests/benchmarks/parsing.py FILE.bib ...        (pip install -e '.[bench]')

Prints the best of several rounds for each: megabytes a second, and how many times as long as bibcheck it takes. Figures
are printed, never asserted: machines differ, ratios in one run less so.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

from bibcheck.source import Source
from bibcheck.syntax.parser import parse

ROUNDS = 5


def read_with_bibcheck(text: str) -> int:
    return sum(1 for _ in parse(Source("x.bib", text)).entries)


def read_with_bibtexparser(text: str) -> int:
    from bibtexparser.splitter import Splitter

    logging.disable(logging.CRITICAL)
    return len(Splitter(text).split().entries)


def read_with_pybtex(text: str) -> int:
    from pybtex.database.input.bibtex import LowLevelParser

    return sum(1 for _ in LowLevelParser(text, handle_error=lambda error: None))


PARSERS: dict[str, Callable[[str], int]] = {
    "bibcheck": read_with_bibcheck,
    "bibtexparser 2": read_with_bibtexparser,
    "pybtex": read_with_pybtex,
}


def main(paths: list[str]) -> None:
    for path in paths:
        text = Source.from_file(path).text
        best = dict.fromkeys(PARSERS, float("inf"))
        entries = {}
        for _ in range(ROUNDS):
            for name, read in PARSERS.items():
                start = time.perf_counter()
                entries[name] = read(text)
                best[name] = min(best[name], time.perf_counter() - start)
        print(f"{path}: {len(text):,} characters")
        for name, seconds in best.items():
            speed, ratio = len(text) / seconds / 1e6, seconds / best["bibcheck"]
            print(f"  {name:15} {seconds * 1000:8.0f} ms {speed:6.1f} MB/s  x{ratio:5.1f}  {entries[name]:6} entries")


if __name__ == "__main__":
    main(sys.argv[1:])
