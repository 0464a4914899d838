"""Entries without the DOI that their work has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.doi_houses import ARTICLE_HOUSES, ARTICLES_SINCE
from bibcheck.knowledge.publishers import NO_HOSTS, Publisher, publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.latex import decode
from bibcheck.values.arxiv import is_archive_of_scholar
from bibcheck.values.doi import find_dois
from bibcheck.venues.dois import venue_policy
from bibcheck.venues.recognise import text_of
from bibcheck.venues.spelling import spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_ARTICLES = frozenset({"article"})
_PAPERS = frozenset({"inproceedings", "conference"})
# Where a DOI may stand, or what stands for one.
_ELSEWHERE = (
    "url",
    "note",
    "ee",
    "howpublished",
    "eprint",
    "journal",
    "journaltitle",
    "volume",
    "annote",
    "addendum",
    "bdsk-url-1",
)
_PREPRINT = ("eprint", "archiveprefix", "arxivid", "eprinttype")
_UNPUBLISHED = pattern(
    r"in press|to appear|forthcoming|submitted|accepted|under review|in preparation|preprint", re.IGNORECASE
)
_YEAR = pattern(r"\d{4}")


class MissingDoi(Rule):
    """Give the DOI of a work that has one by all that is known.

    The venue, its series or its publisher registers DOIs for work of that kind and year. Entries with an arXiv number,
    entries in press and those whose DOI stands in another field are let be; so are books, reports, theses and web pages,
    and the papers of USENIX, NeurIPS, ICLR, JMLR and PMLR, which have none. With `expect = "always"`, every article and
    every paper wants one.

    Bad:

        @inproceedings{k, title = {T}, booktitle = {9th RoEduNet IEEE International Conference}, year = {2010}}
                       ^

    Good:

        @inproceedings{k, title = {T}, booktitle = {12th USENIX Symposium on Operating Systems Design}, year = {2016}}

    Bad, with expect = "always":

        @article{k, title = {T}, journal = {Journal of Trees}, year = {2010}}

    Good, with expect = "always":

        @article{k, title = {T}, journal = {Journal of Trees}, year = {2010}, doi = {10.1000/182}}
    """

    level = Level.WARNING

    expect: Literal["evidence", "always"] = "evidence"

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for entry in bib.entries:
            if entry.type in _ARTICLES or entry.type in _PAPERS:
                if (
                    entry.fault is not None  # what follows is unread
                    or bib.may_have(entry, "doi")
                    or _is_preprint(entry)
                    or _is_unpublished(entry)
                    or _has_doi_elsewhere(entry)
                ):
                    continue
                reason = (
                    "which every article and paper is to have" if self.expect == "always" else _evidence(bib, entry)
                )
                if reason:
                    yield self.finding(entry, f"no DOI, {reason}")


def _is_preprint(entry: Entry) -> bool:
    """Whether an entry gives its preprint, by which readers find the work."""
    journal, volume = entry.field("journal"), entry.field("volume")
    if any(map(entry.field, _PREPRINT)) or (journal and volume and is_archive_of_scholar(journal.text, volume.text)):
        return True
    return any(
        field and "arxiv" in field.text.lower()
        for field in map(entry.field, ("journal", "journaltitle", "url", "note"))
    )


def _is_unpublished(entry: Entry) -> bool:
    fields = map(entry.field, ("year", "date", "note", "pubstate", "pages", "volume", "journal", "booktitle"))
    return any(field and _UNPUBLISHED.search(field.text) for field in fields)


def _has_doi_elsewhere(entry: Entry) -> bool:
    return any(field and "10." in field.text and find_dois(field.text) for field in map(entry.field, _ELSEWHERE))


def _evidence(bib: Bibliography, entry: Entry) -> str | None:
    """Why a DOI is expected; None where nothing is known, or where it is known that there is none."""
    is_article = entry.type in _ARTICLES
    venue = None if is_article else _inherited(bib, entry, "booktitle")
    is_journal = venue is None
    venue = venue or _inherited(bib, entry, "journal", "journaltitle")
    if venue is None or not venue.is_known:
        return None
    year = _year_of(bib, entry)
    if _is_unfinished(bib, entry, year):
        return None
    policy = venue_policy(bib.venues, spell(text_of(venue)), "journal" if is_journal else "booktitle", year)
    if policy is None and not is_article and (owner := _owner_of_series(bib, entry, year)):
        return f"though {owner} registers DOIs for its series"
    house = _house_of(bib, entry)
    if policy:
        # Conferences have had other publishers, such as Morgan Kaufmann.
        may_be = policy.kind != "conference" or house is None or house.proceedings_since is not None
        return f"though {policy.reason}" if policy.registers_dois == "yes" and may_be else None
    if house is None or year is None:
        return None
    if is_article:
        is_theirs = house.name in ARTICLE_HOUSES and year >= ARTICLES_SINCE and bool(entry.field("volume"))
        return f"though {house.short} registers DOIs for its journals" if is_theirs else None
    if house.proceedings_since is None or year < house.proceedings_since:
        return None
    return f"though {house.short} registers DOIs for its conferences"


def _house_of(bib: Bibliography, entry: Entry) -> Publisher | None:
    """The publisher, which Google Scholar calls the organization of a paper."""
    if publisher := _inherited(bib, entry, "publisher"):
        return publisher_of(spell(decode(publisher.text).text))
    organization = _inherited(bib, entry, "organization") if entry.type in _PAPERS else None
    house = publisher_of(spell(decode(organization.text).text)) if organization else None
    return house if house and house.key in NO_HOSTS else None


def _is_unfinished(bib: Bibliography, entry: Entry, year: int | None) -> bool:
    """Whether an entry does not say yet which work it is: there may be none."""
    if _inherited(bib, entry, "title") is None:
        return True
    return year is None and bool(
        _inherited(bib, entry, "year", "date") or not _inherited(bib, entry, "volume", "pages")
    )


def _owner_of_series(bib: Bibliography, entry: Entry, year: int | None) -> str | None:
    """Who registers DOIs for the series of proceedings, such as LNCS, that an unknown conference appears in."""
    series = _inherited(bib, entry, "series")
    if series is None or not series.is_known:
        return None
    policy = venue_policy(bib.venues, spell(text_of(series)), "journal", year)
    return policy.subject if policy and policy.kind == "journal" and policy.registers_dois == "yes" else None


def _inherited(bib: Bibliography, entry: Entry, *names: str) -> Field | None:
    parent = bib.parent(entry)
    for owner in (entry, parent):
        for name in names:
            if owner and (field := owner.field(name)) and field.value:
                return field
    return None


def _year_of(bib: Bibliography, entry: Entry) -> int | None:
    field = _inherited(bib, entry, "year", "date")
    match = _YEAR.match(field.value) if field else None
    return int(match[0]) if match else None
