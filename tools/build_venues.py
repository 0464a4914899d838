"""Makes publishers.txt and venues.dat out of sources/: `python -m tools.build_venues`.

In the sources a list is joined by `|`. The columns that need a word:

- publishers.tsv: `aliases` are names of one and the same publisher, `related` those of its imprints, platforms and former
  selves, which nobody should be told to replace. `registers_dois` speaks of its journals; `journals_since` is the first
  year from which they do throughout, where that is not their first volume, `proceedings_since` that of its conferences.
- conferences.tsv, journals.tsv: `years` are those whose papers have DOIs (`-2018,2021-`), where that is not all of them;
  behind `~` those of which some have one, or have one that hardly anybody gives.
  The `publisher` of a journal is given where it is known that its articles have DOIs, or have none.
- conferences.tsv: `acronym_shared` says that the acronym alone does not tell which conference is meant; `former_names` have
  the last year in which each was in use (`NIPS@2017`); `edition_code` is a list of `A1979` (edition = year - 1979) and
  `B1992` (edition = half of year - 1992), each with the years in which it holds (`A2006@2020`, `B1992@2002-2020`).
- volumes.tsv: volume = year - `k`, `tolerance` years more or less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bibcheck.values.folding import fold_name
from bibcheck.venues.index import HEADER, MAGIC, KnownVenue, Volumes, hash_of, journal_id, keys_of, write_line

_HERE = Path(__file__).parent
_KNOWLEDGE = _HERE.parent / "bibcheck" / "knowledge"
_SOURCES = _HERE / "sources"


def build() -> dict[str, bytes]:
    """The bytes of each file that ships, by its name."""
    publishers = list(_rows("publishers.tsv"))
    return {
        "publishers.txt": _join(_publisher_lines(publishers)),
        "venues.dat": _pack(read_sources()),
    }


def write() -> None:
    """Write what `build` makes."""
    for name, data in build().items():
        (_KNOWLEDGE / name).write_bytes(data)


def _rows(name: str) -> Iterator[dict[str, str]]:
    header, *lines = (_SOURCES / name).read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise SystemExit(f"{name}:{number}: {len(cells)} columns, not {len(columns)}; the empty ones have tabs too")
        yield dict(zip(columns, cells, strict=True))


def _join(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def _publisher_lines(rows: list[dict[str, str]]) -> Iterator[str]:
    """Key, name, short name, whether it registers DOIs, since when for proceedings, prefixes, places, aliases, related."""
    for row in rows:
        key = fold_name(row["name"])
        aliases = sorted({fold_name(alias) for alias in row["aliases"].split("|")} - {key, ""})
        related = sorted({f"{fold_name(other)}={other}" for other in row["related"].split("|") if other})
        places = sorted({fold_name(part) for place in row["addresses"].split("|") for part in place.split(",")} - {""})
        yield "\t".join(
            (
                key,
                row["name"],
                row["short"],
                row["registers_dois"],
                row["proceedings_since"],
                row["doi_prefixes"],
                "|".join(places),
                "|".join(aliases),
                "|".join(related),
            )
        )


def read_sources() -> list[KnownVenue]:
    """Every journal and conference, in the order of the sources."""
    conferences = [_conference(row) for row in _rows("conferences.tsv")]
    houses = {row["name"]: row for row in _rows("publishers.tsv")}
    volumes: dict[str, list[Volumes]] = {}
    for row in _rows("volumes.tsv"):
        numbers = (int(row["k"]), int(row["first_year"]), _number(row["last_year"]), int(row["tolerance"]))
        volumes.setdefault(row["journal"], []).append(Volumes(*numbers))
    journals = [_journal(row, houses, tuple(volumes.get(row["name"], ()))) for row in _rows("journals.tsv")]
    venues = conferences + journals
    counts = Counter(form for venue in venues for form in {fold_name(name) for name in venue.names})
    return [venue._replace(is_ambiguous=counts[fold_name(venue.abbreviation)] > 1) for venue in venues]


def _conference(row: dict[str, str]) -> KnownVenue:
    former = ((name, int(year)) for name, _, year in (item.partition("@") for item in _list(row["former_names"])))
    sponsors = dict.fromkeys(word for sponsor in _list(row["sponsors"]) for word in sponsor.upper().split())
    return KnownVenue(
        id=row["id"],
        kind="conference",
        name=row["name"],
        acronym=row["acronym"],
        acronym_is_shared=bool(row["acronym_shared"]),
        forms=_list(row["other_names"]),
        former_names=tuple(former),
        publishers=_list(row["publisher"]),
        sponsors=tuple(sponsors),
        registers_dois=row["registers_dois"],
        doi_years=row["years"],
        doi_prefixes=_list(row["doi_prefix"]),
        first_year=_number(row["first_year"]),
        frequency=row["frequency"],
        editions=row["edition_code"],
    )


def _journal(row: dict[str, str], houses: dict[str, dict[str, str]], volumes: tuple[Volumes, ...]) -> KnownVenue:
    house = houses.get(row["publisher"], {})
    since = house.get("journals_since")
    years = row["years"] or (f"{since}-" if since else "")
    forms = _list(row["other_forms"])
    acronyms = [form for form in forms if form.isalpha() and form.isupper()]
    return KnownVenue(
        id=journal_id(row["name"]),
        kind="journal",
        name=row["name"],
        abbreviation=row["abbreviation"],
        acronym=acronyms[0] if acronyms else "",
        forms=tuple(form for form in forms if form not in acronyms[:1]),
        publishers=_list(row["publisher"]),
        issn=_list(row["issn"]),
        registers_dois=house.get("registers_dois", ""),
        doi_years=years,
        volumes=volumes,
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _number(text: str) -> int | None:
    return int(text) if text else None


def _pack(venues: list[KnownVenue]) -> bytes:
    """venues.dat: a table of hashes and offsets, sorted, and after it a line for each venue."""
    keys = [(hash_of(key), number) for number, venue in enumerate(venues) for key in keys_of(venue)]
    start = HEADER + 8 * len(keys)
    offsets, lines = [], []
    for venue in venues:
        line = f"{write_line(venue)}\n".encode()
        offsets.append(start)
        lines.append(line)
        start += len(line)
    table = b"".join(hashed.to_bytes(4) + offsets[number].to_bytes(4) for hashed, number in sorted(keys))
    return MAGIC + len(keys).to_bytes(HEADER - len(MAGIC)) + table + b"".join(lines)


if __name__ == "__main__":
    write()
