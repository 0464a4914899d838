"""Which of the fields that something asks for an entry has not got, for all that can be seen."""

from __future__ import annotations

import re

from bibcheck.bibliography import Bibliography
from bibcheck.house_styles import is_for_abntex2
from bibcheck.knowledge.datamodel import Alternatives, same_fields
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.knowledge.field_names import meant_field
from bibcheck.patterns import pattern
from bibcheck.syntax.tree import WHITE_SPACE, Entry, Field

# What may stand for a field: BibLaTeX's other way to say it, or a reason to be without it.
_INSTEAD = {
    "year": ("date", "pubstate"),
    "date": ("pubstate", "urldate", "lastaccessed", "lastchecked", "urlaccessdate"),
    "journal": ("eprint", "archiveprefix", "eprinttype"),
    "journaltitle": ("eprint", "eprinttype"),
}
_MOST_FIELDS = 100  # of an entry that are looked at for misspelled names
_REMARKS = ("note", "howpublished", "journal", "journaltitle", "volume", "pages", "addendum", "status")
_IN_PRESS = pattern(
    r"\b(?:in press|forthcoming|to appear|accepted|submitted|in preparation|under review)\b", re.IGNORECASE
)


def missing_fields(bib: Bibliography, entry: Entry, groups: Alternatives) -> list[tuple[str, ...]]:
    """The groups of which an entry has no field and inherits none. Empty fields are none; what an entry that is out of
    sight may give counts, and so does a field under a name that misspelled-field or optional-prefix mends.
    """
    fields = {field.name: field for field in reversed(entry.fields)}
    # Nearly always all are there.
    missing = [group for group in groups if not any(name in fields and _is_filled(fields[name]) for name in group)]
    if not missing:
        return []
    names = [field.name for field in entry.fields[:_MOST_FIELDS]]
    meant = {name for written in names for name in (without_prefix(written), meant_field(written)) if name}
    return [group for group in missing if not _is_given(bib, entry, fields, meant, group)]


def _is_filled(field: Field) -> bool:
    text = field.text
    return bool(text and text[0] not in WHITE_SPACE) or bool(text.strip(WHITE_SPACE)) or not field.is_known


def _is_given(
    bib: Bibliography, entry: Entry, fields: dict[str, Field], meant: set[str], group: tuple[str, ...]
) -> bool:
    """Whether one of the fields is there by another name, `meant` by a faulty one, or from elsewhere."""
    names = set(group)
    if bib.dialect == "biblatex" or bib.is_mixed:
        names = {alias for name in group for alias in same_fields(name)}
    names.update(other for name in group for other in _INSTEAD.get(name, ()))
    if "author" in names and is_for_abntex2(bib):
        names.add("organization")
    if "publisher" in names and "shortauthor" in fields and "shorttitle" in fields:
        return True  # for jurabib: lawyers name no publisher
    if any(name in fields and _is_filled(fields[name]) for name in names) or not meant.isdisjoint(names):
        return True
    return _is_elsewhere(bib, entry, names)


def is_in_press(entry: Entry) -> bool:
    """Whether an entry says that it is not published yet."""
    fields = map(entry.field, _REMARKS)
    return entry.field("pubstate") is not None or any(_IN_PRESS.search(field.value) for field in fields if field)


def name_missing(missing: list[tuple[str, ...]]) -> str:
    """For a message: no `author` or `editor`, no `year`."""
    return ", ".join("no " + " or ".join(f"`{name}`" for name in group) for group in missing)


def _is_elsewhere(bib: Bibliography, entry: Entry, names: set[str]) -> bool:
    # bibtex.web, §277: an empty field of the child is a field. biber passes it over.
    has_empty = bib.dialect == "bibtex" and any(map(entry.field, names))
    if not has_empty and bib.may_inherit(entry, *sorted(names)):
        return True
    return "year" in names and is_in_press(entry)
