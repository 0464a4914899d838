"""The DOI of an entry, in its field or in another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.doi import Doi, bare_doi, find_dois, read_doi

# Where a DOI is written that belongs into doi.
OTHER_FIELDS = ("url", "ee", "eprint", "howpublished", "note")
# Pages of publishers that carry the DOI of the work they show.
_WORK_PAGE = pattern(
    r"/(?:doi/(?:abs/|full/|pdf/|epdf/|pdfplus/|book/)?|doi/10|article/|chapter/|book/|articles/)\Z", re.IGNORECASE
)
_FAKE = "10.5555"
_OTHER_ARCHIVES = ("eprinttype", "archiveprefix")


def misplaced_doi(field: Field, dois: list[Doi] | None = None) -> Doi | None:
    """The DOI of the work itself in one of the other fields; None if there is none. `dois` are all that stand in the field."""
    if dois is None:
        dois = find_dois(field.text) if "10." in field.text else []
    if len(dois) != 1 or field.entry is None:
        return None
    if field.name == "eprint" and any(map(field.entry.field, _OTHER_ARCHIVES)):
        return None
    doi = dois[0]
    if doi.prefix == _FAKE or (doi.kind == "page" and not _WORK_PAGE.search(field.text[: doi.span.start])):
        return None
    is_aside = field.name == "note" and doi.kind == "bare" and bare_doi(field.text, doi) is None
    return None if is_aside else doi


def dois_of_works(bib: Bibliography) -> Iterator[tuple[Field, Doi]]:
    """The DOI of each entry that has one, with its field: doi, or another one where the entry has no doi."""
    for field, own in bib.values(read_doi, "doi"):
        if own:
            yield field, own
    told: set[int] = set()
    for field, dois in bib.values(find_dois, *OTHER_FIELDS):
        entry, doi = field.entry, misplaced_doi(field, dois) if dois else None
        if doi and entry and id(entry) not in told and not bib.may_have(entry, "doi"):
            told.add(id(entry))
            yield field, doi


def own_doi(entry: Entry) -> Doi | None:
    """The DOI of an entry: what doi says, or another field where there is no doi."""
    own = entry.field("doi")
    if own and own.value:
        return read_doi(own.text)
    fields = entry.by_name
    if fields.keys().isdisjoint(OTHER_FIELDS):
        return None
    others = (fields.get(name) for name in OTHER_FIELDS)
    return next((doi for field in others if field and (doi := misplaced_doi(field))), None)
