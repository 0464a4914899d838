"""Volumes, numbers and chapters as values: `27`, `14A`, `3--4`, and what people write around them: `Vol. 27, No. 2`."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.values.ordinals import read_roman

# `27`, `14A`, `S1`, `3--4`, `12/13`, `49.2`, `1, 2`: numbers, each with at most two letters, joined by a sign.
_PIECE = r"[A-Za-z]{0,2}\d{1,9}[A-Za-z]{0,2}"
_NUMBER = pattern(rf"{_PIECE}(?:\s?(?:-{{1,3}}|–|[/.,&+])\s?{_PIECE}){{0,5}}")
_WORDS = {
    "volume": r"vols?\.?|volumes?|band|bd\.",
    "number": r"nos?\.|nos?\.?(?=\s)|numbers?|num\.?|nr\.?|n[°º]|№|issues?|iss\.",
    "chapter": r"chapters?|chap\.?|ch\.",
}
_LED = {
    name: pattern(rf"\s*+(?P<word>(?:{words})[\s~:]*+(?:\#\s*+)?)(?=\d|[IVXLCDM]{{1,10}}\s*\Z)", re.IGNORECASE)
    for name, words in _WORDS.items()
}
_LED_BY_HASH = pattern(r"(?P<word>\#\s*+)(?=\d{1,5}\s*\Z)")
_VOLUME_AND_NUMBER = pattern(
    r"(?:vol\.?|volume)?\s*+(?P<volume>\d{1,5})\s*+[,;]?\s*+(?:nos?\.?|number|issue|iss\.)\s*+(?P<number>\d{1,5})",
    re.IGNORECASE,
)
_LIST = pattern(r"\d{1,5}\s?,")
_ENDS = " \t\r\n~,;."
_LONGEST = 60


class Led(NamedTuple):
    """The word before a number, and what follows it."""

    word: Span
    rest: str


def begins_with_number(text: str) -> bool:
    """Whether a text is a number, or a list that begins with one: `8, Issue 3, No. 1`, and not `2: Trees`."""
    return is_number(text) or _LIST.match(text) is not None


def is_number(text: str) -> bool:
    """Whether a text is a volume, a number or a chapter and nothing else: digits or a Roman number."""
    text = text.strip()
    return len(text) <= _LONGEST and (_NUMBER.fullmatch(text) is not None or read_roman(text) is not None)


def read_word_before(name: str, text: str) -> Led | None:
    """The word of the field `name` before its number, with the white space after it: `Vol. ` of `Vol. 27`."""
    match = _LED[name].match(text) or (_LED_BY_HASH.match(text) if name == "number" else None)
    return Led(Span(*match.span("word")), text[match.end("word") :].strip()) if match else None


def read_volume_and_number(text: str) -> tuple[str, str] | None:
    """The volume and the number of a value that holds both: `Vol. 02, No. 07,`, `10, Issue 3`."""
    text = text.strip(_ENDS)
    match = _VOLUME_AND_NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    return (match["volume"], match["number"]) if match else None
