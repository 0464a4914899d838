"""Words that stand where a value is missing, or still to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import BIBLATEX_FIELDS, BIBTEX_FIELDS, FIELD_ALIASES
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Field
from bibcheck.values.placeholders import POSSIBLE, is_placeholder

# What no style prints, or may hold such words in earnest.
_NOT_PRINTED = frozenset(
    "abstract annotation annote file keywords langid label library sortkey sortname key options presort crossref".split()
)
_PRINTED = (BIBTEX_FIELDS | BIBLATEX_FIELDS | set(FIELD_ALIASES) | {"articleno", "numpages"}) - _NOT_PRINTED


class PlaceholderValue(Rule):
    """Fill in or take out what a placeholder stands for: it is printed as it stands.

    `null` and `undefined` come from programs, `TODO` and `???` from the author, `[s.n.]` from libraries, where a book names
    no publisher. Only whole values are reported, in fields that are printed. Not reported: `xxx` in volume and number,
    where it is thirty, and titles that are such a word.

    Bad:

        @book{knuth86, title = {The {\\TeX}book}, publisher = {[s.n.]}, address = {???}}
                                                              ^^^^^^              ^^^

    Good:

        @book{knuth86, title = {Undefined}, volume = {xxx}}
    """

    level = Level.ERROR

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        starts: list[int] = []
        for match in POSSIBLE.finditer(bib.text):
            starts = starts or [entry.start for entry in bib.entries]
            number = bisect_right(starts, match.start()) - 1
            for field in bib.entries[number].fields if number >= 0 else ():
                if field.value_start == match.end() - 1 and field.name in _PRINTED:
                    yield from self._check_field(field)

    def _check_field(self, field: Field) -> Iterator[Finding]:
        if is_placeholder(field.name, field.value):
            start = len(field.text) - len(field.text.lstrip())
            span = field.span(start, start + len(field.text.strip()))
            yield self.finding(span, f"`{field.value}` is a placeholder, which the styles take for a value")
