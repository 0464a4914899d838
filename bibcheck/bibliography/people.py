"""The people of a bibliography: its lists of names, each read once for all rules that look at them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.names.faults.fault import JOINED, PARTING, NameFault
from bibcheck.names.faults.mixture import is_full
from bibcheck.names.faults.reading import read_list, read_people
from bibcheck.names.parse import Name
from bibcheck.names.words import fold
from bibcheck.records import NamedTuple
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field

# BibLaTeX's fields of the data type `name` (biblatex manual, section 2.2.1), and those that stand for them in labels and
# in sorting.
NAME_FIELDS = (
    "author editor translator bookauthor editora editorb editorc annotator commentator holder introduction foreword "
    "afterword shortauthor shorteditor sortname"
).split()
_SHORT_FIELDS = ("shortauthor", "shorteditor", "sortname")
_VENUES = ("booktitle", "journal", "journaltitle")
_LONGEST_QUOTE = 60


class NameList:
    """A field with the names that it lists and what is wrong with the list.

    `people` are those of the names that can be judged as persons: no organisations, nothing in braces as a whole, nothing
    faulty, not `others`. Of `faults` there is one of each kind at most: see bibcheck.names.faults.fault.
    """

    __slots__ = ("_faults", "_read", "dialect", "field", "names", "people", "text")

    def __init__(self, field: Field, text: str, dialect: str) -> None:
        self.field = field
        self.text = text
        self.dialect = dialect
        self._read = read_people(text, dialect)
        self.names: tuple[Name, ...] = self._read.names
        self.people: list[Name] = self._read.people
        self._faults: list[NameFault] | None = None

    @property
    def faults(self) -> list[NameFault]:
        """What rules report of the list."""
        if self._faults is None:
            self._faults = read_list(self.text, self.dialect).reported
        return self._faults

    def span(self, fault: NameFault) -> Span:
        """Where a fault is, in the file; the first place of several."""
        return self.field.span(fault.start, fault.end)

    def person(self, name: Name) -> Span:
        """Where a person's given and family names are, in the file."""
        return _around(*(self.place(*part) for part in _parts(name)))

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
        return NameList(self.field, text, self.dialect)

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

    def places(self, *parts: tuple[int, int]) -> list[Span]:
        """The same for several parts."""
        return [self.place(*part) for part in parts] if self.is_mended else self.field.spans_of(*parts)

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


class Company(NamedTuple):
    """A list of people as plain data: who is in it, and where it stands."""

    people: tuple[str, ...]  # family name and first initial, folded
    has_full_names: bool  # whether anybody has a given name in full
    key: str  # of the entry
    field: str  # the name of the field
    venue: str


class Mention(NamedTuple):
    """One person in one list, as plain data."""

    person: str  # family name and initial, folded
    given: str  # as written, like the family name
    family: str
    given_span: Span
    family_span: Span
    is_literal: bool  # whether the names stand at these places
    company: Company

    @property
    def span(self) -> Span:
        """The whole name."""
        return _around(self.given_span, self.family_span)


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
    return [NameList(field, field.text, bib.dialect) for field in bib.fields(*NAME_FIELDS) if field.is_known]


def _faulty_lists(bib: Bibliography) -> list[NameList]:
    return [names for names in name_lists(bib) if names.faults]


def read_mentions(bib: Bibliography, most_people: int) -> Iterator[Mention]:
    """Each person in lists of not too many who has a given name, list by list."""
    venues = {id(field.entry): field.text for field in bib.fields(*_VENUES)}
    for names in name_lists(bib):
        read = names.as_mended()
        if 0 < len(read.people) <= most_people and names.field.name not in _SHORT_FIELDS:
            yield from _mentions(read, venues.get(id(names.field.entry), ""))


def _mentions(names: NameList, venue: str) -> Iterator[Mention]:
    field, text = names.field, names.text
    people = []
    for name in names.people:
        if name.first:
            given, family = _parts(name)
            key = fold(text[slice(*family)])
            if name.jr:
                key = f"{key}, {fold(name.jr[0].text)}"
            people.append((f"{key} {fold(name.first[0].text)[:1]}", given, family))
    has_full_names = any(map(is_full, names.people))
    company = Company(
        tuple([person for person, _, _ in people]),
        has_full_names,
        field.entry.key if field.entry else "",
        field.name,
        venue,
    )
    for person, given, family in people:
        is_literal = field.is_literal and bool(names.in_field(*given) and names.in_field(*family))
        given_span, family_span = names.places(given, family)
        yield Mention(
            person,
            _on_one_line(text[slice(*given)]),
            _on_one_line(text[slice(*family)]),
            given_span,
            family_span,
            is_literal,
            company,
        )


def _parts(name: Name) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the given names and the family name stand in their list."""
    last = name.von + name.last
    return (name.first[0].start, name.first[-1].end), (last[0].start, last[-1].end)


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text
