"""DOIs that contradict their entries."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.dois import dois_of_works
from bibcheck.knowledge.doi_patterns import facts_in, registered_by
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule, Tentative, span_of
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.latex import decode
from bibcheck.values.doi import Doi, read_doi
from bibcheck.venues.doi_venues import HOUSES, PARTNERS, tell_conflict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_SHORT = "10"  # `10/b5sbgm` stands for another DOI, which only its resolver knows
_YEAR = pattern(r"\d{4}")
_VOLUME = pattern(r"[0-9]{1,4}")
# The year of a DOI may be that of submission; a printed year far behind it, or before it, is another work's.
_EARLIEST, _LATEST = -1, 4
_LONGEST_WAIT = 2  # years from the registration of a DOI to what it stands for
# Repositories give each version a DOI of its own.
_VERSIONED = ("10.5281", "10.6084", "10.48550", "10.17605", "10.31234", "10.31219", "10.1101", "10.21203", "10.20944")


class DoiMismatch(Rule):
    """Reports a DOI that does not fit its entry: it may lead to another work.

    Compared are the DOI's registrant with the publisher or the conference, the conference, the year and the volume that the
    DOI names, the year by which it was registered, which its number tells (ACM), and another DOI in url. A DOI that stands
    in url, where the entry has no doi, is judged as well. An arXiv DOI is reported where the papers of the conference or
    journal have DOIs of their own. Not reported are the DOIs of a publisher that has since been bought, a year that may be
    that of submission, short DOIs (`10/b5sbgm`), which say nothing, and a year that year-mismatch reports.

    Where a conference registers no DOIs, or has a prefix of its own, only the DOIs of large publishers are judged. With
    `prefixes = "all"` every DOI is, except those of repositories: use it to look for references that somebody made up.

    Bad:

        @article{k, title = {T}, journal = {Phys. Rev. Lett.}, volume = {77}, year = {1996}, doi = {10.1103/PhysRevLett.78.1}}
                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{k, title = {T}, journal = {Phys. Rev. Lett.}, volume = {78}, year = {1997}, doi = {10.1103/PhysRevLett.78.1}}

    Bad:

        @inproceedings{k, booktitle = {IEEE International Conference on Computer Vision}, doi = {10.1109/CVPR.2016.90}}
                                                                                                 ^^^^^^^^^^^^^^^^^^^^

    Good:

        @inproceedings{k, booktitle = {Conference on Computer Vision and Pattern Recognition}, doi = {10.1109/CVPR.2016.90}}
    """

    level = Level.WARNING

    prefixes: Literal["known", "all"] = "known"

    def check(self, bib: Bibliography) -> Iterator[Finding | Tentative]:
        for field, doi in dois_of_works(bib):
            if doi.prefix != _SHORT and field.entry and field.is_literal:
                contradiction = _contradict(
                    bib, field.entry, doi, field.text[doi.span.start : doi.span.end], self.prefixes
                )
                if contradiction:
                    other, message = contradiction
                    related = [self.related(other, f"the {other.name}")]
                    finding = self.finding(field.span(*doi.span), f"{message}; look the DOI up", related=related)
                    is_said = other.name in ("year", "date")  # by year-mismatch, if it speaks
                    yield Tentative(finding, "year-mismatch", (span_of(other).start,)) if is_said else finding


def _contradict(bib: Bibliography, entry: Entry, doi: Doi, written: str, prefixes: str) -> tuple[Field, str] | None:
    """The field that a DOI contradicts, and both sides in words."""
    return (
        _by_url(entry, doi)
        or _by_content(entry, written)
        or _by_registrant(entry, doi)
        or tell_conflict(bib.venues, entry, doi.normal, any_prefix=prefixes == "all")
        or _by_age(entry, doi)
    )


def _by_url(entry: Entry, doi: Doi) -> tuple[Field, str] | None:
    url = entry.field("url") if entry.field("doi") else None
    other = read_doi(url.text) if url and "10." in url.text else None
    if not url or not other or other.kind != "resolver" or other.prefix == _SHORT:
        return None
    if other.normal != doi.normal and other.prefix not in _VERSIONED:
        return url, f"doi is `{doi.normal}`, but url leads to `{other.normal}`"
    return None


def _by_content(entry: Entry, written: str) -> tuple[Field, str] | None:
    facts = facts_in(written)
    volume, year = entry.field("volume"), entry.field("year") or entry.field("date")
    # Where the volume of a DOI is a year, or an ISBN, the printed one is counted otherwise.
    stated = facts.volume if len(facts.volume) < 4 else ""
    if volume and stated and _VOLUME.fullmatch(volume.value) and volume.value.lstrip("0") != stated:
        return volume, f"DOI `{written}` is of volume {stated}, but volume is {volume.value}"
    match = _YEAR.match(year.value) if year else None
    if year and facts.year and match and not _EARLIEST <= int(match[0]) - facts.year <= _LATEST:
        return year, f"DOI `{written}` is of {facts.year}, but {year.name} is {year.value}"
    return None


def _by_age(entry: Entry, doi: Doi) -> tuple[Field, str] | None:
    year, registered = entry.field("year") or entry.field("date"), registered_by(doi.normal)
    match = _YEAR.match(year.value) if year and registered else None
    if year and registered and match and int(match[0]) - registered > _LONGEST_WAIT:
        return year, f"DOI `{doi.normal}` was registered by {registered}, but {year.name} is {year.value}"
    return None


def _by_registrant(entry: Entry, doi: Doi) -> tuple[Field, str] | None:
    publisher = entry.field("publisher")
    house = (
        publisher_of(decode(publisher.text).text) if publisher and publisher.is_known and doi.prefix in HOUSES else None
    )
    if (
        publisher is None
        or house is None
        or doi.prefix in house.doi_prefixes
        or not HOUSES.keys() & set(house.doi_prefixes)
    ):
        return None
    if {doi.prefix, *house.doi_prefixes} >= PARTNERS:
        return None
    return publisher, f"DOI `{doi.normal}` is {HOUSES[doi.prefix]}'s, but publisher is `{publisher.value}`"
