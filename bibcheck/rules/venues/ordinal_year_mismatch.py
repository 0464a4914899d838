"""Editions of conferences that were not held in the year that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.values.latex import decode
from bibcheck.values.numbering import Numbered, find_odd_editions
from bibcheck.values.ordinals import write_ordinal
from bibcheck.values.venues import sponsors_agree
from bibcheck.venue_forms import identity_of, read_venue_of, year_of


class OrdinalYearMismatch(Rule):
    """Check ordinal and year: this edition of the conference was held in another year.

    Judged by the bibliography's other entries of the conference: a later edition cannot have an earlier year. The year in
    the name counts before that of the entry, which may be one later. Reported is what two other entries contradict.

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

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields("booktitle", "journal", "journaltitle"):
            venue, _ = read_venue_of(field)
            ordinal, identity = venue.part("ordinal"), identity_of(venue)
            year = venue.year or (year_of(field.entry) if field.entry else None)
            if venue.is_event and venue.ordinal and ordinal and identity and year:
                span = field.span(*decode(field.text).source_span(*ordinal.span))
                yield self.fact(identity, span, (venue.ordinal, year, venue.sponsors))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        by_edition = {Numbered(*fact.about[:2]): fact for fact in reversed(facts)}
        sponsors = [fact.about[2] for fact in facts]
        if not all(sponsors_agree(one, other) for one in sponsors[:1] for other in sponsors):
            return
        for odd, witnesses in find_odd_editions(by_edition):
            shown = " and ".join(
                f"the {write_ordinal(other.number, 'digits')} is of {other.year}" for other in witnesses[:2]
            )
            message = f"the {write_ordinal(odd.number, 'digits')} with {odd.year}, but {shown}"
            for fact in facts:
                if fact.about[:2] == odd:
                    yield self.finding(fact, message, related=[by_edition[other] for other in witnesses[:2]])
