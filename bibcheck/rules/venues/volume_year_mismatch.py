"""Volumes of journals that did not appear in the year that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.values.numbering import Numbered, find_odd_volumes
from bibcheck.venue_forms import read_venue_of, year_of

_LONGEST = 4  # digits of a volume


class VolumeYearMismatch(Rule):
    """Check volume and year: this volume of the journal is of another year.

    Judged by the bibliography's other entries of the journal, where these show that it has one volume a year: volumes rise
    with the years. Two years or more are reported, and only between volumes that are in order, for a serial may start its
    numbering anew. Journals with several volumes a year or several series are left alone.

    Bad:

        @article{a, journal = {Journal of Nets}, volume = {21}, year = {1974}}
        @article{b, journal = {Journal of Nets}, volume = {22}, year = {1975}}
        @article{c, journal = {Journal of Nets}, volume = {23}, year = {1979}}
                                                           ^^
        @article{d, journal = {Journal of Nets}, volume = {26}, year = {1979}}
        @article{e, journal = {Journal of Nets}, volume = {28}, year = {1981}}

    Good:

        @article{a, journal = {Journal of Nets}, volume = {21}, year = {1974}}
        @article{b, journal = {Journal of Nets}, volume = {22}, year = {1975}}
        @article{c, journal = {Journal of Nets}, volume = {23}, year = {1976}}
        @article{d, journal = {Journal of Nets}, volume = {26}, year = {1979}}
        @article{e, journal = {Journal of Nets}, volume = {28}, year = {1981}}
    """

    level = Level.WARNING
    scope = Scope.PROJECT

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields("journal", "journaltitle"):
            volume = field.entry and field.entry.field("volume")
            digits = volume.text.strip("{} \t\r\n") if volume else ""
            year = year_of(field.entry) if field.entry else None
            if volume and year and digits.isdecimal() and 0 < int(digits[:9]) < 10**_LONGEST:
                venue, _ = read_venue_of(field)
                start = volume.text.index(digits)
                yield self.fact(venue.identity, volume.span(start, start + len(digits)), (int(digits), year))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        by_volume = {Numbered(*fact.about): fact for fact in reversed(facts)}
        for odd, witnesses in find_odd_volumes(by_volume):
            shown = " and ".join(f"volume {other.number} is of {other.year}" for other in witnesses)
            message = f"volume {odd.number} with {odd.year}, but {shown}"
            for fact in facts:
                if fact.about == odd:
                    yield self.finding(fact, message, related=[by_volume[other] for other in witnesses])
