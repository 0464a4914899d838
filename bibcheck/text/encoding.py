"""Bytes that are no UTF-8: which encoding they are in, as far as the words tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple

_BAD = pattern("[\udc80-\udcff]+")
_TWO_BYTES_OR_BAD = pattern("[\x80-\u07ff\udc80-\udcff]+")
_HEADER = pattern(r"%[ \t]*Encoding:[ \t]*([\w.-]++)", re.IGNORECASE)
_WORD = pattern(r"[^\s{}\",=]++")
_NEAR = 30  # how far a word may reach
_MOST = 2000  # runs of bad bytes that are looked at
_ENOUGH = 0.6  # the part of them that has to make sense
_SIGNS = frozenset("‘’“”–—…«»§°·®™\xa0¡¿")  # what stands between words other than letters
_SIGNS_IN_WORDS = frozenset("’–—·\xa0")


class Guess(NamedTuple):
    """An encoding that fits: Python's name for it, its common name, and whether the file itself names it."""

    codec: str
    label: str
    is_declared: bool = False


class _Run(NamedTuple):
    """Bad bytes with the characters on either side."""

    before: str
    data: str
    after: str


def is_utf16_without_mark(text: str) -> bool:
    """Whether text that was read as UTF-8 is UTF-16: every second byte of plain text is then a NUL."""
    return "\0" in text and text.count("\0") * 3 > len(text)


def first_bad_run(text: str) -> tuple[int, int] | None:
    """The span of the first bytes that are no UTF-8, which are lone surrogates in `text`. Quick where there are none."""
    if text.isascii():
        return None
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        match = _BAD.search(text, error.start)
        return match.span() if match else None
    return None


def follows_bad_byte(text: str, place: int) -> bool:
    """Whether a character stands behind a byte that is no UTF-8: to Shift_JIS and GBK the two may be one character."""
    return place > 0 and "\udc80" <= text[place - 1] <= "\udcff"


def bad_runs(text: str) -> list[tuple[int, int]]:
    """The spans of all bytes that are no UTF-8, with those beside them that happen to be, in two bytes, by chance."""
    return [match.span() for match in _TWO_BYTES_OR_BAD.finditer(text) if _BAD.search(match[0])]


def decode_run(run: str, codec: str) -> str | None:
    """What a run of bad bytes says in an encoding; None where it says nothing."""
    try:
        return run.encode("utf-8", "surrogateescape").decode(codec)
    except (UnicodeError, LookupError):
        return None


def read_word(text: str, place: int, codec: str) -> str:
    """The word around a bad byte as it reads in an encoding."""
    before, after = (
        _BAD.sub(lambda run: decode_run(run[0], codec) or "?", part)
        for part in (text[max(0, place - _NEAR) : place], text[place : place + _NEAR])
    )
    words = _WORD.finditer(before + after)
    return next((word[0] for word in words if word.end() > len(before)), "")


def guess_encoding(text: str) -> Guess | None:
    """The encoding that the file names, or in which most of its bad bytes are letters that make words."""
    spans = bad_runs(text)[:_MOST]
    runs = [_Run(text[max(0, start - 1) : start], text[start:end], text[end : end + 1]) for start, end in spans]
    declared = _HEADER.search(text, 0, 2000)
    if declared and all(decode_run(run.data, declared[1]) for run in runs):
        return Guess(declared[1], declared[1], is_declared=True)
    best, guess = _ENOUGH * len(runs), None
    for codec, label, makes_sense in _CANDIDATES:
        score = sum(makes_sense(run, decoded) for run in runs if (decoded := decode_run(run.data, codec)))
        if score > best or (score == best and guess is None):
            best, guess = score, Guess(codec, label)
    if guess and guess.codec == "cp1252" and not any("\udc80" <= byte < "\udca0" for run in runs for byte in run.data):
        return Guess("latin-1", "Latin-1")
    return guess


def east_asian_encodings(text: str) -> list[str]:
    """The names of the encodings of East Asia that all of a text fits, and in which it is mostly their characters."""
    found = []
    for codec, label in _EAST_ASIAN:
        decoded = decode_run(text, codec)
        characters = [character for character in decoded or "" if not character.isascii()]
        if characters and sum(map(_is_east_asian, characters)) >= _ENOUGH_CHARACTERS * len(characters):
            found.append(label)
    return found


def _is_east_asian(character: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean; the rare half-width kana are what any byte is to Shift_JIS."""
    return "\u3000" <= character <= "\u30ff" or "\u4e00" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"


def _is_latin(run: _Run, decoded: str) -> bool:
    """Whether letters stand in words, no capital among small ones; a whole word of accents is none."""
    if len(decoded) > 2:
        return False
    before = run.before
    for place, character in enumerate(decoded):
        after = decoded[place + 1 : place + 2] or run.after
        if character.isalpha() and character not in "ªº":
            if character.isupper() and before.islower() and not after.isupper():
                return False
        elif character not in (_SIGNS_IN_WORDS if before.isalpha() and after.isalpha() else _SIGNS):
            return False
        before = character
    return True


def _is_cyrillic(run: _Run, decoded: str) -> bool:
    is_word = all("А" <= character <= "я" or character in "ЁёЄєІіЇїҐґЎў" for character in decoded)
    return is_word and (len(decoded) < 2 or not any(map(str.isupper, decoded[1:])) or decoded.isupper())


_EAST_ASIAN = (("gbk", "GBK"), ("big5", "Big5"), ("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("cp949", "EUC-KR"))
_ENOUGH_CHARACTERS = 0.9
# In order of preference.
_CANDIDATES: tuple[tuple[str, str, Callable[[_Run, str], bool]], ...] = (
    ("cp1252", "Windows-1252", _is_latin),
    ("cp1250", "Windows-1250", _is_latin),
    ("mac-roman", "Mac Roman", _is_latin),
    ("cp850", "code page 850", _is_latin),
    ("cp1251", "Windows-1251", _is_cyrillic),
    ("koi8-r", "KOI8-R", _is_cyrillic),
)
