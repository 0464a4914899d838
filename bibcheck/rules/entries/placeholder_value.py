"""Words that stand where a value is missing, or still to come."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import BIBLATEX_FIELDS, BIBTEX_FIELDS, FIELD_ALIASES
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.placeholders import POSSIBLE, is_placeholder

# What no style prints, or may hold such words in earnest.
_NOT_PRINTED = frozenset(
    "abstract annotation annote file keywords langid label library sortkey sortname key options presort crossref".split()
)
_PRINTED = (BIBTEX_FIELDS | BIBLATEX_FIELDS | set(FIELD_ALIASES) | {"articleno", "numpages"}) - _NOT_PRINTED


class PlaceholderValue(Rule):
    """Fill in or take out what a placeholder stands for: styles print it as it stands.

    `null`, `None` and `undefined` come from programs, `TODO` and `???` from the author, `[s.n.]` from libraries, where a book
    names no publisher. Only whole values of printed fields are reported. Not reported: `xxx` in volume and number, where it
    is thirty, and titles that are such a word.

    Bad:

        @book{knuth86, title = {The {\\TeX}book}, publisher = {[s.n.]}, address = {???}}
                                                              ^^^^^^              ^^^

    Good:

        @book{knuth86, title = {Undefined}, volume = {xxx}}
    """

    level = Level.WARNING
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        starts: list[int] = []
        for match in POSSIBLE.finditer(bib.text):
            starts = starts or [entry.start for entry in bib.entries]
            number = bisect_right(starts, match.start()) - 1
            field = _field_at(bib.entries[number], match.end() - 1) if number >= 0 else None
            if field and field.name in _PRINTED and is_placeholder(field.name, field.value):
                start = len(field.text) - len(field.text.lstrip())
                span = field.span(start, start + len(field.text.strip()))
                message = (
                    f"`{field.value}` is a placeholder, which styles print as it stands: fill it in or leave it out"
                )
                yield self.finding(span, message)


def _field_at(entry: Entry, place: int) -> Field | None:
    """The field of an entry whose value begins at a place."""
    number = bisect_left(entry.fields, place, key=_start_of_value)
    field = entry.fields[number] if number < len(entry.fields) else None
    return field if field and _start_of_value(field) == place else None


def _start_of_value(field: Field) -> int:
    return field.value_start
