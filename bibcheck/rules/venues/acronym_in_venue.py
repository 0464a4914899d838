"""Acronyms of conferences in booktitle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import insert_after, replace
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import Decoded, decode
from bibcheck.values.places import is_country_or_region
from bibcheck.venues.forms import read_venue_of
from bibcheck.venues.series import Series, read_series

_NO_NAME = pattern(r"\b(?:of|at|in|the|and|for|proc\.?)\s*\Z", re.IGNORECASE)
_ENDS = pattern(r"\)?(?=\s*(?:\Z|[,.:;(/–—-]|[0-9]|in\s))")
_CONFERENCE_TYPES = frozenset(("inproceedings", "conference"))
# Series of books, whose volume the number is.
_BOOK_SERIES = pattern(
    r"LN(?:CS|AI|BI|BIP|EE|ICST|M|NI)?|CCIS|LIPICS|OASICS|ICPS|AISC|IFIPAICT|IFIP|CEUR", re.IGNORECASE
)


class AcronymInVenue(Rule):
    """Give the acronym of a conference in series, and its name alone in booktitle.

    The ACM has it so: `booktitle = {Proceedings of the 26th Symposium on Operating Systems Principles}` beside
    `series = {SOSP '17}`. The fix moves the acronym where the entry has no series yet, and takes it away where series has
    the same one. An acronym inside the name (`Workshop on Machine Learning (ML) for Systems`) stays.

    Bad:

        @inproceedings{schatzberg16,
          booktitle = {12th Symposium on Operating Systems Design and Implementation ({OSDI} 16)},
                                                                                     ^^^^^^^^^^^
          year      = {2016}
        }

    Good:

        @inproceedings{schatzberg16,
          booktitle = {12th Symposium on Operating Systems Design and Implementation},
          series    = {OSDI '16},
          year      = {2016}
        }

    Bad:

        @inproceedings{krishnamurthy15, booktitle = {IEEE International Conference on Communications (ICC)}}
                                                                                                     ^^^^^

    Good:

        @inproceedings{krishnamurthy15, booktitle = {IEEE International Conference on Communications}, series = {ICC}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("booktitle"):
            if not field.entry:
                continue
            venue, text = read_venue_of(field)
            if not (venue.is_event or venue.part("lead") or field.entry.type in _CONFERENCE_TYPES):
                continue
            for part in venue.parts:
                inner = part.text.strip("()")
                series = read_series(inner) if part.kind == "acronym" and _ENDS.match(text, part.span.end) else None
                if _NO_NAME.search(text, 0, part.span.start):
                    continue  # `Proceedings of ISATA97`: that is the name
                if series and not is_country_or_region(inner) and not _BOOK_SERIES.fullmatch(series.acronym):
                    decoded = decode(field.text)
                    span = field.span(*decoded.source_span(*part.span))
                    edits = (
                        _move(field, decoded, part.span, series) if not bib.may_inherit(field.entry, "series") else ()
                    )
                    yield self.finding(span, f"the acronym `{part.text}` in booktitle, and not in series", *edits)
                    break


def _move(field: Field, decoded: Decoded, part: Span, series: Series) -> tuple[Edit | None, ...]:
    """Take the acronym out of booktitle, and write it into series, if that is free."""
    taken = replace(field, *decoded.source_span(*_widen(part, decoded.text)), "")
    own = field.entry.field("series") if field.entry else None
    if own is None:
        return taken, insert_after(field, "series", _write(series, field, part, decoded.text))
    there = read_series(decode(own.text).text)
    return (taken,) if there and there.acronym == series.acronym else ()


def _widen(part: Span, text: str) -> Span:
    """What has to go with an acronym: the comma before it, or what follows it at the start of the name."""
    start = len(text[: part.start].rstrip(" ,"))
    if not start:
        return Span(0, len(text) - len(text[part.end :].lstrip(" ,.:–—-")))
    if text[start - 1] == "." and text[part.end : part.end + 1] == ".":
        start -= 1
    return Span(start, part.end)


def _write(series: Series, field: Field, part: Span, text: str) -> str:
    """`OSDI '16` for `OSDI 16`, if that is the year of the entry; else as it stands."""
    year = series.year
    own = field.entry.field("year") if field.entry else None
    if not year and own and own.value.isdecimal() and len(series.edition) == 2 and own.value.endswith(series.edition):
        year = int(own.value[:9])
    if year:
        return f"{series.acronym} '{year % 100:02}"
    return text[part.start : part.end].strip("()")
