"""Editions of conferences that were not held in the year that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.source import Span
from bibcheck.text.latex import decode
from bibcheck.values.numbering import Numbered, find_odd_editions
from bibcheck.values.ordinals import ordinal_suffix
from bibcheck.venues.forms import identity_of, plain_year_of, read_venue_of
from bibcheck.venues.index import KnownVenue
from bibcheck.venues.name import Venue, sponsors_agree


class OrdinalYearMismatch(Rule):
    """Check ordinal and year: this edition of the conference was held in another year.

    Judged by what is known of the conference, and by the bibliography's other entries of it: a later edition cannot have an
    earlier year. The year in the name counts before that of the entry, which may be one later, for proceedings appear after
    the event. By other entries only what two of them contradict is reported.

    Bad:

        @inproceedings{brown20, booktitle = {34th Conference on Neural Information Processing Systems}, year = {2019}}
                                             ^^^^

    Good:

        @inproceedings{brown20, booktitle = {34th Conference on Neural Information Processing Systems}, year = {2020}}

    Bad:

        @inproceedings{a, booktitle = {Proceedings of the 34th Conference on Neural Nets}, year = {2023}}
                                                          ^^^^
        @inproceedings{b, booktitle = {Proceedings of the 35th Conference on Neural Nets}, year = {2021}}
        @inproceedings{c, booktitle = {Proceedings of the 36th Conference on Neural Nets}, year = {2021}}

    Good:

        @inproceedings{a, booktitle = {Proceedings of the 34th Conference on Neural Nets}, year = {2020}}
        @inproceedings{b, booktitle = {Proceedings of the 35th Conference on Neural Nets}, year = {2021}}
        @inproceedings{c, booktitle = {Proceedings of the 36th Conference on Neural Nets}, year = {2021}}
    """

    level = Level.WARNING
    scope = Scope.PROJECT

    smallest_group = 3
    differing_forms = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for _, span, edition in _editions(bib):
            if edition.expected:
                number, year, _, name, expected = edition
                which = _ordinal(number)
                yield self.finding(
                    span, f"the {which} with {year}, but the {which} `{name}` was in {expected}; look it up"
                )

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for identity, span, edition in _editions(bib):
            if not edition.expected:
                yield self.fact(identity, span, edition, form=f"{edition.number} {edition.year}")

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        sponsors = {fact.about.sponsors for fact in facts}
        if not all(sponsors_agree(one, other) for one in sponsors for other in sponsors):
            return
        by_edition: dict[Numbered, list[Fact]] = {}
        for fact in facts:
            by_edition.setdefault(Numbered(fact.about.number, fact.about.year), []).append(fact)
        for odd, (first, second, *_) in find_odd_editions(by_edition):
            shown = " and ".join(f"the {_ordinal(other.number)} is of {other.year}" for other in (first, second))
            message = f"the {_ordinal(odd.number)} with {odd.year}, but {shown}; look it up"
            for fact in by_edition[odd]:
                yield self.finding(fact, message, related=[by_edition[other][0] for other in (first, second)])


class _Edition(NamedTuple):
    """An edition of a conference as an entry has it."""

    number: int
    year: int
    sponsors: tuple[str, ...]
    name: str  # of the conference, if it is known
    expected: int | None  # the year that the edition was in, if it is known and another one


def _editions(bib: Bibliography) -> list[tuple[str, Span, _Edition]]:
    """The editions that entries name, each with what says which conference it is, and the span of its number."""
    return bib.once(_find_editions)


def _find_editions(bib: Bibliography) -> list[tuple[str, Span, _Edition]]:
    found = []
    for field in bib.fields("booktitle", "journal", "journaltitle"):
        venue, _ = read_venue_of(field)
        ordinal, identity = venue.part("ordinal"), identity_of(venue)
        year = venue.year or (plain_year_of(field.entry) if field.entry else None)
        if venue.is_event and venue.ordinal and ordinal and identity and year:
            span = field.span(*decode(field.text).source_span(*ordinal.span))
            recognised = bib.venues.recognise_field(field)
            known = recognised.venue if recognised and recognised.is_sure else None
            expected = _expected(known, venue, year)
            name = known.acronym or known.name if known else ""
            edition = _Edition(venue.ordinal, year, venue.sponsors, name, expected)
            found.append((known.id if known else identity, span, edition))
    return found


def _ordinal(number: int) -> str:
    return f"{number}{ordinal_suffix(number)}"


def _expected(known: KnownVenue | None, venue: Venue, year: int) -> int | None:
    """The year of an edition by what is known of the conference; None where it can be the year at hand, or is unknown."""
    years = known.years_of_edition(venue.ordinal) if known and venue.ordinal else ()
    slack = 0 if venue.year else 1
    if any(own <= year <= own + slack for own in years):
        return None
    return years[0] if len(years) == 1 else None
