"""Which of the fields that something asks for an entry has not got, for all that can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bibcheck.bibliography import INHERITING, Bibliography
from bibcheck.bibliography.style_hints import (
    fills_gaps,
    has_no_titles,
    is_for_abntex2,
    is_for_gost,
    is_for_jurabib,
    is_in_east_slavic,
)
from bibcheck.knowledge.datamodel import Alternatives, same_fields
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.knowledge.field_names import meant_field
from bibcheck.lazy_re import pattern
from bibcheck.syntax.tree import WHITE_SPACE, Entry, Field

# What may stand for a field: BibLaTeX's other way to say it, or a reason to be without it.
_INSTEAD = {
    "year": ("date", "pubstate"),
    "date": ("pubstate", "urldate", "lastaccessed", "lastchecked", "urlaccessdate"),
    "journal": ("eprint", "archiveprefix", "eprinttype", "journaltitle"),  # of the last wrong-dialect speaks
    "journaltitle": ("eprint", "eprinttype"),
}
# What no style makes up where it is missing.
_ALWAYS = frozenset("title journal journaltitle booktitle".split())
# Under which name people give what a type requires under another one, and no style prints it.
_LOOKALIKES = {
    "institution": ("institute", "publisher", "organization", "school", "university", "company"),
    "school": ("institution", "university", "publisher", "organization"),
    "journal": ("booktitle", "series", "magazine", "newspaper"),
    "booktitle": ("series", "organization", "conference", "eventtitle", "journal"),
}
_CYRILLIC = pattern("[\u0400-\u04ff]")
_MOST_FIELDS = 100  # of an entry that are looked at for misspelled names
_REMARKS = ("note", "month", "howpublished", "journal", "journaltitle", "volume", "pages", "addendum", "status")
_EARLY_YEAR = pattern(r"1[4-8]\d\d")
_SPECIAL_ISSUE = pattern(r"\bspecial (?:issue|section)\b", re.IGNORECASE)
_KINDS = ("type", "note", "entrysubtype")
_IN_PRESS = pattern(
    r"\b(?:in\s+press|forthcoming|to\s+appear|accepted|submitted|in\s+preparation|under\s+review)\b", re.IGNORECASE
)


def missing_fields(bib: Bibliography, entry: Entry, groups: Alternatives) -> list[tuple[str, ...]]:
    """The groups of which an entry has no field and inherits none. Empty fields are none; what an entry that is out of
    sight may give counts, and so does a field under a name that misspelled-field or optional-prefix mends.
    """
    fields = entry.by_name
    # Nearly always all are there.
    missing = [group for group in groups if not _has_one(fields, group)]
    if not missing:
        return []
    meant = {name for field in entry.fields[:_MOST_FIELDS] for name in _meant(field.name)}
    return [group for group in missing if not _is_given(bib, entry, fields, meant, group)]


def _has_one(fields: dict[str, Field], names: Iterable[str]) -> bool:
    for name in names:
        field = fields.get(name)
        if field is not None and _is_filled(field):
            return True
    return False


@lru_cache(maxsize=1024)
def _meant(written: str) -> tuple[str, ...]:
    return tuple(name for name in (_put_aside(written), meant_field(written)) if name)


def _put_aside(name: str) -> str | None:
    """The field that somebody has put aside by a prefix, as Emacs does it or by hand: `OPTeditor`, `noeditor`."""
    return without_prefix(name) or (name[2:] if name.startswith("no") else None)


def _is_filled(field: Field) -> bool:
    text = field.text
    return bool(text and text[0] not in WHITE_SPACE) or bool(text.strip(WHITE_SPACE)) or not field.is_known


def _is_given(
    bib: Bibliography, entry: Entry, fields: dict[str, Field], meant: set[str], group: tuple[str, ...]
) -> bool:
    """Whether one of the fields is there by another name, `meant` by a faulty one, or from elsewhere."""
    names = _names_for(group, bib.dialect == "biblatex" or bib.is_mixed)
    if not names.isdisjoint(("author", "booktitle")) and is_for_abntex2(bib):
        names |= {"organization"}
    if _has_one(fields, names) or not meant.isdisjoint(names) or _is_elsewhere(bib, entry, names):
        return True
    return _can_be_without(bib, entry, names)


def _can_be_without(bib: Bibliography, entry: Entry, names: frozenset[str]) -> bool:
    """Whether the style that an entry is for, as far as it shows, prints it well without any of the fields."""
    fields = entry.by_name
    if "author" in names and ("key" in fields or is_for_gost(bib) or _is_under_title(entry)):
        return True  # btxdoc, 3.2: key is for entries that have neither author nor editor
    if "author" in names and "collaboration" in fields:
        return True  # REVTeX prints it, and INSPIRE gives no author beside it
    if "school" in names and is_in_east_slavic(entry):
        return True  # GOST R 7.0.100 names the place and the pages of a thesis
    if "author" in names and "editor" in fields and _is_special_issue(entry):
        return True
    if "publisher" in names and (_is_early(entry) or is_for_jurabib(entry)):
        return True
    if "number" in names and "heading" in fields:
        return True  # biblatex-gost prints the heading of a patent in its place
    if "title" in names and "organization" in fields and is_for_abntex2(bib):
        return True  # which prints a periodical as a whole under that
    if "title" in names and entry.type == "article":
        return has_no_titles(bib)
    return _ALWAYS.isdisjoint(names) and fills_gaps(bib)


@lru_cache
def _names_for(group: tuple[str, ...], has_aliases: bool) -> frozenset[str]:
    """The fields that may stand for one of a group, itself included."""
    names = {alias for name in group for alias in same_fields(name)} if has_aliases else set(group)
    return frozenset([*names, *(other for name in group for other in _INSTEAD.get(name, ()))])


def _is_under_title(entry: Entry) -> bool:
    """Whether an entry is in Russian, for which GOST R 7.0.100 puts works of more than three authors under their titles."""
    title = entry.field("title")
    return title is not None and _CYRILLIC.search(title.text) is not None


def _is_special_issue(entry: Entry) -> bool:
    """Whether an @article is an issue that has been cited as a whole, of which there are editors only."""
    return entry.type == "article" and any(
        (field := entry.field(name)) is not None and _SPECIAL_ISSUE.search(field.text) for name in _KINDS
    )


def _is_early(entry: Entry) -> bool:
    """Whether a book is from before 1900: Chicago (17th edition, 14.128) leaves out the publishers of those."""
    year = entry.field("year") or entry.field("date")
    return year is not None and _EARLY_YEAR.fullmatch(year.value) is not None


def is_in_press(entry: Entry) -> bool:
    """Whether an entry says that it is not published yet."""
    fields = entry.by_name
    if "pubstate" in fields:
        return True
    return any(name in fields and _says_in_press(fields[name].text) for name in _REMARKS)


@lru_cache(maxsize=8192)  # journals and volumes come again and again
def _says_in_press(text: str) -> bool:
    return _IN_PRESS.search(text) is not None


def name_missing(missing: list[tuple[str, ...]]) -> str:
    """For a message: no `author` or `editor`, no `year`."""
    return ", ".join("no " + " or ".join(f"`{name}`" for name in group) for group in missing)


def find_lookalikes(entry: Entry, missing: list[tuple[str, ...]]) -> list[str]:
    """The fields in which what is missing may stand: `publisher` for an institution."""
    names = [name for group in missing for wanted in group for name in _LOOKALIKES.get(wanted, ())]
    return [name for name in dict.fromkeys(names) if (field := entry.field(name)) and _is_filled(field)]


def _is_elsewhere(bib: Bibliography, entry: Entry, names: frozenset[str]) -> bool:
    if not entry.by_name.keys().isdisjoint(INHERITING):
        # bibtex.web, §277: an empty field of the child is a field. biber passes it over.
        has_empty = bib.dialect == "bibtex" and any(map(entry.field, names))
        if not has_empty and bib.may_inherit(entry, *sorted(names)):
            return True
    return "year" in names and is_in_press(entry)
