"""Spaces before commas, none after them, two in a row, and TeX's ties where none belong."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import NAME_FIELDS, TypesetValue, odd_characters, typeset_fields
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.language import may_be_foreign
from bibcheck.text.prose import HIDDEN
from bibcheck.text.spacing import CYRILLIC, Irregularity, find_in_names, find_in_text, may_be_irregular
from bibcheck.values.url import find_urls

# Numbers and dates have marks and ties of their own.
_NUMBERS = frozenset("year month volume volumes number issue pages pagetotal part chapter eid version edition".split())
_RUNNING_TEXT = frozenset("note addendum howpublished".split())


class IrregularSpacing(Rule):
    r"""Put one space after a comma or a colon, and none before it.

    TeX prints a space wherever there is one, and a `~` beside a space as a second. In a list of names `\,` is worse:
    its comma splits the name, so that BibTeX and biber read `Smith, J.\,R.` as R. Smith, J. Line breaks and indents,
    which BibTeX folds, are not reported, nor is the space before `:` and `;` in French and Russian, a tie before a
    number or an initial (`Chapter~2`, `D.~E.`), and what formulas, lists of variables and chemists write (`x,y`,
    `cis,trans-2,4-`).
    Bad:

        @article{k, author = {Smith,John and Doe, J.\,R.}, title = {Spaces , and  Commas : A~Study of word~spaces}}
                                   ^                ^^                    ^     ^^      ^                 ^

    Good:

        @article{k, author = {Smith, John and Doe, J. R.}, title = {Spaces, and Commas: A~Study of word spaces}}

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
            for start, end, reason, text in _find(value, bib, has_cyrillic):
                span = value.place(start, end)
                # What is at the end of a macro may be in the middle of a value.
                is_open = not value.name and (start == 0 or end == len(value.text))
                if span and not is_open:
                    edits = () if text is None else (replace(value.field, start, end, text),)
                    yield self.finding(span, reason, *edits)


def _find(value: TypesetValue, bib: Bibliography, has_cyrillic: bool) -> list[Irregularity]:
    prose = value.prose
    for url in find_urls(value.text):
        start, end = url.span
        prose = prose[:start] + HIDDEN * (end - start) + prose[end:]
    if value.name in NAME_FIELDS:
        return find_in_names(value.text, prose, bib.dialect)
    entry = value.field.entry
    is_foreign = has_cyrillic or (entry is not None and may_be_foreign(entry))
    return find_in_text(
        value.text,
        prose,
        keeps_sentences=value.name in _RUNNING_TEXT,
        is_foreign=is_foreign,
        may_be_names=entry is None,
    )
