"""Makes publishers.txt, doi_prefixes.txt and doi_policies.txt out of sources/: `python -m bibcheck.knowledge.build`.

In the sources a list is joined by `|`. The columns that need a word:

- publishers.tsv: `aliases` are names of one and the same publisher, `related` those of its imprints, platforms and former
  selves, which nobody should be told to replace. `registers_dois` speaks of its journals; `journals_since` is the first
  year from which they do throughout, where that is not their first volume, `proceedings_since` that of its conferences.
- conferences.tsv, journals.tsv: `years` are those whose papers have DOIs (`-2018,2021-`), where that is not all of them.
- conferences.tsv: `acronym_shared` says that the acronym alone does not tell which conference is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bibcheck.values.venues import Venue, fold_name, read_venue

_HERE = Path(__file__).parent
_SOURCES = _HERE / "sources"

# A name in so few words that are no acronym may be the title of any book: `Formal Methods`.
_FEWEST_WORDS = 3
_FEWEST_WORDS_OF_NO_EVENT = 4
_SHORTEST_ACRONYM = 4
# `ACM Symposium on Cloud Computing` without its sponsor may be anybody's.
_MOST_WORDS_IN_NEED = 4


def build() -> dict[str, str]:
    """The text of each file that ships, by its name."""
    publishers = list(_rows("publishers.tsv"))
    prefixes = {row["prefix"]: row["publisher"] for row in _rows("doi_prefixes.tsv")}
    return {
        "publishers.txt": _join(_publisher_lines(publishers)),
        "doi_prefixes.txt": _join(f"{prefix}\t{name}" for prefix, name in prefixes.items()),
        "doi_policies.txt": _join(_policy_lines(publishers)),
    }


def write() -> None:
    """Write what `build` makes."""
    for name, text in build().items():
        (_HERE / name).write_text(text, encoding="utf-8", newline="\n")


def _rows(name: str) -> Iterator[dict[str, str]]:
    header, *lines = (_SOURCES / name).read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))


def _join(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in sorted(lines))


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


def _policy_lines(publishers: list[dict[str, str]]) -> Iterator[str]:
    """Whether DOIs are registered, in which years, by which publisher of journals, for which conference with which
    sponsors, and the identities that this is true of.
    """
    for row in _rows("conferences.tsv"):
        venues = [read_venue(name) for name in (row["name"], *row["other_names"].split("|")) if name]
        identities = _identities(venues, is_refusal=row["registers_dois"] == "no")
        if not row["acronym_shared"]:
            identities.add(fold_name(row["acronym"]))
        sponsors = dict.fromkeys(sponsor for venue in venues for sponsor in venue.sponsors)
        label = row["acronym"] or row["name"]
        yield "\t".join(
            (row["registers_dois"], row["years"], "", label, "|".join(sponsors), "|".join(sorted(identities)))
        )
    yield from _journal_lines({row["name"]: row for row in publishers})


def _identities(venues: list[Venue], is_refusal: bool) -> set[str]:
    """The identities that tell the conference; with `*` before those that do so only beside one of its sponsors.

    Where the conference registers none, all are good: they only make a rule say nothing.
    """
    if is_refusal:
        return {venue.identity for venue in venues}
    told = [venue for venue in venues if _tells(venue)]
    alone = {
        venue.identity for venue in told if not venue.sponsors or len(venue.identity.split()) > _MOST_WORDS_IN_NEED
    }
    return alone | {f"*{venue.identity}" for venue in told if venue.identity not in alone}


def _journal_lines(publishers: dict[str, dict[str, str]]) -> Iterator[str]:
    journals: dict[tuple[str, str], set[str]] = {}
    for row in _rows("journals.tsv"):
        forms = (row["name"], row["short_name"], *row["other_forms"].split("|"))
        found = {read_venue(form).identity for form in forms if form}
        long = {identity for identity in found if " " in identity or len(identity) >= _SHORTEST_ACRONYM}
        since = publishers[row["publisher"]]["journals_since"]
        years = row["years"] or (f"{since}-" if since else "")
        journals.setdefault((row["publisher"], years), set()).update(long)
    for (name, years), identities in journals.items():
        publisher = publishers[name]
        short = publisher["short"] or name
        yield "\t".join((publisher["registers_dois"], years, short, "", "", "|".join(sorted(identities))))


def _tells(venue: Venue) -> bool:
    """Whether a name can be nothing but that of the conference."""
    words = venue.identity.split()
    if len(words) == 1:
        return venue.name.isupper() and len(venue.name) >= _SHORTEST_ACRONYM
    return len(words) >= (_FEWEST_WORDS if venue.is_event else _FEWEST_WORDS_OF_NO_EVENT)


if __name__ == "__main__":
    write()
