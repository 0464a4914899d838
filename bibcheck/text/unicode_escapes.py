r"""Characters that a program wrote as its own escapes: `\u00e9`, `\xe9`, `%C3%A9`."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple

_BACKSLASH = r"(?:\\\\|\\|\{\\textbackslash(?:\{\})?\}|\\textbackslash(?:\{\}|[ ]))"
_ESCAPE = pattern(
    rf"(?P<unicode>(?:{_BACKSLASH}u[0-9A-Fa-f]{{4}})++)"
    rf"|(?P<bytes>(?:{_BACKSLASH}x[0-9A-Fa-f]{{2}})++)"
    r"|(?P<percent>(?:\\?%[0-9A-F]{2})++)",
)
_UNIT = pattern(r"u([0-9A-Fa-f]{4})|[x%]([0-9A-Fa-f]{2})")
_LETTERS = frozenset("ªºµÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ")


class EscapedText(NamedTuple):
    """An escape, or several in a row, and the characters that it stands for."""

    start: int
    end: int
    text: str


def find_unicode_escapes(text: str) -> list[EscapedText]:
    r"""The escapes that stand for printable characters. `\u` is LaTeX's breve too, which is no help to `00e9`."""
    if "\\u" not in text and "\\x" not in text and "%" not in text and "textbackslash" not in text:
        return []
    found = []
    for match in _ESCAPE.finditer(text):
        characters = _read(match, text)
        if characters and characters.isprintable():
            found.append(EscapedText(*match.span(), characters))
    return found


def _read(match: re.Match[str], text: str) -> str | None:
    units = [int(unit[1] or unit[2], 16) for unit in _UNIT.finditer(match[0])]
    if match["unicode"]:
        return _read_unicode(match[0], units)
    encoded = bytes(units)
    try:
        characters = encoded.decode("utf-8")
    except UnicodeDecodeError:
        return _read_latin(match, encoded, text) if match["bytes"] else None
    # Below that, `%20` or `\x41`, a sign is as likely meant as it stands.
    return characters if not characters.isascii() else None


def _read_unicode(escape: str, units: list[int]) -> str | None:
    # `\uface` could be a command.
    if not any(map(str.isdecimal, escape)):
        return None
    characters = b"".join(unit.to_bytes(2, "big") for unit in units)
    try:
        return characters.decode("utf-16-be").replace("\xa0", " ")
    except UnicodeDecodeError:
        return None


def _read_latin(match: re.Match[str], encoded: bytes, text: str) -> str | None:
    r"""A byte of Latin-1 that is a letter and looks like no command: `\xbar` is one, `M\xfcller` is none."""
    characters = encoded.decode("latin-1")
    has_digit = any(map(str.isdecimal, match[0]))
    in_word = text[match.start() - 1 : match.start()].isalpha()
    return characters if all(c in _LETTERS for c in characters) and (has_digit or in_word) else None
