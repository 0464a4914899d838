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
from bibcheck.values.dates import MONTH_MACROS, MonthWord, find_months

_NUMBER = pattern(r"0?[1-9]|1[0-2]")
# What may stand beside a month's name: days, dashes, another month.
_REST = pattern(r"[\d\s~.,/–-]*")


class MalformedMonth(Rule):
    """Write months as BibTeX's macros, or in BibLaTeX as numbers, so that the style can set and sort them.

    BibTeX styles define `jan` to `dec` and print each in their own form and language; `month = {January}` or `{09}` is
    printed as it stands. A day beside the month is kept: `jun # {~12}`. Months of other languages and seasons are left
    alone.

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

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("month"):
            value = field.value
            if not value or not field.is_literal:
                continue
            months = find_months(value)
            if bib.dialect == "biblatex":
                yield from self._check_biblatex(field, value, months)
            elif _NUMBER.fullmatch(value):
                if bib.is_mixed:
                    continue  # what BibLaTeX wants
                yield self._find(field, value, replace_field_value(field, MONTH_MACROS[int(value) - 1]))
            elif months and _REST.fullmatch(_without(value, months)) and not is_for_abntex2(bib):
                yield self._find(field, value, replace_field_value(field, _with_macros(field, months)))

    def _check_biblatex(self, field: Field, value: str, months: list[MonthWord]) -> Iterator[Finding]:
        if len(months) == 1 and months[0].span == (0, len(value)):
            start = field.text.index(value)
            message = f"month `{value}` as a word, where BibLaTeX wants a number"
            edit = replace_value(field, str(months[0].number))
            yield self.finding(field.span(start, start + len(value)), message, edit)

    def _find(self, field: Field, value: str, edit: Edit) -> Finding:
        start = field.text.find(value)
        span = field.span(start, start + len(value)) if start >= 0 else field.anchor
        if _NUMBER.fullmatch(value):
            what = f"`{value}` as a number"
        else:
            is_quoted = field.pieces[0].kind == "quoted"
            what = f'`"{value}"` as text' if is_quoted else f"`{{{value}}}` as text"
        return self.finding(span, f"month {what}, where BibTeX wants `{edit.text}`", edit)


def _without(value: str, months: list[MonthWord]) -> str:
    for month in reversed(months):
        value = value[: month.span.start] + value[month.span.end :]
    return value


def _with_macros(field: Field, months: list[MonthWord]) -> str:
    """The value as operands of `#`: macros for the months, the rest in its delimiters, spaces beside a month as ties."""
    value = field.value
    delimiters = '""' if field.pieces[0].kind == "quoted" else "{}"
    operands = []
    position = 0
    for month in months:
        operands += _quote(value[position : month.span.start], delimiters)
        operands.append(MONTH_MACROS[month.number - 1])
        position = month.span.end
    operands += _quote(value[position:], delimiters)
    return " # ".join(operands)


def _quote(text: str, delimiters: str) -> list[str]:
    if text.startswith(" "):
        text = "~" + text[1:]
    if text.endswith(" "):
        text = text[:-1] + "~"
    return [delimiters[0] + text + delimiters[1]] if text else []
