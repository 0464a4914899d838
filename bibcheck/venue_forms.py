"""How one venue is written: its name as a pattern in which every edition has its own year and ordinal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bibcheck.patterns import pattern
from bibcheck.syntax.tree import Field
from bibcheck.values.latex import decode
from bibcheck.values.ordinals import find_ordinals, write_ordinal
from bibcheck.values.venues import Venue, VenuePart, fold_name, read_venue
from bibcheck.venue_recognition import Recognised, is_plain, recognise_field

if TYPE_CHECKING:
    from bibcheck.knowledge.venues import KnownVenue

# Parts that are no part of the form: they say where, when and in which volume, and not how the venue is called.
_PASSING = frozenset({"place", "date", "volume", "edition"})
# Parts that other rules object to, and an ordinal like `2Nd`.
_OBJECTIONABLE = frozenset({"presented", "in", "year", "tail"})

# The edition of an acronym: `(IJCAI 2001)`, `(STOC '78)`, `(IPC-7)`.
_EDITION = pattern(r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])|(?<=['’‘])(?P<short>[0-9]{2})(?![0-9])|(?P<other>[0-9]+)")
_VOLUME_ALONE = pattern(r"(?:part|volume|vol|band|series) (?:[0-9]+|[ivx]+)")


class VenueForm(NamedTuple):
    """A booktitle or journal as plain data, to be compared with others of its identity.

    `pattern` has `{ordinal}` or `{Ordinal}` (in digits, in words), `{year}` and `{short}` for what changes from year to
    year, and nothing for places and dates; `template` is the same in the LaTeX of the file. `is_bound` says that the
    template holds something else of one edition, and can serve no other.
    """

    pattern: str
    template: str
    shown: str  # the pattern for messages: `Nth` for an ordinal, `YYYY` for a year
    ordinal: int | None
    year: int | None
    sponsors: tuple[str, ...]
    is_objectionable: bool
    is_bound: bool
    kind: str  # "full", "abbreviated" or "acronym" where the venue is known
    is_best: bool  # whether the venue is called so where it is known: by its full name, or by what ISO 4 makes of it


def read_form(field: Field, venue: Venue, text: str, found: Recognised | None = None) -> VenueForm:
    """The form of a venue that was read from the decoded text of a field, and was recognised or not."""
    pattern, template, shown = text, field.text, text
    decoded = decode(field.text)
    year = venue.year
    if year is None and field.entry and (own := field.entry.field("year")) and own.value.isdecimal():
        year = int(own.value[:9])
    for start, end, mark in sorted(_changing(venue, text), reverse=True):
        pattern = pattern[:start] + mark + pattern[end:]
        shown = shown[:start] + _SHOWN.get(mark, "") + shown[end:]
        if mark in _SHOWN:
            source_start, source_end = decoded.source_span(start, end)
            template = template[:source_start] + mark + template[source_end:]
    return VenueForm(
        " ".join(pattern.split()).strip(" ,."),
        template,
        " ".join(shown.split()).strip(" ,"),
        venue.ordinal,
        year,
        venue.sponsors,
        any(part.kind in _OBJECTIONABLE or _is_misspelt(part) for part in venue.parts),
        any(mark not in _SHOWN for _, _, mark in _changing(venue, text)),
        found.form if found else "",
        found is not None and fold_name(venue.name) in _best_names(found.venue),
    )


def _best_names(venue: KnownVenue) -> set[str]:
    return {fold_name(name) for name in (venue.name, venue.abbreviation) if name} | {read_venue(venue.name).identity}


_SHOWN = {"{ordinal}": "Nth", "{Ordinal}": "Nth", "{year}": "YYYY", "{short}": "YY"}


def _changing(venue: Venue, text: str) -> list[tuple[int, int, str]]:
    """What of a name changes from edition to edition: the spans, and the marks to put there, empty for what just goes."""
    found = []
    for part in venue.parts:
        start, end = part.span
        if part.kind in _PASSING:
            # With the comma before it.
            found.append((len(text[:start].rstrip(" ,.")), end, ""))
        elif part.kind == "acronym":
            for match in _EDITION.finditer(text, start, end):
                mark = "{year}" if match["year"] else "{short}" if match["short"] else "N"
                found.append((*match.span(), mark))
        elif mark := _mark(part, text):
            found.append((start, end, mark))
    return found


def _mark(part: VenuePart, text: str) -> str:
    if part.kind == "ordinal":
        found = find_ordinals(text[part.span.start : part.span.end])
        if len(found) == 1 and found[0].span == (0, part.span.end - part.span.start):
            return "{ordinal}" if found[0].form == "digits" else "{Ordinal}"
    return "{year}" if part.kind == "year" and len(part.text) == 4 and part.text.isdecimal() else ""


def _is_misspelt(part: VenuePart) -> bool:
    return part.kind == "ordinal" and any(
        ordinal.suffix not in ("", ordinal.suffix.lower()) for ordinal in find_ordinals(part.text)
    )


def fill(form: VenueForm, ordinal: int | None, year: int | None) -> str | None:
    """A form with another edition's ordinal and year; None where the edition lacks what the form asks for."""
    if form.is_bound:
        return None
    text = form.template
    for mark, written in (
        ("{ordinal}", write_ordinal(ordinal, "digits") if ordinal else None),
        ("{Ordinal}", write_ordinal(ordinal, "word") if ordinal else None),
        ("{year}", str(year) if year else None),
        ("{short}", f"{year % 100:02}" if year else None),
    ):
        if mark in text:
            if written is None:
                return None
            text = text.replace(mark, written)
    return text


def recognise_whole(field: Field, text: str) -> Recognised | None:
    """The venue that a field names, where that is sure, and the name that of the whole of it."""
    found = recognise_field(field)
    return found if found and found.is_sure and is_plain(found, text) else None


def identity_of(venue: Venue) -> str:
    """What two forms of one venue have in common; empty where too little is left of the name to tell."""
    if " " not in venue.identity or _VOLUME_ALONE.fullmatch(venue.identity):
        return ""
    return venue.identity


def read_venue_of(field: Field) -> tuple[Venue, str]:
    """The venue in a field, and the text without LaTeX that its spans are of."""
    text = decode(field.text).text
    return read_venue(text), text
