"""Publishers that do not publish the conference or the journal that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name
from bibcheck.venues.recognise import Recognised

# Societies that publish what bears their names, each with the words by which names and publishers are theirs.
_SOCIETIES = {
    "ACM": ("acm", "association for computing machinery"),
    "IEEE": ("ieee",),
    "USENIX": ("usenix",),
    "SIAM": ("siam", "society for industrial and applied mathematics"),
    "ACL": ("association for computational linguistics",),
}
# Houses that publish no society's journals under the society's name.
_COMMERCIAL = frozenset(
    (
        "springer",
        "springer nature",
        "elsevier",
        "wiley",
        "taylor and francis",
        "sage publications",
        "oxford university press",
        "cambridge university press",
        "nature publishing group",
        "mdpi",
        "hindawi",
    )
)
# Conferences that one society published for another, or handed over to it: by the ids of knowledge/venues.
_SHARED = frozenset("hotos hpdc imc mobisys vee".split())
_VENUES = ("booktitle", "journal", "journaltitle")
_WORD_OF_SOCIETY = {
    "ACM": pattern(r"(?<![A-Za-z])(?:ACM(?![A-Za-z])|SIG[A-Z]{2,})|Association for Computing Machinery"),
    "IEEE": pattern(r"(?<![A-Za-z])IEEE(?![A-Za-z])"),
    "USENIX": pattern(r"(?<![A-Za-z])(?:USENIX|Usenix)(?![A-Za-z])"),
    "SIAM": pattern(r"(?<![A-Za-z])SIAM(?![A-Za-z])"),
    "ACL": pattern(r"Association for Computational Linguistics"),
}


class PublisherMismatch(Rule):
    """Check the publisher: the venue is another society's.

    Conferences and journals that bear the name of ACM, IEEE, USENIX, SIAM or ACL are published by it, and by those that hold
    them together: `IEEE/ACM Transactions on Networking` may have either. The houses of one society (`IEEE Computer
    Society`) are one. Conferences of nobody's name change their publishers and are left alone; so are the publishers that
    sell a society's proceedings (`Curran Associates`, `Springer`). What a DOI says is the business of doi-mismatch.

    Bad:

        @inproceedings{alizadeh10, booktitle = {Proceedings of the ACM SIGCOMM Conference}, publisher = {IEEE}}
                                                                                                         ^^^^

    Good:

        @inproceedings{alizadeh10, booktitle = {Proceedings of the ACM SIGCOMM Conference}, publisher = {ACM}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("publisher"):
            venue = field.entry and next(filter(None, map(field.entry.field, _VENUES)), None)
            publisher = publisher_of(decode(field.text).text) if venue and field.is_known else None
            society = _society_of(publisher.key) if publisher else ""
            if not venue or not publisher or not (society or publisher.key in _COMMERCIAL):
                continue
            found = bib.venues.recognise_field(venue)
            owners = _owners(found, decode(venue.text).text) if found and found.is_sure else set()
            if found and owners and society not in owners and (society or found.venue.kind == "journal"):
                name = field.text.strip()
                start = field.text.index(name)
                called = (found.venue.kind == "conference" and found.venue.acronym) or found.venue.name
                message = f"publisher `{name}`, but `{called}` is published by {' and '.join(sorted(owners))}"
                yield self.finding(field.span(start, start + len(name)), message)


def _society_of(publisher: str) -> str:
    """The society whose house a publisher is, by its folded name; empty for others."""
    for society, words in _SOCIETIES.items():
        if any(publisher == word or publisher.startswith(f"{word} ") for word in words):
            return society
    return ""


def _owners(found: Recognised, text: str) -> set[str]:
    """The societies that hold a venue, as far as its name says so; none where others publish it or a name is shared."""
    venue = found.venue
    publishers = {_society_of(fold_name(name)) for name in venue.publishers}
    sponsors = {
        _society_of(sponsor.lower()) or ("ACM" if sponsor.startswith("SIG") else "") for sponsor in venue.sponsors
    }
    sponsors |= {_society_of(sponsor.lower()) for sponsor in found.parts.sponsors}
    named = {society for society in _SOCIETIES if _WORD_OF_SOCIETY[society].search(text)}
    if venue.id in _SHARED or "" in publishers or not publishers & named:
        return set()
    return (publishers | sponsors | named) - {""}
