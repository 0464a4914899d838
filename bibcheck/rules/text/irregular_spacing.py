"""Spaces before commas, none after them, spaces inside brackets, and TeX's ties where none belong."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import Fault, gather
from bibcheck.bibliography.printed import NAME_FIELDS, TypesetValue, odd_characters, typeset_fields
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.language import may_be_foreign
from bibcheck.text.prose import HIDDEN
from bibcheck.text.spacing import CYRILLIC, Irregularity, find_in_names, find_in_text, may_be_irregular
from bibcheck.values.url import find_urls

# Numbers and dates have marks and ties of their own.
_NUMBERS = frozenset("year month volume volumes number issue pages pagetotal part chapter eid version edition".split())


class IrregularSpacing(Rule):
    r"""Reports spaces that print where none should, and missing ones after commas and colons.

    These are spaces before a comma, `.`, `:`, `;`, `?` or `!`, spaces inside brackets, a `~` beside a space, which TeX
    prints as a second one, and a `~` between two words of a title. In a list of names `\,` is worse: its comma splits
    the name, so that BibTeX and biber read `Smith, J.\,R.` as R. Smith, J. Two spaces in a row, line breaks and indents
    print as one space and are not reported; neither are spaces before `:`, `;`, `?` and `!` in French and Russian, a
    tie before a number or an initial (`Chapter~2`, `D.~E.`), and what formulas, lists of variables and chemists write
    (`x,y`, `cis,trans-2,4-`). All of one value is one finding.
    Bad:

        @article{k, author = {Smith, John and Doe, J.\,R.}, title = {Spaces , and Commas : A~Study ( of word~spaces)}}
                                                     ^^                    ^

    Good:

        @article{k, author = {Smith, John and Doe, J. R.}, title = {Spaces, and Commas: A~Study (of word spaces)}}

    Good:

        @article{k, author = {Anderson, D.~R. and
                             Smith, J.}, title = {Les espaces : une étude de $f(x,y)$ ... au Chapitre~2}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        suspects = [
            TypesetValue(field)
            for field in typeset_fields(bib)
            if may_be_irregular(field.text) and field.name not in _NUMBERS and field.is_known
        ]
        has_cyrillic = bool(suspects) and not odd_characters(bib).isdisjoint(CYRILLIC)
        for value in suspects:
            faults = [
                Fault(start, end, reason, () if text is None else ((start, end, text),))
                for start, end, reason, text in _find(value, bib, has_cyrillic)
                # What is at the end of a macro may be in the middle of a value.
                if value.place(start, end) and (value.name or 0 < start <= end < len(value.text))
            ]
            for fault in gather(faults):
                edits = [replace(value.field, *change) for change in fault.changes]
                yield self.finding(value.field.span(fault.start, fault.end), fault.message, *edits)


def _find(value: TypesetValue, bib: Bibliography, has_cyrillic: bool) -> list[Irregularity]:
    if value.name in NAME_FIELDS:
        return find_in_names(value.text, bib.dialect)
    pieces = []
    position = 0
    for url in find_urls(value.text):
        start, end = url.span
        pieces += [value.prose[position:start], HIDDEN * (end - start)]
        position = end
    prose = "".join([*pieces, value.prose[position:]])
    entry = value.field.entry
    is_foreign = has_cyrillic or (entry is not None and may_be_foreign(entry))
    return find_in_text(value.text, prose, is_foreign=is_foreign)
