"""Ordinals as names of conferences and editions write them: `26th`, `2Nd`, `Twenty-First`, `XVI`."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
_WORDS |= {ten[:-1] + "ieth": 10 * number for number, ten in enumerate(_TENS, 2)}
_WORDS |= {
    ten + unit: 10 * tens + units for tens, ten in enumerate(_TENS, 2) for units, unit in enumerate(_UNITS, 1)
} | {"hundredth": 100}

# An ordinal in words, for other patterns (with re.IGNORECASE).
ORDINAL_WORD = (
    rf"(?:(?:{'|'.join(_TENS)})[\s-]?(?:{'|'.join(_UNITS)})|{'|'.join((*_UNITS, *_TEENS))}"
    rf"|{'|'.join(ten[:-1] + 'ieth' for ten in _TENS)}|hundredth)"
)
# `26th`, and as TeX raises it: `26$^{th}$`, `26\textsuperscript{th}`.
_SUFFIX = r"(?:\s?(?:\$?\^\{?|\\textsuperscript\s?\{?))?(?P<suffix>st|nd|rd|th)(?:\}\$?|\$)?(?![A-Za-z])"
_ORDINAL = pattern(rf"(?<![\w.,])(?P<digits>[0-9]{{1,3}}){_SUFFIX}|\b(?P<word>{ORDINAL_WORD})\b", re.IGNORECASE)
# A quick look for how all of them end; `and` is no ordinal.
_END = pattern(r"(?:st|(?<!a)nd|rd|th)(?![A-Za-z])", re.IGNORECASE)
_ROMAN = pattern(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


class Ordinal(NamedTuple):
    """An ordinal in a text. `form` is "digits" or "word"; `suffix` is that of digits as written: `Nd` of `2Nd`."""

    number: int
    span: Span
    form: str
    suffix: str


def find_ordinals(text: str) -> list[Ordinal]:
    """The ordinals in digits and in words, whatever they count: `Second Language Research` has one too."""
    if not _END.search(text):
        return []
    found = []
    for match in _ORDINAL.finditer(text):
        if match["digits"]:
            found.append(Ordinal(int(match["digits"]), Span(*match.span()), "digits", match["suffix"]))
        else:
            word = "".join(match["word"].lower().replace("-", "").split())
            if number := _WORDS.get(word):  # none for letters that only resemble theirs
                found.append(Ordinal(number, Span(*match.span()), "word", ""))
    return found


def ordinal_suffix(number: int) -> str:
    """`st`, `nd`, `rd` or `th`, as English has it."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def read_roman(text: str) -> int | None:
    """The value of a well-formed Roman number in upper or lower case up to 3999; None for other text."""
    capitals = text if text.isupper() else text.upper() if text.islower() else ""
    if not capitals or not _ROMAN.fullmatch(capitals):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in capitals]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def write_ordinal(number: int, form: str) -> str | None:
    """An ordinal from 1 to 99 as "digits" (`26th`) or as a "word" (`Twenty-Sixth`); None for others."""
    if form == "digits":
        return f"{number}{ordinal_suffix(number)}"
    if not 0 < number < 100:
        return None
    if number < 20:
        return (_UNITS + _TEENS)[number - 1].capitalize()
    ten = _TENS[number // 10 - 2].capitalize()
    return f"{ten}-{_UNITS[number % 10 - 1].capitalize()}" if number % 10 else f"{ten[:-1]}ieth"
