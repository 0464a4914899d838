"""Holds what is known of publishers and of the DOIs of venues against the DOIs of real bibliographies.

    python tests/benchmarks/doi_houses.py FOLDER ...

Prints each publisher beside the prefixes that its entries have and it is not known for, each prefix that belongs to two
known houses, and each venue whose papers are said to have no DOIs, or others. What is printed is to be read: the entry may
be wrong, or what is known.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.source import Source
from bibcheck.text.latex import decode
from bibcheck.values.doi import read_doi
from bibcheck.venues.doi_venues import HOUSES
from bibcheck.venues.dois import entry_policy

_FAKE = "10.5555"


def read(folders: list[Path]) -> Iterator[Bibliography]:
    for folder in folders:
        for path in sorted(folder.rglob("*.bib")):
            yield Bibliography(Source.from_file(str(path)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    agreeing = 0
    by_house: dict[str, Counter[str]] = defaultdict(Counter)
    by_venue: dict[str, Counter[str]] = defaultdict(Counter)
    for bib in read(parser.parse_args().folders):
        for field, doi in bib.values(read_doi, "doi"):
            if not doi or not field.entry or doi.prefix == _FAKE:
                continue
            policy = entry_policy(bib.venues, field.entry)
            if policy and policy.registers_dois == "no":
                by_venue[policy.subject][doi.normal] += 1
            publisher = field.entry.field("publisher")
            house = publisher_of(decode(publisher.text).text) if publisher else None
            if house and house.doi_prefixes:
                agrees = doi.prefix in house.doi_prefixes
                agreeing += agrees
                if not agrees:
                    by_house[house.name][f"{doi.prefix} {HOUSES.get(doi.prefix, '')}".strip()] += 1
    print(f"{agreeing} DOIs have a prefix of the publisher of their entry")
    for title, table in (("publisher", by_house), ("venue without DOIs", by_venue)):
        for name, found in sorted(table.items()):
            told = ", ".join(f"{what} ({count})" for what, count in found.most_common(6))
            print(f"{title}: {name}: {told}")


if __name__ == "__main__":
    main()
