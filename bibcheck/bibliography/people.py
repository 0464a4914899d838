"""The people of a bibliography: its lists of names, each read once for all rules that look at them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.names.faults import find_name_faults
from bibcheck.names.faults.fault import NameFault
from bibcheck.names.parse import Name, read_names
from bibcheck.names.words import fold
from bibcheck.records import NamedTuple
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# BibLaTeX's fields of the data type `name` (biblatex manual, section 2.2.1), without those for sorting and for labels.
NAME_FIELDS = (
    "author editor translator bookauthor editora editorb editorc annotator commentator holder introduction foreword "
    "afterword"
).split()
_VENUES = ("booktitle", "journal", "journaltitle")
_LONGEST_QUOTE = 60
# What has no place in a person's name, or leaves in doubt what the name is.
_ODD = pattern(r"[0-9()\[\]@/:<>;&*#$%?!|+=]")


class NameList(NamedTuple):
    """A field with the names that it lists and what is wrong with the list.

    `people` are those of the names that can be judged as persons: no organisations, nothing in braces as a whole, nothing
    faulty, not `others`.
    """

    field: Field
    text: str
    names: tuple[Name, ...]
    faults: list[NameFault]
    people: list[Name]

    def edits(self, fault: NameFault) -> list[Edit | None]:
        """What mends a fault."""
        return [replace(self.field, *edit) for edit in fault.edits]

    def quote(self, start: int, end: int) -> str:
        """A part of the list as messages quote it: on one line, and not too long."""
        words = " ".join(self.text[start:end].split())
        return f"`{words}`" if len(words) <= _LONGEST_QUOTE else f"`{words[:_LONGEST_QUOTE]}…`"


class Mention(NamedTuple):
    """One person in one list, as plain data."""

    given: str  # as written, like the family name
    family: str
    given_span: tuple[int, int]
    family_span: tuple[int, int]
    is_literal: bool  # whether the names stand at these places
    key: str  # of the entry
    company: tuple[str, ...]  # everybody in the list: family name and first initial, folded
    venue: str
    field: str  # the name of the field
    path: str = ""

    @property
    def span(self) -> Span:
        """The whole name."""
        places = (*self.given_span, *self.family_span)
        return Span(min(places), max(places))


def name_lists(bib: Bibliography) -> list[NameList]:
    """The lists of names of a file, field name by field name."""
    return bib.once(_read_name_lists)


def name_faults(bib: Bibliography, kind: str) -> Iterator[tuple[NameList, NameFault]]:
    """The faults of one kind, with the lists that they are in."""
    for names in bib.once(_faulty_lists):
        for fault in names.faults:
            if fault.kind == kind:
                yield names, fault


def _read_name_lists(bib: Bibliography) -> list[NameList]:
    dialect = bib.dialect
    return [
        NameList(field, field.text, *_read_list(field.text, dialect))
        for field in bib.fields(*NAME_FIELDS)
        if field.is_known
    ]


@lru_cache(maxsize=8192)  # one author's works come one after the other in most bibliographies
def _read_list(text: str, dialect: str) -> tuple[tuple[Name, ...], list[NameFault], list[Name]]:
    names = read_names(text, dialect)
    faults = find_name_faults(text, names, dialect)
    return names, faults, _find_people(text, names, faults)


def _faulty_lists(bib: Bibliography) -> list[NameList]:
    return [names for names in name_lists(bib) if names.faults]


def _find_people(text: str, names: tuple[Name, ...], faults: list[NameFault]) -> list[Name]:
    people = [name for name in names if name[4] and (name[2] or name[3] or len(name[4]) > 1)]
    if faults:
        faulty = {names[number] for fault in faults for number in fault.names}
        people = [name for name in people if name not in faulty]
    if _ODD.search(text):
        people = [name for name in people if not _ODD.search(text, name.start, name.end)]
    return people


def read_mentions(bib: Bibliography, most_people: int) -> dict[str, list[tuple[Any, ...]]]:
    """By family name, folded: the values of a Mention, without path, for each person in lists of not too many."""
    venues = {id(field.entry): field.text for field in bib.fields(*_VENUES)}
    families: dict[str, list[tuple[Any, ...]]] = {}
    for names in name_lists(bib):
        if 0 < len(names.people) <= most_people:
            _note(names, venues.get(id(names.field.entry), ""), families)
    return families


def _note(names: NameList, venue: str, families: dict[str, list[tuple[Any, ...]]]) -> None:
    field, text = names.field, names.text
    folded = []
    for name in names.people:
        if name.first:
            last = name.von + name.last
            given, family = (name.first[0].start, name.first[-1].end), (last[0].start, last[-1].end)
            key = fold(text[slice(*family)])
            if name.jr:
                key = f"{key}, {fold(name.jr[0].text)}"
            folded.append((key, f"{key} {fold(name.first[0].text)[:1]}", given, family))
    company = tuple([person for _, person, _, _ in folded])
    rest = (field.is_literal, field.entry.key if field.entry else "", company, venue, field.name)
    offset = field.span(0, 0).start
    for key, _, given, family in folded:
        written = _on_one_line(text[slice(*given)]), _on_one_line(text[slice(*family)])
        places: tuple[tuple[int, ...], ...]
        if field.is_literal:
            places = ((offset + given[0], offset + given[1]), (offset + family[0], offset + family[1]))
        else:
            places = tuple(field.span(*given)), tuple(field.span(*family))
        families.setdefault(key, []).append((*written, *places, *rest))


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text
