"""House rules: a pattern that no value may hold, and what entries must have, may have, or have alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bibcheck.bibliography import CONTROL_TYPES, Bibliography
from bibcheck.rule import Fact, Finding, Rule, Scope
from bibcheck.settings.table import CustomTable
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Entry, Field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


_NO_WORKS = CONTROL_TYPES | {"xdata", "set"}
_MOST_TOLD = 8  # so many allowed values are told in a message


class CustomRule(Rule):
    """A house rule."""

    _table: ClassVar[CustomTable]

    def _takes(self, entry: Entry) -> bool:
        types = self._table.types
        return entry.fault is None and (not types or entry.type in types)

    def _fields(self, bib: Bibliography) -> Iterator[Field]:
        """The fields to look into."""
        types = self._table.types
        for field in bib.fields(*self._table.field):
            if not types or (field.entry is not None and field.entry.type in types):
                yield field

    def _message(self, evidence: str) -> str:
        return f"{self._table.message}: {evidence}" if self._table.message else evidence


class PatternRule(CustomRule):
    """A pattern that fields must not hold."""

    _pattern: ClassVar[re.Pattern[str]]
    _longest_text: ClassVar[int]

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in self._fields(bib):
            if len(field.text) > self._longest_text:
                lengths = f"the value has {len(field.text)} characters, and the pattern is tried on up to {self._longest_text}"
                yield self.finding(field, f"{lengths}: possessive repetitions (`*+`, `++`) make it faster")
                continue
            for match in self._pattern.finditer(field.text):
                yield self.finding(field.span(*match.span()), self._table.message, *self._mend(field, match))

    def _mend(self, field: Field, match: re.Match[str]) -> list[Edit | None]:
        if self._table.replace is None:
            return []
        text = match.expand(self._table.replace)
        # What holds the pattern again would be mended without end.
        return [None if self._pattern.search(text) else replace(field, *match.span(), text)]


class RequireRule(CustomRule):
    """Fields that entries must have, by type."""

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        from bibcheck.bibliography.required import missing_fields, name_missing
        from bibcheck.knowledge.datamodel import of_type, read_lists

        lists = read_lists(self._table.require)
        for entry in bib.entries:
            wanted = of_type(lists, entry.type)
            if wanted and self._takes(entry) and entry.type not in _NO_WORKS:
                missing = missing_fields(bib, entry, wanted)
                if missing:
                    yield self.finding(entry, self._message(f"{name_missing(missing)} in `@{entry.type}`"))


class AllowedRule(CustomRule):
    """The values that fields may have."""

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        allowed = frozenset(self._table.allowed)
        for field in self._fields(bib):
            if field.is_known:
                for start, end in self._parts(field.text):
                    value = " ".join(field.text[start:end].split())
                    if value and value not in allowed:
                        yield self.finding(field.span(start, end), self._message(self._explain(value, field)))

    def _parts(self, text: str) -> Iterator[tuple[int, int]]:
        """The values in a field, blanks around them left out."""
        start = 0
        for part in text.split(self._table.separator) if self._table.separator else [text]:
            blanks = len(part) - len(part.lstrip())
            yield start + blanks, start + max(blanks, len(part.rstrip()))
            start += len(part) + len(self._table.separator)

    def _explain(self, value: str, field: Field) -> str:
        from bibcheck.text.suggestion import did_you_mean

        allowed = self._table.allowed
        if len(allowed) <= _MOST_TOLD:
            return f"`{value}` is none of {', '.join(f'`{one}`' for one in allowed)}"
        return f"`{value}` is not allowed in `{field.name}`{did_you_mean(value, allowed)}"


class UniqueRule(CustomRule):
    """Fields whose value no two entries share."""

    scope = Scope.PROJECT

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in self._fields(bib):
            value = " ".join(field.text.split())
            # A field that stands in its entry twice is another rule's business.
            entry = field.entry
            if value and field.is_known and entry and self._takes(entry) and entry.by_name[field.name] is field:
                yield self.fact(f"{field.name} {value}", field, entry.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        first, *others = facts
        for other in others:
            field = other.key.partition(" ")[0]
            evidence = f"`{other.about}` has the `{field}` of `{first.about}`"
            yield self.finding(other, self._message(evidence), related=[first])


class OrderRule(CustomRule):
    """The order of entries, which `bibcheck format` makes with `sort`."""

    scope = Scope.FILE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        from bibcheck.formatter.items import Splitter
        from bibcheck.formatter.order import in_order
        from bibcheck.formatter.settings import FormatSettings

        items = in_order(Splitter(bib).split(), bib, FormatSettings(sort=self._table.order))
        entries = [item.block for item in items if isinstance(item.block, Entry)]
        staying = _longest_rise([entry.start for entry in entries])
        by = ", ".join(self._table.order)
        for number, entry in enumerate(entries):
            if number not in staying:
                place = f"after `{entries[number - 1].key}`" if number else f"before `{entries[1].key}`"
                yield self.finding(entry, self._message(f"`{entry.key}` belongs {place}, sorted by {by}"))


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The places of a longest run of rising numbers, those between left out: what may stay where it is in sorting."""
    ends: list[int] = []  # the least number that ends a run of each length, and its place
    places: list[int] = []
    before: list[int] = []  # for each place the one before it in its run
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    kept: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept
