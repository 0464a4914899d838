"""Fields of one entry that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.dialect import is_for_biblatex
from bibcheck.bibliography.style_hints import is_for_gost
from bibcheck.bibliography.works import fold
from bibcheck.knowledge.datamodel import exclusive_fields
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.latex import decode
from bibcheck.venues.name import read_venue

_ALWAYS = (("journal", "booktitle"), ("journaltitle", "booktitle"), ("articleno", "eid"))
# Keys that INSPIRE gives out. It writes the conference beside the journal, and REVTeX prints both.
_INSPIRE_KEY = pattern(r"[^\s:]{1,80}:\d{4}[a-z]{2,4}")
# Which of `journal` and `booktitle` plain.bst prints.
_PRINTED = {"article": "journal", "inproceedings": "booktitle", "conference": "booktitle", "incollection": "booktitle"}
_CONFERENCE = pattern(r"\b(?:Proceedings|Proc\.|Conference|Conf\.|Symposium|Workshop|Congress)", re.IGNORECASE)
# Fields that nobody writes for BibTeX.
_BIBLATEX_FIELDS = frozenset("langid maintitle origdate bookpagination bookauthor".split())


class ConflictingFields(Rule):
    """Give one of two fields that exclude each other: the styles print one of them, and warn about the other.

    In a file for BibTeX, @book and @inbook take an author or an editor, and books and what stands in them a volume or a
    number of the series. In any file, a work stands in a journal or in a book, and articleno and eid are two names of one
    thing. date-conflict reports a date and a year that differ.

    Not reported: a booktitle that says the same as the journal, the conference of an @article in a volume of a journal
    (Procedia and INSPIRE give both), an entry that its own fields show to be written for BibLaTeX, and in a file with works
    in Russian the editors, whom GOST prints beside the authors.

    Bad:

        @inproceedings{knuth84, title = {Literate Programming}, volume = {27}, number = {2}}
                                                                                        ^^^

    Good:

        @inproceedings{knuth84, title = {Literate Programming}, volume = {27}}

    Bad:

        @article{knuth84, journal = {The Computer Journal}, booktitle = {The Computer Journal 27}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        names = set(bib.field_names)
        always = [pair for pair in _ALWAYS if names.issuperset(pair)]
        by_type: dict[str, list[tuple[str, ...]]] = {}
        is_bibtex = bib.dialect == "bibtex" and not bib.is_mixed
        for entry in bib.entries:
            pairs = by_type.get(entry.type)
            if pairs is None:
                pairs = by_type[entry.type] = [*always, *(exclusive_fields(entry.type) if is_bibtex else ())]
            fields = entry.by_name
            for pair in pairs:
                if not all(map(fields.__contains__, pair)) or (pair not in always and _is_written_for_biblatex(entry)):
                    continue
                first, second = (_filled(entry, name) for name in pair)
                if first and second and not _is_meant(bib, entry, second.name):
                    yield self._describe(bib, entry, first, second)

    def _describe(self, bib: Bibliography, entry: Entry, first: Field, second: Field) -> Finding:
        pair = f"`{first.name}` and `{second.name}`"
        message = f"{pair} in one entry: keep one of them"
        if second.name == "booktitle" and bib.dialect == "bibtex" and entry.type in _PRINTED:
            message = f"{pair} in one `@{entry.type}`: BibTeX's standard styles print `{_PRINTED[entry.type]}` only: remove one"
        elif second.name in ("number", "editor"):
            message = (
                f"{pair} in one `@{entry.type}`: BibTeX's styles print `{first.name}` only: move or remove the other"
            )
        return self.finding(second, message, related=[self.related(first, f"the `{first.name}`")])


def _is_meant(bib: Bibliography, entry: Entry, second: str) -> bool:
    """Whether both fields are as some program or norm wants them: INSPIRE's articles in proceedings; the editors whom
    GOST prints beside the authors. An @inbook with a booktitle is the business of wrong-entry-type.
    """
    if second == "booktitle":
        return _INSPIRE_KEY.fullmatch(entry.key) is not None or _is_named_twice(entry) or _is_in_volume(entry)
    if second != "editor":
        return False
    return is_for_gost(bib) or (entry.type == "inbook" and entry.field("booktitle") is not None)


def _is_named_twice(entry: Entry) -> bool:
    """Whether journal and booktitle say the same, but for the place, the year and the like."""
    journal, book = entry.field("journal") or entry.field("journaltitle"), entry.field("booktitle")
    if journal is None or book is None:
        return False
    return fold(journal.text) == fold(book.text) or _identity(journal) == _identity(book) != ""


def _identity(field: Field) -> str:
    return read_venue(decode(field.text).text).identity


def _is_in_volume(entry: Entry) -> bool:
    """Whether an @article stands in a volume of a journal: the booktitle is the conference that the volume is of."""
    book = entry.field("booktitle")
    return (
        entry.type == "article"
        and entry.field("volume") is not None
        and book is not None
        and _CONFERENCE.search(book.text) is not None
    )


def _is_written_for_biblatex(entry: Entry) -> bool:
    return is_for_biblatex(entry) or not entry.by_name.keys().isdisjoint(_BIBLATEX_FIELDS)


def _filled(entry: Entry, name: str) -> Field | None:
    field = entry.field(name)
    return field if field and (field.value or not field.is_known) else None
