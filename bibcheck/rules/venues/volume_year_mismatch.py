"""Volumes of journals that did not appear in the year that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.values.numbering import Numbered, find_odd_volumes
from bibcheck.venues.forms import has_once, plain_year_of, read_venue_of
from bibcheck.venues.index import KnownVenue, Volumes

_LONGEST = 4  # digits of a volume
_ONLINE_SINCE = 2000  # articles have appeared online before their volumes since then
_LONGEST_ACCESS = 2  # years before their volume


class VolumeYearMismatch(Rule):
    """Check volume and year: this volume of the journal is of another year.

    Judged by what is known of the journal, and by the bibliography's other entries of it, where these show that it has one
    volume a year: volumes rise with the years. Two years or more are reported, and since 2000 one year too where the volume
    is known to be of the next one: then the year is that in which the article appeared online. If two or more entries of
    a journal contradict what is known of it, and not more agree with it, nothing is reported. Other entries are used only
    between volumes that are in order, because a journal may start to count its volumes again. Journals with several volumes
    a year or several series are not checked.

    Bad:

        @article{leslie96, journal = {IEEE Journal on Selected Areas in Communications}, volume = {14}, year = {2006}}
                                                                                                   ^^

    Good:

        @article{leslie96, journal = {IEEE Journal on Selected Areas in Communications}, volume = {14}, year = {1996}}

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
            if field.entry and not has_once(field.entry, "journal", "journaltitle", "volume"):
                continue
            volume = field.entry and field.entry.field("volume")
            digits = volume.text.strip("{} \t\r\n") if volume else ""
            year = plain_year_of(field.entry) if field.entry else None
            if volume and year and digits.isdecimal() and 0 < int(digits[:9]) < 10**_LONGEST:
                start = volume.text.index(digits)
                found = bib.venues.recognise_field(field)
                known = found.venue if found and found.is_sure else None
                about = _Volume(int(digits), year, known.name if known else "", _expected(known, int(digits), year))
                identity = known.id if known else read_venue_of(field)[0].identity
                yield self.fact(identity, volume.span(start, start + len(digits)), about)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        odd = {(fact.about.number, fact.about.year) for fact in facts if fact.about.expected}
        plain = {(fact.about.number, fact.about.year) for fact in facts} - odd
        # Where several entries contradict what is known, and as few agree, what is known is wrong.
        if len(odd) == 1 or len(odd) < len(plain):
            for fact in facts:
                if expected := fact.about.expected:
                    yield self.finding(fact, _tell(fact.about, expected))
        yield from self._judge_by_others([fact for fact in facts if not fact.about.expected])

    def _judge_by_others(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        by_volume: dict[Numbered, list[Fact]] = {}
        for fact in facts:
            by_volume.setdefault(Numbered(fact.about.number, fact.about.year), []).append(fact)
        for odd, witnesses in find_odd_volumes(by_volume):
            shown = " and ".join(f"volume {other.number} is of {other.year}" for other in witnesses)
            message = f"volume {odd.number} with {odd.year}, but {shown}; look it up"
            for fact in by_volume[odd]:
                yield self.finding(fact, message, related=[by_volume[other][0] for other in witnesses])


class _Volume(NamedTuple):
    """A volume of a journal as an entry has it."""

    number: int
    year: int
    name: str  # of the journal, if it is known
    expected: int | None  # the year of the volume, if it is known and another one


def _tell(about: _Volume, expected: int) -> str:
    volume, year, name, _ = about
    told = f"volume {volume} of `{name}` is of {expected}"
    if year >= _ONLINE_SINCE and 0 < expected - year <= _LONGEST_ACCESS:
        told += f"; {year} may be the year of early access"
    elif expected > year:  # `volume 244 is of 2168` would be no help
        told = f"`{name}` had volume {volume - expected + year} in {year}"
    return f"volume {volume} with {year}, but {told}; look it up"


def _expected(venue: KnownVenue | None, volume: int, year: int) -> int | None:
    """The year of a volume by what is known of its journal; None where that is the year at hand or unknown.

    So it is for a year next to it, unless that is the year of early access.
    """
    years = venue.years_of_volume(volume) if venue else None
    if not venue or not years or any(_offsets_agree(volumes, volume, year) for volumes in venue.volumes):
        return None
    return years[len(years) // 2] if any(_covers(volumes, year) for volumes in venue.volumes) else None


def _offsets_agree(volumes: Volumes, volume: int, year: int) -> bool:
    later = volume + volumes.offset - year
    if later == 1 and not volumes.tolerance and year >= _ONLINE_SINCE:
        return False
    return abs(later) <= max(volumes.tolerance, 1)


def _covers(volumes: Volumes, year: int) -> bool:
    return volumes.first_year <= year <= (volumes.last_year or 9999)
