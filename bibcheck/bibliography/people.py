"""The people of a bibliography: its lists of names, each read once for all rules that look at them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.names.faults.fault import JOINED, PARTING, NameFault
from bibcheck.names.faults.mixture import is_full
from bibcheck.names.faults.reading import read_list
from bibcheck.names.parse import Name
from bibcheck.names.words import fold
from bibcheck.records import NamedTuple
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# BibLaTeX's fields of the data type `name` (biblatex manual, section 2.2.1), and those that stand for them in labels and
# in sorting.
NAME_FIELDS = (
    "author editor translator bookauthor editora editorb editorc annotator commentator holder introduction foreword "
    "afterword shortauthor shorteditor sortname"
).split()
_SHORT_FIELDS = ("shortauthor", "shorteditor", "sortname")
_VENUES = ("booktitle", "journal", "journaltitle")
_LONGEST_QUOTE = 60


class NameList(NamedTuple):
    """A field with the names that it lists and what is wrong with the list.

    `people` are those of the names that can be judged as persons: no organisations, nothing in braces as a whole, nothing
    faulty, not `others`. Of `faults` there is one of each kind at most: see bibcheck.names.faults.fault.
    """

    field: Field
    text: str
    names: tuple[Name, ...]
    people: list[Name]
    faults: list[NameFault]
    dialect: str

    def span(self, fault: NameFault) -> Span:
        """Where a fault is, in the file; the first place of several."""
        return self.field.span(fault.start, fault.end)

    def fix(self, fault: NameFault) -> tuple[list[Edit | None], bool]:
        """The edits that mend a fault at all its places, and whether they leave no doubt.

        Every fix of a name goes through here: it is offered if the list that it leaves has no fault that was not there.
        """
        from bibcheck.names.faults.mending import mend  # most files need none of it

        edits, is_sure = mend(self.text, fault, self.dialect)
        return [replace(self.field, *edit) for edit in edits], is_sure

    def as_mended(self) -> NameList:
        """The list as it is read once what parts it wrongly is mended, where that can be: the same list where nothing does.

        Its text is the mended one then, and so are the places in it.
        """
        if not any(
            fault.kind in PARTING or (fault.kind == JOINED and self._has_joined_family) for fault in self.faults
        ):
            return self
        from bibcheck.names.faults.mending import mend_parting  # most files need none of it

        text = mend_parting(self.text, self.dialect)
        if text == self.text:
            return self
        names, people, _, reported = read_list(text, self.dialect)
        return self._replace(text=text, names=names, people=people, faults=reported)

    @property
    def is_mended(self) -> bool:
        """Whether this is not what stands in the file: see as_mended."""
        return self.text != self.field.text

    @property
    def _has_joined_family(self) -> bool:
        """Whether a family name may hold initials: `Geoffrey C.Fox`."""
        return any(name.last and "." in name.last[-1].text for name in self.names)

    def in_field(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of the list is in the text of the field; None where something at or around it was mended."""
        text, written = self.text, self.field.text
        if not self.is_mended or written.startswith(text[: end + 1]):
            return start, end
        shift = len(written) - len(text)
        return (start + shift, end + shift) if written.endswith(text[max(start - 1, 0) :]) else None

    def place(self, start: int, end: int) -> Span:
        """Where a part of the list is in the file: the whole list, where that cannot be told."""
        return self.field.span(*(self.in_field(start, end) or (0, len(self.field.text))))

    def wanted(self, fault: NameFault) -> str:
        """What the edits of a fault write in the place of its span, as messages quote it; empty if there are none."""
        text = self.text[fault.start : fault.end]
        for start, end, new in sorted(fault.edits, reverse=True):
            if fault.start <= start and end <= fault.end:
                text = text[: start - fault.start] + new + text[end - fault.start :]
        return f"`{' '.join(text.split())}`" if fault.edits else ""

    def quote(self, start: int, end: int) -> str:
        """A part of the list as messages quote it: on one line, and not too long."""
        words = " ".join(self.text[start:end].split())
        return f"`{words}`" if len(words) <= _LONGEST_QUOTE else f"`{words[:_LONGEST_QUOTE]}…`"

    def quote_first(self, fault: NameFault) -> str:
        """The first place of a fault as messages quote it, and how many more there are in the list."""
        quoted = self.quote(fault.start, fault.end)
        return f"{quoted} and {fault.places - 1} more" if fault.places > 1 else quoted


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
    has_full_names: bool  # whether anybody in the list has a given name in full
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
    lists = []
    for field in bib.fields(*NAME_FIELDS):
        if field.is_known:
            text = field.text
            names, people, _, reported = read_list(text, dialect)
            lists.append(NameList(field, text, names, people, reported, dialect))
    return lists


def _faulty_lists(bib: Bibliography) -> list[NameList]:
    return [names for names in name_lists(bib) if names.faults]


def read_mentions(bib: Bibliography, most_people: int) -> dict[str, list[tuple[Any, ...]]]:
    """By family name, folded: the values of a Mention, without path, for each person in lists of not too many."""
    venues = {id(field.entry): field.text for field in bib.fields(*_VENUES)}
    families: dict[str, list[tuple[Any, ...]]] = {}
    for names in name_lists(bib):
        read = names.as_mended() if names.faults else names
        if 0 < len(read.people) <= most_people and names.field.name not in _SHORT_FIELDS:
            _note(read, venues.get(id(names.field.entry), ""), families)
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
    has_full_names = any(map(is_full, names.people))
    rest = (field.entry.key if field.entry else "", company, venue, field.name, has_full_names)
    offset = field.span(0, 0).start
    for key, _, given, family in folded:
        written = _on_one_line(text[slice(*given)]), _on_one_line(text[slice(*family)])
        places: tuple[tuple[int, ...], ...]
        is_literal = field.is_literal and (
            not names.is_mended or bool(names.in_field(*given) and names.in_field(*family))
        )
        if is_literal and not names.is_mended:
            places = ((offset + given[0], offset + given[1]), (offset + family[0], offset + family[1]))
        else:
            places = tuple(names.place(*given)), tuple(names.place(*family))
        families.setdefault(key, []).append((*written, *places, is_literal, *rest))


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text
