"""Journals and conferences of the world: how they are called, who publishes them, which of them register DOIs.

knowledge/venues.dat is made by tools/build_venues.py out of tools/sources/ and is searched where it lies: a table of hashes,
sorted, and a line for each venue. It is mapped at the first look-up, which costs 1 ms whatever its size. SQLite is twice as
quick to search, but takes 17 ms to load and to open, and sorted text that is bisected in place is larger and slower:
docs/venues.md has the figures.
"""

from __future__ import annotations

from binascii import crc32
from bisect import bisect_left
from functools import cache
from os.path import dirname, join

from bibcheck.records import NamedTuple
from bibcheck.values.folding import fold_name
from bibcheck.venues.keys import event_noun, key_of, topic_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap

MAGIC = b"venues1\0"
HEADER = 16
_ENTRY = 8  # bytes of the table: hash and offset


class Volumes(NamedTuple):
    """What is known of a journal's volumes: volume = year - `offset` from `first_year` to `last_year`, give or take."""

    offset: int
    first_year: int
    last_year: int | None  # None: to this day
    tolerance: int


class KnownVenue(NamedTuple):
    """A journal or a conference; what is empty is unknown."""

    id: str  # stable: `osdi`, `j:communications of acm`
    kind: str  # "journal" or "conference"
    name: str  # in full, as it is called now
    abbreviation: str = ""  # ISO 4: `Commun. ACM`
    is_ambiguous: bool = False  # whether another venue has the same abbreviation
    acronym: str = ""  # `OSDI`
    acronym_is_shared: bool = False  # whether the acronym alone does not tell which venue is meant
    forms: tuple[str, ...] = ()  # other names, abbreviations and acronyms
    former_names: tuple[tuple[str, int], ...] = ()  # each with the last year in which the venue was called so
    publishers: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()  # in capitals, as of values.venues: `ACM`, `SIGOPS`
    registers_dois: str = ""  # "yes", "no", "partly" (nobody can tell), "" where unknown
    doi_years: str = ""  # in which it does, where that is not all: `-2018,2021-`; behind `~` in which it partly does
    doi_prefixes: tuple[str, ...] = ()  # of a conference: those of a journal are its publisher's
    first_year: int | None = None
    frequency: str = ""
    editions: str = ""  # the code of edition_in: see tools/build_venues.py
    volumes: tuple[Volumes, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every form: the name first."""
        others = (self.abbreviation, self.acronym, *self.forms, *(name for name, _ in self.former_names))
        return (self.name, *(name for name in others if name))

    def edition_in(self, year: int) -> int | None:
        """The number of the edition of a year; None where it is unknown or there was none."""
        for code in self.editions.split(",") if self.editions else ():
            first, last = _bounds(code, self.first_year)
            if first <= year <= last and (edition := _edition(code, year)):
                return edition
        return None

    def years_of_edition(self, edition: int) -> tuple[int, ...]:
        """The years in which an edition can have been: none where nothing is known, or where there was no such edition."""
        years = []
        for code in self.editions.split(",") if self.editions else ():
            offset, step = _rule(code)
            year = offset + step * edition
            first, last = _bounds(code, self.first_year)
            if first <= year <= last and edition > 0:
                years.append(year)
        return tuple(dict.fromkeys(years))

    def years_of_volume(self, volume: int) -> range | None:
        """The years in which a volume can have appeared; None where that is unknown."""
        for volumes in self.volumes:
            year = volume + volumes.offset
            if volumes.first_year <= year <= (volumes.last_year or 9999):
                return range(year - volumes.tolerance, year + volumes.tolerance + 1)
        return None

    def registers_in(self, year: int | None) -> str:
        """Whether the works of a year have DOIs: "yes", "no", "partly", or "" where that is unknown.

        Without a year, a venue that has registered them in some years only is "partly".
        """
        if not self.doi_years:
            return self.registers_dois
        years = self.doi_years.removeprefix("~")
        if year is not None and _is_among(year, years):
            return "partly" if years != self.doi_years else "yes"
        return "partly" if self.registers_dois == "yes" or year is None else self.registers_dois


class VenueIndex:
    """The journals and conferences of the world, and `own` ones, which replace those that have a name of theirs."""

    def __init__(self, own: tuple[KnownVenue, ...] = ()) -> None:
        self._own: dict[str, list[KnownVenue]] = {}
        self._own_names = frozenset(fold_name(name) for venue in own for name in venue.names)
        for venue in own:
            for key in keys_of(venue):
                self._own.setdefault(key, []).append(venue)

    def journals_like(self, folded: str) -> list[KnownVenue]:
        """The journals that a folded name may stand for, abbreviated: to be looked at closely."""
        return self._find(key_of(folded))

    def conferences_like(self, folded: str) -> list[KnownVenue]:
        """The conferences that may be about what a folded name says, whatever kind of event it names."""
        return self._find(topic_key(folded))

    def _find(self, key: str) -> list[KnownVenue]:
        world = _find(key)
        if not self._own:
            return world
        kept = [venue for venue in world if self._own_names.isdisjoint(map(fold_name, venue.names))]
        return [*self._own.get(key, ()), *kept]


def _rule(code: str) -> tuple[int, int]:
    """Offset and step of `A1992@2002-2020` (edition = year - 1992) and `B1992` (edition = (year - 1992) / 2)."""
    return int(code[1:5]), 2 if code[0] == "B" else 1


def _edition(code: str, year: int) -> int | None:
    offset, step = _rule(code)
    edition, remainder = divmod(year - offset, step)
    return edition if edition > 0 and not remainder else None


def _bounds(code: str, first_year: int | None) -> tuple[int, int]:
    _, _, years = code.partition("@")
    first, dash, last = years.partition("-")
    return int(first or first_year or 0), int(last) if dash and last else 9999


def _is_among(year: int, years: str) -> bool:
    """Whether a year is in `-2018,2021-`."""
    for span in years.split(","):
        first, _, last = span.partition("-")
        if int(first or 0) <= year <= int(last or 9999):
            return True
    return False


def own_venue(acronym: str, name: str, forms: tuple[str, ...] = (), doi: bool | None = None) -> KnownVenue:
    """A venue of the settings, a conference if its name says so; `doi` says whether its works have DOIs."""
    is_event = bool(event_noun(fold_name(name)))
    return KnownVenue(
        id=f"own:{fold_name(acronym)}",
        kind="conference" if is_event else "journal",
        name=name,
        acronym=acronym,
        forms=forms,
        registers_dois="" if doi is None else "yes" if doi else "no",
    )


def keys_of(venue: KnownVenue) -> set[str]:
    """The keys under which a venue is found."""
    folded = {fold_name(name) for name in venue.names} - {""}
    if venue.kind == "journal":
        return set(map(key_of, folded))
    return {topic_key(name) for name in folded}


def journal_id(name: str) -> str:
    """The id of a journal."""
    return f"j:{fold_name(name)}"


def write_line(venue: KnownVenue) -> str:
    """A venue as venues.dat has it: nothing for the id and the kind of a journal, nor for what is empty at the end."""
    fields: list[str] = []
    for value in venue if venue.kind != "journal" else ("", "", *venue[2:]):
        if isinstance(value, bool):
            fields.append("yes" if value else "")
        elif isinstance(value, tuple):
            fields.append("|".join(item if isinstance(item, str) else _write_numbers(item) for item in value))
        else:
            fields.append("" if value is None else str(value))
    return "\t".join(fields).rstrip("\t")


def _write_numbers(item: tuple[object, ...]) -> str:
    return "@".join("" if part is None else str(part) for part in item)


def _read_line(line: str) -> KnownVenue:
    fields = line.split("\t")
    fields += [""] * (len(KnownVenue._fields) - len(fields))
    id, kind, name, abbreviation, is_ambiguous, acronym, is_shared, *rest = fields
    forms, former, publishers, issn, sponsors, registers, years, prefixes, first_year, frequency, editions, volumes = (
        rest
    )
    return KnownVenue(
        id=id or journal_id(name),
        kind=kind or "journal",
        name=name,
        abbreviation=abbreviation,
        is_ambiguous=bool(is_ambiguous),
        acronym=acronym,
        acronym_is_shared=bool(is_shared),
        forms=_split(forms),
        former_names=tuple((old, int(year)) for old, _, year in (item.rpartition("@") for item in _split(former))),
        publishers=_split(publishers),
        issn=_split(issn),
        sponsors=_split(sponsors),
        registers_dois=registers,
        doi_years=years,
        doi_prefixes=_split(prefixes),
        first_year=int(first_year) if first_year else None,
        frequency=frequency,
        editions=editions,
        volumes=tuple(_read_volumes(*item.split("@")) for item in _split(volumes)),
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _read_volumes(offset: str, first: str, last: str, tolerance: str) -> Volumes:
    return Volumes(int(offset), int(first), int(last) if last else None, int(tolerance))


@cache
def _file() -> mmap:
    """The file of the world's venues, mapped at the first look-up."""
    from mmap import ACCESS_READ, mmap

    with open(join(dirname(dirname(__file__)), "knowledge", "venues.dat"), "rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _find(key: str) -> list[KnownVenue]:
    """The world's venues under a key; now and then one more, of another key with the same hash."""
    data = _file()
    count = int.from_bytes(data[len(MAGIC) : HEADER])
    wanted = hash_of(key)
    at = bisect_left(range(count), wanted, key=lambda number: int.from_bytes(_entry(data, number)[:4]))
    found = []
    while at < count and (entry := _entry(data, at))[:4] == wanted.to_bytes(4):
        offset = int.from_bytes(entry[4:])
        found.append(_read_line(data[offset : data.find(b"\n", offset)].decode()))
        at += 1
    return found


def hash_of(key: str) -> int:
    """The hash of a key in 32 bits, the same on every machine."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def _entry(data: mmap, number: int) -> bytes:
    start = HEADER + _ENTRY * number
    return data[start : start + _ENTRY]
