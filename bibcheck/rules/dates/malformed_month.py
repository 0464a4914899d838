"""Months that are not written as the program wants them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import is_for_abntex2
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace_field_value, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.values.dates import find_months
from bibcheck.values.months import is_full_name, read_month_number, write_month

_NUMBER = pattern(r"[0-9]{1,9}")
_FEWEST_FOR_HABIT = 3


class MalformedMonth(Rule):
    """Reports months that are not BibTeX's macros, or in BibLaTeX not numbers from 1 to 12.

    BibTeX styles define `jan` to `dec` and print each in their own form and language; `month = {Sept}` or `{09}` is
    printed as it stands. A day beside the month is kept: `jun # {~12}`. A file that writes every month with its full
    English name prints as it wants to, and is left alone; so are, in BibTeX, seasons and months of other languages.
    Bad:

        @article{knuth84, title = {T}, journal = {J}, year = {1984}, month = {January}}
                                                                              ^^^^^^^

    Good:

        @article{knuth84, title = {T}, journal = {J}, year = {1984}, month = jan}

    Bad:

        @misc{knuth84, title = {T}, year = {1984}, month = "12--14 June"}

    Good:

        @misc{knuth84, title = {T}, year = {1984}, month = "12--14~" # jun}
    """

    level = Level.WARNING
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        fields = [field for field in bib.fields("month") if field.is_literal and field.value]
        if bib.dialect == "biblatex":
            for field in fields:
                yield from self._check_biblatex(field)
        elif not is_for_abntex2(bib) and not _is_habit(bib, fields):
            for field in fields:
                yield from self._check_bibtex(bib, field)

    def _check_bibtex(self, bib: Bibliography, field: Field) -> Iterator[Finding]:
        value = field.value
        is_number = _NUMBER.fullmatch(value) is not None
        if is_number and read_month_number(value) is None:
            yield self._find(field, f"`{value}` is no month; write one, as `jan`")
        elif not (is_number and bib.is_mixed):  # a number is what BibLaTeX wants
            is_quoted = field.pieces[0].kind == "quoted"
            written = write_month(value, '""' if is_quoted else "{}")
            if written:
                what = (
                    f"`{value}` as a number"
                    if is_number
                    else f'`"{value}"` as text'
                    if is_quoted
                    else f"`{{{value}}}` as text"
                )
                message = f"month {what}, where BibTeX wants `{written}`"
                yield self._find(field, message, replace_field_value(field, written))

    def _check_biblatex(self, field: Field) -> Iterator[Finding]:
        value = field.value
        if read_month_number(value) is not None:
            return
        months = find_months(value)
        if len(months) == 1 and months[0].span == (0, len(value)):
            message = f"month `{value}` as a word, where BibLaTeX wants a number"
            yield self._find(field, message, replace_value(field, str(months[0].number)))
        else:
            yield self._find(field, f"month `{value}`, where BibLaTeX wants a number from 1 to 12; more goes into date")

    def _find(self, field: Field, message: str, *edits: Edit | None) -> Finding:
        start = field.text.find(field.value)
        span = field.span(start, start + len(field.value)) if start >= 0 else field.anchor
        return self.finding(span, message, *edits)


def _is_habit(bib: Bibliography, fields: list[Field]) -> bool:
    """Whether a file writes all its months with their full names, which prints as is wanted."""
    return (
        len(fields) >= _FEWEST_FOR_HABIT
        and all(is_full_name(field.value) for field in fields)
        and all(field.is_literal for field in bib.fields("month"))
    )
