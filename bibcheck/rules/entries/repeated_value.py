"""One value in two fields of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import CONTAINER_TYPES, printed_fields
from bibcheck.knowledge.entry_types import WHOLE_TYPES
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field
from bibcheck.syntax.tree import Entry, Field

# Of each pair the second is the one that goes, where it can be told.
_PAIRS = (
    ("url", "howpublished"),
    ("url", "note"),
    ("howpublished", "note"),
    ("publisher", "organization"),
    ("institution", "organization"),
    ("institution", "publisher"),
    ("publisher", "address"),
    ("publisher", "location"),
    ("booktitle", "series"),
    ("title", "booktitle"),
    ("title", "journal"),
    ("title", "journaltitle"),
)
_CONTAINERS = ("booktitle", "journal", "journaltitle")
_SHORTEST_NAME = 12  # a column may be called after its magazine: `Nature`
_URL_COMMAND = pattern(r"[{}<>\\](?:(?<!\\)|url\b)")
_FIRST_PAGE = pattern(r"1\b")
_HABIT, _TENTH = 3, 10
_SHORTEST, _LONGEST = 3, 1000


class RepeatedValue(Rule):
    """Say a thing once: what stands in two fields is printed twice.

    Reported are an address in url and in note or howpublished, a publisher that is the organization too, and a title that
    is also the name of the book or journal, if the type prints both fields. Not reported: the booktitle of a @proceedings
    or @book, which is for the entries that refer to it, and that of a work on page 1, which may bear the name of its book;
    and in BibTeX, whose older styles do not print url, the note of an @unpublished, which they require, and the
    howpublished or note of a file that repeats its addresses there throughout (three times or more, and in nine of ten).

    Bad:

        @inproceedings{knuth84, title = {Literate Programming}, publisher = {ACM}, organization = {ACM}}
                                                                                                  ^^^^^

    Good:

        @inproceedings{knuth84, title = {Literate Programming}, publisher = {ACM}}

    Bad:

        @misc{knuth84, howpublished = {\\url{https://example.org}}, url = {https://example.org}}
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        names = set(bib.field_names)
        pairs = [pair for pair in _PAIRS if names.issuperset(pair)]
        habits = _find_habits(bib) if bib.dialect == "bibtex" and "url" in names else ()
        for entry in bib.entries if pairs else ():
            gone: set[str] = set()
            fields = entry.by_name
            for kept, other in pairs:
                if kept not in fields or other not in fields or other in gone or other in habits:
                    continue
                first, second = fields[kept], fields[other]
                if _are_printed_alike(bib, entry, first, second):
                    gone.add(other)
                    # plain.bst and its like do not print url.
                    is_fixable = other not in _CONTAINERS and (kept != "url" or bib.dialect == "biblatex")
                    edits = (delete_field(second),) if is_fixable else ()
                    who = "styles that print `url` print it twice" if kept == "url" else "it is printed twice"
                    message = f"`{other}` repeats `{kept}`: {who}{'' if edits else ', so remove one'}"
                    yield self.finding(second, message, *edits, related=[self.related(first, f"the `{kept}`")])


def _find_habits(bib: Bibliography) -> list[str]:
    """The fields that repeat the addresses of the types in which they do it, for styles that do not print url."""
    found = []
    for name in ("howpublished", "note"):
        repeating = [
            entry
            for url in bib.fields("url")
            if (entry := url.entry) and (other := entry.field(name)) and _are_printed_alike(bib, entry, url, other)
        ]
        types = {entry.type for entry in repeating}
        having = [url for url in bib.fields("url") if url.entry and url.entry.type in types]
        if len(repeating) >= _HABIT and (len(having) - len(repeating)) * _TENTH <= len(having):
            found.append(name)
    return found


def _is_opening(entry: Entry) -> bool:
    """Whether a work stands first in its book, whose name it may bear."""
    pages = entry.field("pages")
    return pages is not None and _FIRST_PAGE.match(pages.value) is not None


def _are_printed_alike(bib: Bibliography, entry: Entry, first: Field, second: Field) -> bool:
    is_whole = entry.type in WHOLE_TYPES or entry.type in CONTAINER_TYPES
    if second.name == "booktitle" and (is_whole or _is_opening(entry)):
        return False
    if second.name == "note" and entry.type == "unpublished" and bib.dialect == "bibtex":
        return False
    if second.name.startswith("journal") and len(second.text) < _SHORTEST_NAME:
        return False
    length = len(first.text)
    if not _SHORTEST <= length <= _LONGEST or not _SHORTEST <= len(second.text) <= _LONGEST:
        return False
    if abs(length - len(second.text)) > len(r"\url{{}}<>") * 2 or _bare(first) != _bare(second):
        return False
    printed = printed_fields(entry.type, bib.dialect)
    return printed is None or printed.issuperset((first.name, second.name)) or bib.dialect == "biblatex"


def _bare(field: Field) -> str:
    """The value without what sets it, in lower case."""
    return _URL_COMMAND.sub("", field.value).strip(" ./").lower()
