"""The month field as people write it for BibTeX: names, numbers, days beside them; and how BibTeX wants it written."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.values.dates import MONTH_MACROS, MonthWord, find_months

_NUMBER = pattern(r"0?[1-9]|1[0-2]")
_FULL_NAMES = frozenset("january february march april may june july august september october november december".split())
# What may stand beside a month's name: days, dashes, another month.
_REST = pattern(r"(?:(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?![A-Za-z0-9])|[\s~.,/–-])*+")


def read_month_number(value: str) -> int | None:
    """The month of a value that is nothing but a number from 1 to 12, with a zero before it or not."""
    return int(value) if _NUMBER.fullmatch(value) else None


def is_full_name(value: str) -> bool:
    """Whether a value is the full English name of a month, which styles that print months in full print just so."""
    return value.lower() in _FULL_NAMES


def write_month(value: str, delimiters: str) -> str | None:
    """A month field's value as operands of `#`: macros for the months, the rest in the delimiters, spaces as ties.

    None where the value is more than months and days, or no month.
    """
    if number := read_month_number(value):
        return MONTH_MACROS[number - 1]
    months = find_months(value)
    if not months or not _REST.fullmatch(_without(value, months)):
        return None
    operands = []
    position = 0
    for month in months:
        operands += _quote(value[position : month.span.start], delimiters)
        operands.append(MONTH_MACROS[month.number - 1])
        position = month.span.end
    operands += _quote(value[position:], delimiters)
    return " # ".join(operands)


def _without(value: str, months: list[MonthWord]) -> str:
    pieces = []
    position = 0
    for month in months:
        pieces.append(value[position : month.span.start])
        position = month.span.end
    return "/".join([*pieces, value[position:]])


def _quote(text: str, delimiters: str) -> list[str]:
    if text.startswith(" "):
        text = "~" + text[1:]
    if text.endswith(" "):
        text = text[:-1] + "~"
    return [delimiters[0] + text + delimiters[1]] if text else []
