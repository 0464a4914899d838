"""Years that are more or less than a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace_value
from bibcheck.values.dates import find_months, find_years

_DIGITS = pattern(r"\d+")
_SHORT = pattern(r"['’](\d\d)")
_SPAN_OF_YEARS = pattern(r"\d{4}\s?(?:-{1,3}|–|/)\s?\d{2,4}[a-z]?")
_COPYRIGHT = pattern(r"\\copyright|©|\(c\)", re.IGNORECASE)


class MalformedYear(Rule):
    """Give the year alone: styles sort and label by it.

    A year with a month, a day, a number of pages or a copyright sign beside it, and digits that are no year. Ranges,
    doubt (`c. 1850`, `[1990]`, `1988?`), letters (`2020a`) and words (`in press`, `forthcoming`, `n.d.`) are let be.

    Bad:

        @article{knuth84, year = {Sept./1988}}
                                  ^^^^^^^^^^

    Good:

        @article{knuth84, year = {1988}}

    Bad:

        @article{knuth84, year = {[2021] \\copyright 2021}}

    Good:

        @article{knuth84, year = {2021}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("year"):
            value = field.text.strip()
            if len(value) == 4 and value.isdigit():
                continue
            message = _judge(value) if field.is_known else None
            if message:
                start = field.text.index(value)
                year = _guess(value)
                edits = [replace_value(field, year)] if year else []
                yield self.finding(field.span(start, start + len(value)), message, *edits)


def _judge(value: str) -> str | None:
    """What is wrong with a year; None for nothing."""
    if value.isdecimal():
        return f"`{value}` has {len(value)} digits, which is no year" if not 3 <= len(value) <= 4 else None
    if _SHORT.fullmatch(value):
        return f"year `{value}` without its century"
    if _SPAN_OF_YEARS.fullmatch(value):
        return None
    years = {str(year) for year, _ in find_years(value)}
    if not years:
        return None
    if find_months(value):
        return f"`{value}` in year, with more than the year"
    if _COPYRIGHT.search(value):
        return f"copyright sign in year `{value}`"
    others = [digits for digits in _DIGITS.findall(value) if len(digits) != 4]
    if others and len(years) == 1 and _is_plain(value):
        return f"`{value}` in year, with more than the year"
    return None


def _is_plain(value: str) -> bool:
    """Whether a text is dates and counts in Latin or Cyrillic letters: other scripts count years of their own."""
    return all(ord(character) < 0x500 or not character.isalpha() for character in value)


def _guess(value: str) -> str | None:
    if match := _SHORT.fullmatch(value):
        return ("19" if int(match[1]) > 40 else "20") + match[1]
    years = {str(year) for year, _ in find_years(value)}
    return years.pop() if len(years) == 1 else None
