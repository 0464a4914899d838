"""What the bibliographies hold, counted for figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.records import NamedTuple
from bibcheck.syntax.tree import Entry, Field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    _Group = TypeVar("_Group", bound=int | str | None)


_YEAR = re.compile(r"(?<![0-9])(1[4-9][0-9]{2}|20[0-9]{2})(?![0-9])")
_VENUE_FIELDS = ("journal", "journaltitle", "booktitle")


class Share(NamedTuple):
    """How many entries have a DOI, and how many have none."""

    having: int
    lacking: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.having + self.lacking


class VenueNames(NamedTuple):
    """A journal or a conference, and the forms of its name with how many entries have each, most first."""

    name: str
    forms: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many entries name it."""
        return sum(count for _, count in self.forms)


class Contents(NamedTuple):
    """Entries with and without a DOI, by year (None: unknown) and by type; and the venues, those with most forms first."""

    by_year: dict[int | None, Share]
    by_type: dict[str, Share]
    venues: list[VenueNames]


def contents_of(bibs: Sequence[Bibliography]) -> Contents:
    """Count the entries of all files."""
    entries = [entry for bib in bibs for entry in bib.entries]
    years, types = _shares((_year_of(entry), entry) for entry in entries), _shares((e.type, e) for e in entries)
    by_type = dict(sorted(types.items(), key=lambda item: (-item[1].total, item[0])))
    by_year = dict(sorted(years.items(), key=lambda item: item[0] or 0))
    return Contents(by_year, by_type, _venues(bibs))


def _shares(grouped: Iterable[tuple[_Group, Entry]]) -> dict[_Group, Share]:
    having: Counter[_Group] = Counter()
    total: Counter[_Group] = Counter()
    for group, entry in grouped:
        total[group] += 1
        having[group] += has_doi(entry)
    return {group: Share(having[group], total[group] - having[group]) for group in total}


def has_doi(entry: Entry) -> bool:
    """Whether an entry has a DOI in its field."""
    field = entry.field("doi")
    return bool(field and field.value)


def _year_of(entry: Entry) -> int | None:
    for name in ("year", "date"):
        field = entry.field(name)
        if field and (match := _YEAR.search(field.value)):
            return int(match[1])
    return None


def _venues(bibs: Sequence[Bibliography]) -> list[VenueNames]:
    """The venues that have several forms or are named more than once."""
    names: dict[str, str] = {}
    forms: dict[str, Counter[str]] = {}
    for bib in bibs:
        for text, fields in bib.distinct(*_VENUE_FIELDS).items():
            if text.strip() and fields[0].is_known:
                identity, name, form = _read(bib, fields[0])
                names.setdefault(identity, name)
                forms.setdefault(identity, Counter())[form] += len(fields)
    found = [VenueNames(names[identity], tuple(counts.most_common())) for identity, counts in forms.items()]
    found = [venue for venue in found if venue.total > 1]
    return sorted(found, key=lambda venue: (-len(venue.forms), -venue.total, venue.name))


def _read(bib: Bibliography, field: Field) -> tuple[str, str, str]:
    """The identity of a venue, its name, and the form that it has here, whose years and ordinals do not count."""
    from bibcheck.venues.forms import identity_of, read_form, read_venue_of

    venue, text = read_venue_of(field)
    found = bib.venues.recognise_field(field)
    form = " ".join(read_form(field, venue, text, found).shown.split()).strip(" ,.") or text
    if found and found.is_sure:
        return found.venue.id, found.venue.name, form
    return identity_of(venue) or text, form, form
