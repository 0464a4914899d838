"""How one venue is written: its name as a pattern in which every edition has its own year and ordinal."""

from __future__ import annotations

from itertools import accumulate

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name
from bibcheck.values.ordinals import find_ordinals, write_ordinal
from bibcheck.venues.name import Venue, VenuePart, read_venue
from bibcheck.venues.recognise import Recognised, former_acronym, is_plain, name_of, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.venues.index import KnownVenue
    from bibcheck.venues.recognise import Venues

# Parts that are no part of the form: they say where, when and in which volume, and not how the venue is called.
_PASSING = frozenset({"place", "date", "volume", "edition"})
# Parts that other rules object to, and an ordinal like `2Nd`.
_OBJECTIONABLE = frozenset({"presented", "in", "year", "tail"})

# The edition of an acronym: `(IJCAI 2001)`, `(STOC '78)`, `(IPC-7)`.
_EDITION = pattern(r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])|(?<=['’‘])(?P<short>[0-9]{2})(?![0-9])|(?P<other>[0-9]+)")
_FOUR_DIGITS = pattern(r"\{{0,2}((?:1[4-9]|20)[0-9]{2})(?:\}{0,2}\Z|-[0-9]{2}(?:-[0-9]{2})?\Z)")
# `Computing in Science, Image Processing, 2008 Symposium on`, as IEEE Xplore has it.
_INVERTED = pattern(r",[^,]*\b(?:on|of|in|for)[\s.]*\Z")
_BEFORE_PROCEEDINGS = pattern(r"[ .,:;–—-]++(?=Proceedings\b)")
_SPONSORS = pattern(r"\b[A-Z]{2,12}(?:/[A-Z]{2,12})+\b")
# Names in other languages have capitals of their own.
_ENGLISH_SMALL = frozenset("a an and at by for from in of on or the to with".split())
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
    is_unfit: bool  # inverted, or with its year twice: no other entry should be called so
    is_bound: bool
    kind: str  # "full", "abbreviated" or "acronym" where the venue is known
    rank: int  # of the name where the venue is known: 3 or 2 for its full name, 1 for what ISO 4 makes of it, else 0
    known_case: str  # the name in the letter case in which it is known; empty where that is this one, or unknown


def read_form(field: Field, venue: Venue, text: str, found: Recognised | None = None) -> VenueForm:
    """The form of a venue that was read from the decoded text of a field, and was recognised or not."""
    pattern, template, shown = text, field.text, text
    decoded = decode(field.text)
    year = plain_number(field) if venue.year is None else venue.year
    for start, end, mark in sorted(_changing(venue, text), reverse=True):
        pattern = pattern[:start] + mark + pattern[end:]
        shown = shown[:start] + _SHOWN.get(mark, "") + shown[end:]
        if mark in _SHOWN:
            source_start, source_end = decoded.source_span(start, end)
            template = template[:source_start] + mark + template[source_end:]
    # `NIPS` and `NeurIPS` are one form, each right in its time, and neither can serve the other's.
    former = former_acronym(found) if found else ""
    has_eras = bool(former) or (
        found is not None and found.form == "acronym" and any(" " not in name for name, _ in found.venue.former_names)
    )
    if former and found:
        pattern = pattern.replace(former, found.venue.acronym)
    pattern = _BEFORE_PROCEEDINGS.sub(". ", " ".join(pattern.split())).strip(" ,.")
    if field.name == "booktitle" and "/" in pattern:
        # Which of two sponsors comes first changes from edition to edition.
        pattern = _SPONSORS.sub(lambda match: "/".join(sorted(match[0].split("/"))), pattern)
    return VenueForm(
        pattern,
        _unwrap(" ".join(template.split())),
        _BEFORE_PROCEEDINGS.sub(". ", " ".join(shown.split())).strip(" ,"),
        venue.ordinal,
        year,
        venue.sponsors,
        any(part.kind in _OBJECTIONABLE or _is_misspelt(part) for part in venue.parts) or "rdinal}." in pattern,
        bool(venue.is_inverted or _INVERTED.search(text) or pattern.count("{year}") + pattern.count("{short}") > 1),
        has_eras or any(mark not in _SHOWN for _, _, mark in _changing(venue, text)) or _has_number_in_tail(venue),
        "acronym" if former else found.form if found else "",
        _rank(venue, found.venue) if found else 0,
        _known_case(pattern, found.venue) if found else "",
    )


def plain_number(field: Field) -> int | None:
    """The year of the entry of a field, if it is a plain number."""
    own = field.entry.field("year") if field.entry else None
    return int(own.value[:9]) if own and own.value.isdecimal() else None


def _unwrap(template: str) -> str:
    """A value without the braces around all of it."""
    opening = len(template) - len(template.lstrip("{"))
    closing = len(template) - len(template.rstrip("}"))
    if not opening or not closing or '"' in template:
        return template
    depths = list(accumulate((letter == "{") - (letter == "}") for letter in template))
    layers = min(opening, closing, *depths[opening:-closing])
    return template[layers : len(template) - layers].strip()


def _known_case(pattern: str, known: KnownVenue) -> str:
    """The name of a journal that is this one but for capitals that it lacks; empty where it lacks none."""
    names = (name for name in known.names if name.lower() == pattern.lower() and name.isascii())
    for name in names if known.kind == "journal" else ():
        words = list(zip(pattern.split(), name.split(), strict=True))
        if all(other[0].isupper() or other in _ENGLISH_SMALL for _, other in words) and any(
            (word[0].islower() and other[0].isupper() and other.lower() not in _ENGLISH_SMALL)
            or (word != other and len(other) > 1 and other.isupper() and not word.isupper())
            for word, other in words
        ):
            return name
    return ""


def in_known_case(form: VenueForm) -> VenueForm:
    """A form in the letter case in which the venue is known."""
    if not form.known_case:
        return form
    cased = iter(form.known_case)
    template = "".join(
        next((other for other in cased if other.lower() == letter.lower()), letter) if letter.isalpha() else letter
        for letter in form.template
    )
    return form._replace(pattern=form.known_case, template=template, shown=form.known_case, known_case="")


def _has_number_in_tail(venue: Venue) -> bool:
    """`(IEEE Cat. No.01TH8546)`"""
    return any(part.kind == "tail" and any(map(str.isdigit, part.text)) for part in venue.parts)


def _rank(venue: Venue, known: KnownVenue) -> int:
    if venue.part("acronym"):
        return 0
    if venue.name == known.name:
        return 3
    if fold_name(venue.name) in (fold_name(known.name), read_venue(known.name).identity):
        return 2
    return int(fold_name(venue.name) == fold_name(known.abbreviation))


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
        elif part.kind == "ordinal":
            found.append((start, end, "N"))  # Roman, or of another language: no other edition's can be written so
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
    """A form with another edition's ordinal and year; None where the edition lacks what the form asks for, or has an
    ordinal that the form would drop.
    """
    if form.is_bound or (ordinal and "rdinal}" not in form.template):
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


def find_identity(venues: Venues, field: Field, venue: Venue, text: str) -> tuple[str, Recognised | None]:
    """What two forms of one venue have in common, and what it is if it is known; empty where that cannot be told.

    A part of a known venue's proceedings (`(Volume 1: Long Papers)`) is named differently from another, and rightly. What a
    macro such as `\\apj` prints is for the style to say.
    """
    if text_of(field) != text:
        return "", None
    found = venues.recognise_field(field)
    if not found or not found.is_sure:
        return identity_of(venue), None
    return (f"={name_of(found)}", found) if is_plain(found, text) else ("", None)


def identity_of(venue: Venue) -> str:
    """What the names of one venue have in common by their words; empty where too little is left of the name to tell."""
    if " " not in venue.identity or _VOLUME_ALONE.fullmatch(venue.identity):
        return ""
    return venue.identity


def read_venue_of(field: Field) -> tuple[Venue, str]:
    """The venue in a field, and the text without LaTeX that its spans are of."""
    text = decode(field.text).text
    return read_venue(text), text


def plain_year_of(entry: Entry) -> int | None:
    """The year of an entry, from year or date; None where it is not four digits, or more than one year."""
    if not has_once(entry, "year", "date"):
        return None
    field = entry.field("year") or entry.field("date")
    match = _FOUR_DIGITS.match(field.value) if field and field.is_known else None
    return int(match[1]) if match else None


def has_once(entry: Entry, *names: str) -> bool:
    """Whether none of some fields is there twice, of which BibTeX reads the first and biber the last."""
    found = [field.name for field in entry.fields if field.name in names]
    return len(found) == len(set(found))
