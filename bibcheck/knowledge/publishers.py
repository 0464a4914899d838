"""Publishers: who is who under which name, and who registers DOIs. The table is read on first use."""

from __future__ import annotations

from functools import lru_cache
from os.path import dirname, join

from bibcheck.records import NamedTuple
from bibcheck.values.folding import fold_name
from bibcheck.values.places import is_country_or_region

_LEGAL_FORMS = frozenset(
    "inc ltd limited llc gmbh bv ag sa kg kgaa corp corporation co company plc pte srl spa".split()
)
_LONGEST_NAME = 12  # words of a name before its first comma
# Keys of houses that hold no conferences, as IEEE and ACM do: as the organization of a paper they are its publisher.
NO_HOSTS = frozenset({"elsevier", "pmlr", "springer", "springer nature", "wiley"})
_PLATFORMS = frozenset(
    {
        *(
            "acl anthology",
            "acm digital library",
            "cambridge core",
            "google scholar",
            "heinonline",
            "ieee xplore",
            "jstor",
            "oxford academic",
        ),
        *(
            "project muse",
            "pubmed",
            "researchgate",
            "sage journals",
            "science direct",
            "sciencedirect",
            "semantic scholar",
        ),
        *("springer link", "springerlink", "taylor and francis online", "wiley online library"),
    }
)


class Publisher(NamedTuple):
    """A publisher, under the name by which it was asked for.

    `key` is equal for two names of one publisher, and only for those: an imprint, a platform and a former self have keys
    of their own, though what is known of the house is true of them too.
    """

    key: str
    name: str  # in full: `Association for Computing Machinery`
    short: str  # as a message would call it: `ACM`
    registers_dois: str  # "yes", "no" or "partly", for its journals
    proceedings_since: int | None  # the first year from which its conference papers have DOIs throughout
    doi_prefixes: tuple[str, ...]
    seats: tuple[str, ...]  # its cities, folded; empty where they are not known


@lru_cache(maxsize=4096)  # the same few come again and again, and several rules ask for them
def publisher_of(name: str) -> Publisher | None:
    """The publisher of that name, which comes without LaTeX; None where it is unknown. A place after it may follow."""
    table = _table()
    key = fold_name(name)
    line = table.get(key)
    if line is None:
        key = " ".join(word for word in key.split() if word not in _LEGAL_FORMS)
        line = table.get(key)
    if line is not None:
        return _read(line, key)
    head, comma, tail = name.partition(",")
    if not comma or (line := table.get(key := fold_name(head))) is None:
        return None
    places = line.split("\t")[6].split("|")
    if all(is_country_or_region(part.strip()) or fold_name(part) in places for part in tail.split(",")):
        return _read(line, key)
    return None


def place_within(name: str) -> str:
    """The place at the end of a publisher's name: `New York, NY, USA` of `ACM New York, NY, USA`; empty where there is none.

    Only for publishers that are known, before a country or a region, or one of their cities.
    """
    head, comma, tail = name.partition(",")
    if not comma:
        return ""
    last = tail.rpartition(",")[2].strip()
    words = head.split()[:_LONGEST_NAME]
    for count in range(len(words), 0, -1):
        house = publisher_of(" ".join(words[:count]))
        if house is None or has_legal_form(last):
            continue
        rest = " ".join(head.split()[count:])
        is_seat = fold_name(last) in house.seats
        has_city = fold_name(rest) in house.seats if rest else "," in tail or is_seat or not is_country_or_region(last)
        is_place = has_city and (is_country_or_region(last) or is_seat)
        return name[name.index(rest) :].strip(" ,") if is_place and rest else tail.strip(" ,") if is_place else ""
    return ""


def is_platform(name: str) -> bool:
    """Whether a name is that of a web site where the works of several publishers, or of one, are read: `JSTOR`."""
    return fold_name(name) in _PLATFORMS


def has_legal_form(name: str) -> bool:
    """Whether a name says what kind of company the publisher is: `LLC`, `GmbH`."""
    return not _LEGAL_FORMS.isdisjoint(fold_name(name).split())


def _read(line: str, key: str) -> Publisher:
    own_key, name, short, registers, since, prefixes, places, _, related = line.split("\t")
    kin = dict(pair.split("=", 1) for pair in related.split("|")) if related else {}
    return Publisher(
        key if key in kin else own_key,
        kin.get(key, name),
        kin.get(key, short or name),
        registers,
        int(since) if since else None,
        tuple(prefixes.split("|")) if prefixes else (),
        tuple(place for place in places.split("|") if place and not _is_part_of_country(place)),
    )


def _is_part_of_country(folded: str) -> bool:
    """Whether a folded place is a state or a country. New York is a city as well."""
    return folded != "new york" and (is_country_or_region(folded.upper()) or is_country_or_region(folded.title()))


_lines: dict[str, str] = {}


def _table() -> dict[str, str]:
    """The line of each name that is known, folded."""
    if not _lines:
        for line in read_lines("publishers.txt"):
            key, *_, aliases, related = line.split("\t")
            _lines[key] = line
            if aliases:
                _lines.update(dict.fromkeys(aliases.split("|"), line))
            if related:
                _lines.update((other.partition("=")[0], line) for other in related.split("|"))
    return _lines


def read_lines(name: str) -> list[str]:
    """The lines of a data file that ships beside this module."""
    with open(join(dirname(__file__), name), encoding="utf-8") as file:
        return file.read().splitlines()
