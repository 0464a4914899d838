"""Which works have DOIs, by the name of the journal or the conference."""

from __future__ import annotations

import re

from bibcheck.knowledge.publishers import publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.venues.name import Venue, read_venue
from bibcheck.venues.recognise import Recognised, text_of, year_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.syntax.tree import Entry, Field
    from bibcheck.venues.index import KnownVenue
    from bibcheck.venues.recognise import Venues
    from bibcheck.venues.recognised import Kind

# Sponsors that publish the proceedings of the conferences that bear their names.
_SPONSORS = ("IEEE", "ACM")
# The papers that the ACL's conferences print beside their proceedings, since 2020: `Findings of the ACL: EMNLP 2020`.
_FINDINGS = pattern(r"Findings of (?:the )?(?:ACL\b|Association for Computational Linguistics)", re.IGNORECASE)


class Policy(NamedTuple):
    """Whether the papers of a venue have DOIs in a year, and by what is known.

    `registers_dois` is "yes", "no" or "partly", which is to say that nobody can tell from the name. `kind` is "conference"
    or "journal" where the venue itself is known, and "sponsor" where a sponsor in its name is the evidence. A journal is
    told by its own name: who publishes it now did not always, and need not have registered the DOIs of all years.
    """

    registers_dois: str
    kind: str
    subject: str  # the acronym of the conference, or the publisher or sponsor: `SOSP`, `Elsevier`, `IEEE`
    journal: str = ""

    @property
    def reason(self) -> str:
        """The fact in words: `IEEE registers DOIs for its conferences`, `the papers of SOSP have DOIs`."""
        what = {"yes": "DOIs", "no": "no DOIs", "partly": "DOIs in part"}[self.registers_dois]
        if self.kind == "conference":
            return f"the papers of {self.subject} have {what}"
        if self.kind == "journal":
            return f"the articles of {self.journal} have {what}"
        return f"{self.subject} registers {what} for its conferences"


def venue_policy(venues: Venues, name: str | Field, kind: Kind, year: int | None = None) -> Policy | None:
    """What is known of a booktitle or a journal, a field or its text without LaTeX; None where nothing is.

    Without a year, a venue that has registered DOIs in some years only is "partly".
    """
    text = name if isinstance(name, str) else text_of(name)
    found = venues.recognise(text, kind, year)
    venue = found.parts if found else read_venue(text)
    if _FINDINGS.match(text):
        return Policy("yes", "conference", "Findings of the ACL")
    return (_known(found, year) if found else None) or _refused(venue) or _sponsored(venue, year)


def entry_policy(venues: Venues, entry: Entry) -> Policy | None:
    """The same of the booktitle of an entry, or else of its journal; None where nothing is known."""
    for name in ("booktitle", "journal", "journaltitle"):
        field = entry.field(name)
        if field and field.is_known and field.value:
            return venue_policy(venues, field, "booktitle" if name == "booktitle" else "journal", year_of(field))
    return None


def _known(found: Recognised, year: int | None) -> Policy | None:
    """What is known of the venue; where it is not sure, only what makes a rule say nothing."""
    registers = found.venue.registers_in(year)
    if not registers:
        return None
    if not found.is_sure and registers == "yes":
        return None
    journal = found.venue.name if found.venue.kind == "journal" else ""
    return Policy(registers, found.venue.kind, _subject(found.venue), journal)


def _subject(venue: KnownVenue) -> str:
    if venue.kind == "conference":
        return venue.acronym or venue.name
    house = publisher_of(venue.publishers[0]) if venue.publishers else None
    return house.short if house else venue.name


def _refused(venue: Venue) -> Policy | None:
    return Policy("no", "sponsor", "USENIX") if "USENIX" in venue.sponsors else None


def _sponsored(venue: Venue, year: int | None) -> Policy | None:
    if not venue.is_event:
        return None
    for sponsor in _SPONSORS:
        if sponsor in venue.sponsors:
            publisher = publisher_of(sponsor)
            since = publisher.proceedings_since if publisher else None
            is_early = year is not None and since is not None and year < since
            return Policy("partly" if is_early else "yes", "sponsor", sponsor)
    return None
