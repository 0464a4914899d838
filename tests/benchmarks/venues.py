"""Measures over a folder of real bibliographies what is recognised as a venue, and which missing DOIs are seen.

    python tests/benchmarks/venues.py FOLDER names [--count 300] [--seed 0]      a sample to be read, name by name
    python tests/benchmarks/venues.py FOLDER dois [--count 100] [--seed 0]       entries whose DOI is taken away
    python tests/benchmarks/venues.py FOLDER none                                entries that have none, by their venues
    python tests/benchmarks/venues.py FILE time                                  what recognition adds to a check

Names and entries are drawn at random, names once each, entries from files drawn at random: else one large file decides.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
from bibcheck.syntax.edits import delete_field
from bibcheck.syntax.tree import Entry, Field, String
from bibcheck.text.latex import decode
from bibcheck.values.doi import read_doi
from bibcheck.venues import recognise as venue_recognition
from bibcheck.venues.recognise import recognise

_PAPERS = ("article", "inproceedings", "conference")
_VENUES = ("booktitle", "journal", "journaltitle")
_PREPRINT = ("eprint", "archiveprefix", "arxivid", "eprinttype")
_REPOSITORIES = ("10.48550", "10.5281", "10.1101", "10.6084")
_WITHOUT = re.compile(
    r"usenix|neurips|\bnips\b|neural information processing|iclr|learning representations|jmlr|machine learning research|pmlr"
    r"|ceur",
    re.IGNORECASE,
)


def read_files(folder: Path) -> Iterator[Bibliography]:
    paths = sorted(folder.rglob("*.bib")) if folder.is_dir() else [folder]
    return (Bibliography(Source.from_file(str(path))) for path in paths)


def sample_names(folder: Path, count: int, seed: int) -> None:
    """Print what each name of a sample is taken for, to be read."""
    for names in (("booktitle",), ("journal", "journaltitle")):
        years = {}
        for bib in read_files(folder):
            for field in bib.fields(*names):
                if field.is_known and field.value:
                    years.setdefault(decode(field.text).text, venue_recognition.year_of(field))
        kind = "booktitle" if names == ("booktitle",) else "journal"
        drawn = random.Random(seed).sample(sorted(years), min(count, len(years)))
        found = [(text, recognise(text, kind, years[text])) for text in drawn]
        sure = [(text, venue) for text, venue in found if venue and venue.is_sure]
        print(f"{kind}: {len(drawn)} names of {len(years)}, {len(sure)} recognised")
        for text, venue in sure:
            print(f"  {' '.join(text.split())[:120]}  =>  {venue.venue.name} ({venue.form})")


def sample_dois(folder: Path, count: int, seed: int) -> None:
    """Take the DOI from papers and articles that name a venue, and count those of which missing-doi says so."""
    by_file: dict[str, list[tuple[Bibliography, Entry]]] = defaultdict(list)
    for bib in read_files(folder):
        for entry in bib.entries:
            doi = entry.field("doi")
            read = read_doi(doi.text) if doi and entry.type in _PAPERS and any(map(entry.field, _VENUES)) else None
            # What has an eprint is let be.
            if read and not read.normal.startswith(_REPOSITORIES) and not any(map(entry.field, _PREPRINT)):
                by_file[bib.path].append((bib, entry))
    chance, seen, reported = random.Random(seed), set(), 0
    missed = []
    total = sum(map(len, by_file.values()))
    while len(seen) < min(count, total):
        bib, entry = chance.choice(by_file[chance.choice(sorted(by_file))])
        if (bib.path, entry.start) in seen:
            continue
        seen.add((bib.path, entry.start))
        if is_reported(without_doi(bib, entry)):
            reported += 1
        else:
            missed.append((entry, next(filter(None, map(entry.field, _VENUES)))))
    print(f"{reported} of {len(seen)} reported, of {total} with a DOI and a venue")
    for entry, field in missed:
        print(f"  {entry.key}: {' '.join(field.text.split())[:100]}")


def without_doi(bib: Bibliography, entry: Entry) -> str:
    """An entry with its macros and its parent, without any field that holds a DOI."""
    text = bib.text[entry.start : entry.end]
    holding = [field for field in entry.fields if field.name == "doi" or ("10." in field.text and _may_go(field))]
    for field in sorted(holding, key=lambda field: -field.start):
        if edit := delete_field(field):
            text = text[: edit.span.start - entry.start] + edit.text + text[edit.span.end - entry.start :]
    macros = "".join(bib.text[block.start : block.end] + "\n" for block in bib.tree.blocks if isinstance(block, String))
    parent = bib.parent(entry)
    return f"{macros}{text}\n{bib.text[parent.start : parent.end] if parent else ''}\n"


def _may_go(field: Field) -> bool:
    return field.name not in ("title", "abstract")


def is_reported(text: str) -> bool:
    rule = load_rule("missing-doi")
    linter = Linter([rule({}, rule.level)])
    linter.add(Source("a.bib", text))
    return bool(linter.finish().findings)


def count_without(folder: Path) -> None:
    """Count what missing-doi reports of entries without a DOI whose venues give none."""
    counts = [0, 0]
    rule = load_rule("missing-doi")
    for bib in read_files(folder):
        linter = Linter([rule({}, rule.level)])
        linter.add(bib.source)
        places = {finding.span.start for finding in linter.finish().findings}
        for entry in bib.entries:
            venues = " ".join(field.text for field in map(entry.field, (*_VENUES, "publisher", "series")) if field)
            if not entry.field("doi") and (entry.type not in _PAPERS or _WITHOUT.search(venues)):
                counts[0] += 1
                counts[1] += any(entry.start <= place < entry.end for place in places)
    print(f"{counts[1]} reported of {counts[0]} that have none")


def time_check(path: Path) -> None:
    """Time the default rules over a file, and within them recognition, which remembers what it has seen."""
    source = Source.from_file(str(path))
    recognising = venue_recognition._recognise
    recognising.cache_clear()
    spent = 0.0

    def timed(text: str, kind: venue_recognition.Kind) -> venue_recognition.Recognised | None:
        nonlocal spent
        started = time.perf_counter()
        found = recognising(text, kind)
        spent += time.perf_counter() - started
        return found

    venue_recognition._recognise = timed  # type: ignore[assignment]
    linter = Linter([load_rule(name)({}, load_rule(name).level) for name in rule_categories() if _is_on(name)])
    started = time.perf_counter()
    linter.add(source)
    linter.finish()
    whole = time.perf_counter() - started
    remembered = recognising.cache_info()
    print(
        f"{len(source.text) / 1e6:.1f} MB in {whole:.2f} s, of which recognition {spent:.2f} s: "
        f"{remembered.misses} names looked up, {remembered.hits} times one of them again"
    )


def _is_on(name: str) -> bool:
    return load_rule(name).level is not Level.OFF


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("what", choices=("names", "dois", "none", "time"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.what == "names":
        sample_names(arguments.folder, arguments.count or 300, arguments.seed)
    elif arguments.what == "dois":
        sample_dois(arguments.folder, arguments.count or 100, arguments.seed)
    elif arguments.what == "none":
        count_without(arguments.folder)
    else:
        time_check(arguments.folder)


if __name__ == "__main__":
    main()
