"""Where and when a conference was held, and pages, in the name of its proceedings."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Span
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.values.places import is_country_or_region
from bibcheck.venues.forms import read_venue_of

_KINDS = {"place": "where it was held", "date": "when it was held", "pages": "pages"}
_PAGES = pattern(r"(?<![\w.])(?:pp?\.|pages?)\s?[0-9]{1,5}(?:\s?[-–—]{1,3}\s?[0-9]{1,5})?(?!\w|\.[0-9])")
# What stands between a name and what follows it, and between two things of which both go.
_BEFORE = pattern(r"[\s,;]*+(?:\b(?:held\s)?(?:in|at|on)\s)?\(?\s*+\Z")
_BETWEEN = pattern(r"[\s,;:./–—-]*+(?:\b(?:in|on|and)\b)?[\s,]*+")
# What the city is a part of, though it cannot be told where it begins: `in Oldenburg, Germany`, `EuroGP 2001 Lake Como, Italy`.
_CITY_BEFORE = pattern(r"(?:\b(?:in|at|near)|[0-9])\s(?:[^\W\d_a-z][\w.'’-]*\s?){1,3}[\s,]*\Z")
_IN_PARENTHESES = pattern(r"\(([^()]{5,60})\)")
_CITY = pattern(r"[^\W\d_][^,;:.()0-9]{2,30}")


class PlaceInVenue(Rule):
    """Leave place, date and pages out of the name of a conference.

    DBLP and IEEE Xplore export them as a part of booktitle. Styles have fields for each: address, month and year, pages.
    Reported are a country or a state at the end of the name with the city before it, a city that the entry's own address
    names, days and months, and page numbers. A place inside the name (`Workshop on the Languages of France`) stays.

    Bad:

        @inproceedings{schatzberg16,
          booktitle = {12th Symposium on Operating Systems Design, {OSDI} 2016, Savannah, GA, USA, November 2-4, 2016},
                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          year      = {2016}
        }

    Good:

        @inproceedings{schatzberg16,
          booktitle = {12th Symposium on Operating Systems Design, {OSDI} 2016},
          year      = {2016}
        }
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("booktitle"):
            venue, text = read_venue_of(field)
            if not (venue.is_event or venue.part("lead")):
                continue
            parts = [(part.span, part.kind) for part in venue.parts if part.kind in ("place", "date")]
            parts += [(Span(*match.span()), "pages") for match in _PAGES.finditer(text)]
            if not any(kind == "place" for _, kind in parts):
                parts += [(place, "place") for place in (_find_city(field, text), _find_in_parentheses(text)) if place]
            decoded = decode(field.text)
            for span, kinds in _join(sorted(parts), text):
                shown = text[span.start : span.end]
                what = " and ".join(_KINDS[kind] for kind in dict.fromkeys(kinds))
                is_torn = kinds[0] == "place" and _CITY_BEFORE.search(text, max(span.start - 60, 0), span.start)
                edits = [] if is_torn else [replace(field, *decoded.source_span(*_widen(span, text)), "")]
                place = field.span(*decoded.source_span(*span))
                yield self.finding(place, f"`{shown}` in the name of the venue: {what}", *edits)


def _find_city(field: Field, text: str) -> Span | None:
    """The city of the entry's address, where it ends the name."""
    for name in ("address", "location", "venue"):
        own = field.entry and field.entry.field(name)
        city = decode(own.text).text.partition(",")[0].strip() if own else ""
        tail = text.rstrip(" .)")
        if city and _CITY.fullmatch(city) and tail.endswith(city) and tail[: -len(city)].rstrip().endswith((",", "(")):
            return Span(len(tail) - len(city), len(tail))
    return None


def _find_in_parentheses(text: str) -> Span | None:
    for match in _IN_PARENTHESES.finditer(text):
        city, *rest = match[1].split(",")
        if rest and _CITY.fullmatch(city) and is_country_or_region(rest[-1]):
            return Span(*match.span(1))
    return None


def _join(parts: list[tuple[Span, str]], text: str) -> Iterator[tuple[Span, list[str]]]:
    """Parts that follow one another as one."""
    joined: list[tuple[Span, list[str]]] = []
    for span, kind in parts:
        if joined and span.start <= joined[-1][0].end:
            continue
        if joined and _BETWEEN.fullmatch(text, joined[-1][0].end, span.start):
            joined[-1] = (Span(joined[-1][0].start, span.end), [*joined[-1][1], kind])
        else:
            joined.append((span, [kind]))
    yield from joined


def _widen(span: Span, text: str) -> Span:
    """What has to go with a part: the comma before it, and the parentheses around it."""
    before = _BEFORE.search(text, max(span.start - 30, 0), span.start)
    start = before.start() if before else span.start
    if start == span.start or text[start : span.start] == " ":
        # `Proceedings of the May 1-3, 1962, Spring Joint Computer Conference`
        return Span(span.start, len(text) - len(text[span.end :].lstrip(" ,")))
    if "(" in text[start : span.start]:
        if text[span.end : span.end + 1] == ")":
            return Span(start, span.end + 1)
        start = text.index("(", start) + 1
    return Span(start, span.end)
