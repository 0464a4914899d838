"""Which journal or conference is meant, however its name is written.

A name that only resembles what is known is not recognised; one that may be that of two venues is not sure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name
from bibcheck.venues.conferences import recognise_conference
from bibcheck.venues.index import KnownVenue, VenueIndex
from bibcheck.venues.journal_macros import journal_of_macro
from bibcheck.venues.journals import is_plain_journal, recognise_journal
from bibcheck.venues.keys import event_noun, topic_of
from bibcheck.venues.name import read_venue
from bibcheck.venues.recognised import Recognised
from bibcheck.venues.words import identities

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.syntax.tree import Field
    from bibcheck.venues.recognised import Kind

__all__ = ["Recognised", "Venues", "is_plain", "name_of", "text_of", "venues_with", "year_of"]

_LONGEST = 400
_MOST_KEPT = 16384  # names whose venues are remembered: the same ones come back in every file
_MACRO = pattern(r"\\([a-z]{2,8})")
# `, Part II`, `(Volume 1: Long Papers)`
_VOLUME = pattern(
    r"(?:,?\s(?:Part|Vol(?:ume|s?\.)?)\s(?:[0-9]{1,3}|[IVX]{1,5})(?:\s\([^()]*\))?|\s\((?:Part|Vol(?:ume|\.))\s[^()]*\))\s*\Z",
    re.IGNORECASE,
)


class Venues:
    """What the names of a file can mean: the venues of the world, and a project's own, which come first."""

    def __init__(self, own: tuple[KnownVenue, ...] = ()) -> None:
        self._index = VenueIndex(own)
        self._recognised: dict[tuple[str, Kind], Recognised | None] = {}

    def recognise(self, text: str, kind: Kind, year: int | None = None) -> Recognised | None:
        """The venue that a text without LaTeX names, which stands in a field of that kind; None where none is known.

        A venue that began years after `year` is not sure.
        """
        known = self._recognised
        if (text, kind) in known:
            found = known[text, kind]
        else:
            if len(known) >= _MOST_KEPT:
                known.clear()
            found = known[text, kind] = self._recognise(text, kind)
        if found and year and found.venue.first_year and year < found.venue.first_year - 1:
            return found._replace(is_sure=False)
        return found

    def recognise_field(self, field: Field) -> Recognised | None:
        """The venue that a field of an entry names, whatever LaTeX there is in it, by the year of the entry."""
        if not field.is_known:
            return None
        kind: Kind = "booktitle" if field.name in ("booktitle", "series") else "journal"
        return self.recognise(text_of(field), kind, year_of(field))

    def _recognise(self, text: str, kind: Kind) -> Recognised | None:
        if len(text) > _LONGEST:
            return None
        volume = _VOLUME.search(text)
        parts = read_venue(text[: volume.start()] if volume else text)
        found = [recognise_journal(self._index, text, parts, kind), recognise_conference(self._index, text, parts)]
        if kind != "journal":
            found.reverse()
        return next((one for one in found if one and one.is_sure), None) or next(filter(None, found), None)


@lru_cache(maxsize=8)
def venues_with(own: tuple[KnownVenue, ...]) -> Venues:
    """The venues of the world with a project's own; the same object for the same ones, so that it remembers names."""
    return Venues(own)


def text_of(field: Field) -> str:
    """The text of a field without LaTeX; the journal that a macro of astronomers stands for: `\\apj`."""
    macro = _MACRO.fullmatch(field.text.strip("{} \t\r\n")) if "\\" in field.text else None
    return journal_of_macro(macro[1]) if macro else decode(field.text).text


def year_of(field: Field) -> int | None:
    """The year of the entry in which a field stands, if that is plain."""
    for name in ("year", "date"):
        other = field.entry.field(name) if field.entry else None
        if other and other.value[:4].isdecimal() and other.value.isascii():
            return int(other.value[:4])
    return None


def is_plain(found: Recognised, text: str) -> bool:
    """Whether a text is a name of the venue and nothing else but what was taken off: no part of its proceedings."""
    if found.venue.kind == "journal":
        return is_plain_journal(found.venue, text)
    if "(" in found.parts.name or _VOLUME.search(text):
        return False
    return found.form in ("acronym", "abbreviated") or found.parts.identity in identities(found.venue)


def former_acronym(found: Recognised) -> str:
    """The acronym that a venue no longer has (`NIPS`), where that is all that its name consists of; else empty."""
    identity = found.parts.identity or fold_name(found.parts.acronym)
    for name, _ in found.venue.former_names if found.form == "former" else ():
        if " " not in name and fold_name(name) == identity:
            return name
    return ""


def name_of(found: Recognised) -> str:
    """The venue under the name of its time, for comparison: names that it has had one after the other are all right."""
    venue, identity = found.venue, found.parts.identity
    acronym = fold_name(found.parts.acronym)
    if former_acronym(found):
        return f"{venue.id} {topic_of(fold_name(venue.name))} False"
    if found.form == "former" or acronym in {fold_name(name) for name, _ in venue.former_names}:
        return f"{venue.id} {identity} {acronym}"
    if venue.kind == "journal" or found.form != "full":
        identity = fold_name(venue.name)
    is_workshop = event_noun(identity) == "workshop"
    identity = identity.removeprefix("advances in ")  # the book of the conference
    return f"{venue.id} {topic_of(identity) if venue.kind == 'conference' else ''} {is_workshop}"
