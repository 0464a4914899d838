"""Years that the rest of the entry contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.dois import dois_of_works
from bibcheck.knowledge.doi_patterns import facts_in
from bibcheck.knowledge.proceedings_urls import year_of_address
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.latex import decode
from bibcheck.values.arxiv import ArxivId, find_arxiv, is_arxiv_eprint, names_only_arxiv, read_arxiv
from bibcheck.values.doi import Doi
from bibcheck.venues.name import read_venue
from bibcheck.venues.series import read_series

_DIGIT = pattern(r"\d")
_YEAR = pattern(r"(?:19|20)\d{2}")
# A day or a month beside the year says when a conference was held; what it gave rise to may appear at any time after.
_HELD = pattern(
    r"\bheld\b|(?<![A-Za-z])(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,6})?\b\.?"
    r"[^A-Za-z]{0,20}(?:19|20)\d\d",
    re.IGNORECASE,
)
_KEY_YEAR = pattern(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_USUAL_DELAY, _LONGEST_DELAY = 2, 5  # years from a conference to its proceedings
_EVIDENCE = frozenset("booktitle series doi eprint journal journaltitle url".split())
_PUBLISHED = ("booktitle", "publisher", "school", "institution")


class YearMismatch(Rule):
    """Reports a year that the rest of the entry contradicts.

    Compared are the years in the acronym and the name of a conference, in a DOI, in the address of a paper at the site of
    its proceedings (`https://aclanthology.org/N19-1423`) and in the arXiv identifier of a preprint, if they are two years
    or more apart. `lag` sets how many; with 1, a year in which the conference was not held is reported too. Proceedings may
    appear five years after a conference (two, where its acronym has the year), and at any time after the day on which it was
    held. A key alone is no evidence, because it may be that of the preprint; neither is the arXiv identifier of a paper that
    was published elsewhere, or of a later version. `arxiv-mismatch` reports a year before that of the identifier. Where the
    title has the year too, the booktitle is reported.

    Bad:

        @inproceedings{knuth1997, booktitle = {Proceedings}, series = {SOSP '97}, year = {2007}}
                                                                                         ^^^^^^

    Good:

        @inproceedings{knuth1997, booktitle = {Proceedings}, series = {SOSP '97}, year = {1997}}
    """

    level = Level.WARNING

    lag: int = 2

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        dois = {id(field.entry): (field, doi) for field, doi in reversed(list(dois_of_works(bib)))}
        for field in bib.fields("year", "date"):
            entry, match = field.entry, _YEAR.match(field.value)
            if entry is None or match is None or (field.name == "date" and entry.field("year")):
                continue
            if entry.by_name.keys().isdisjoint(_EVIDENCE):
                continue
            year = int(match[0])
            evidence = _collect(entry, year, dois.get(id(entry)))
            if self.lag == 1 and (held := _year_held(bib, entry, year)):
                evidence.append(held)
            # Whatever agrees with the year speaks for it.
            if not evidence or any(abs(other - year) < self.lag for other, _ in evidence):
                continue
            if sum(other.name == field.name for other in entry.fields) > 1:
                continue  # nobody can say which is meant; see duplicate-field
            key = _KEY_YEAR.search(entry.key)
            evidence += [(int(key[0]), f"the key `{entry.key}` says {key[0]}")] if key and int(key[0]) != year else []
            says = " and ".join(where for _, where in evidence)
            booktitle, title = entry.field("booktitle"), entry.field("title")
            if booktitle and title and match[0] in title.text and evidence[0][1].startswith("booktitle"):
                yield self.finding(booktitle, f"{says}, but {field.name} and title say {year}; look it up")
            else:
                yield self.finding(field, f"{field.name} is {year}, but {says}; look it up")


def _collect(entry: Entry, printed: int, own: tuple[Field, Doi] | None) -> list[tuple[int, str]]:
    """The years that other fields of an entry name, and in words where."""
    found = []
    for name in ("booktitle", "series"):
        field = entry.field(name)
        text = decode(field.text).text if field and field.is_known and _DIGIT.search(field.text) else ""
        series = read_series(text) if text and name == "series" else None
        if series and series.year and 0 < printed - series.year <= _USUAL_DELAY:
            continue
        year = series.year if series else _year_of_event(text, printed) if name == "booktitle" else None
        if year and field:
            found.append((year, f"{name} `{_shorten(field.value)}` says {year}"))
    if own and entry.type != "article":
        field, doi = own
        if year := facts_in(field.text[doi.span.start : doi.span.end]).year:
            found.append((year, f"DOI `{doi.normal}` says {year}"))
    url = entry.field("url")
    if url and (year := year_of_address(url.text)):
        found.append((year, f"url `{_shorten(url.value)}` says {year}"))
    preprint = _read_preprint(entry)
    # The year of an identifier that is after the printed one is the business of arxiv-mismatch.
    if preprint and preprint.year <= printed and (preprint.version or 1) == 1:
        found.append((preprint.year, f"arXiv identifier `{preprint.normal}` says {preprint.year}"))
    return found


def _year_held(bib: Bibliography, entry: Entry, printed: int) -> tuple[int, str] | None:
    """The year before the printed one, if a conference was held in it and in the one after, and not in the printed one."""
    field = entry.field("booktitle")
    found = bib.venues.recognise_field(field) if field else None
    if not field or not found or not found.is_sure or found.parts.year or "workshop" in field.text.lower():
        return None
    venue = found.venue
    if venue.edition_in(printed) or not (venue.edition_in(printed - 1) and venue.edition_in(printed + 1)):
        return None
    held = printed - 1
    return held, f"{venue.acronym or venue.name} was held in {held} and {printed + 1}"


def _year_of_event(name: str, printed: int) -> int | None:
    """The year in the name of a conference, unless its proceedings may have taken so long."""
    venue = read_venue(name) if name else None
    if venue is None or venue.year is None:
        return None
    acronym = venue.part("acronym")
    is_named = acronym is not None and str(venue.year) in acronym.text
    delay = _USUAL_DELAY if is_named else _LONGEST_DELAY
    if printed > venue.year and not is_named and _HELD.search(name):
        return None
    return venue.year if (is_named or venue.is_event) and not 0 < printed - venue.year <= delay else None


def _read_preprint(entry: Entry) -> ArxivId | None:
    """The arXiv identifier of an entry that names no other place where it was published."""
    fields = entry.by_name
    journal, eprint = fields.get("journal") or fields.get("journaltitle"), fields.get("eprint")
    if (
        not (journal or eprint)
        or (journal and not names_only_arxiv(journal.text))
        or not fields.keys().isdisjoint(_PUBLISHED)
    ):
        return None
    number = read_arxiv(eprint.text) if eprint and is_arxiv_eprint(eprint) else None
    if number is None and journal:
        number = next(iter(find_arxiv(journal.text)), None)
    return number if number and not number.problem else None


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else "…" + text[-59:]
