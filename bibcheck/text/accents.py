r"""Accents that went astray: with nothing under them, over several letters, or beside their letter."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.text.latex_commands import ACCENTS

# Accents that are characters of their own, with the letters that are likely to miss them.
_SPACING = {
    "´": ("'", "aeiouAEIOUı"),
    "¨": ('"', "aeiouyAEIOU"),
    "˜": ("~", "anoANO"),
    "ˆ": ("^", "aeiouAEIOU"),
    "ˇ": ("v", "cdenrstzCDENRSTZ"),
    "¸": ("c", "cstCST"),
    "˚": ("r", "auAU"),
}

# `{\"}a`, `{\v}s`, and at the end of a group or a value `caf\'`.
_EMPTY = pattern(
    r"\{\\(?P<accent>[`'^~=.\"uHvckr])[ \t]*+\}(?P<letter>\{(?:[A-Za-z]|\\[ij])\}|[A-Za-z]|\\[ij](?![A-Za-z]))?+"
)
# `\"{}a` prints the accent and then the letter: for some signs that is the way to print them.
_EMPTY_ARGUMENT = pattern(r"\\(?P<accent>[`'=.\"]|[uHvckr](?![A-Za-z]))\{\}(?P<letter>[A-Za-z])")
_AT_END = pattern(r"(?<!\\)(?:\\\\)*+(?P<whole>\\(?P<accent>[`'^~=.\"]))[ \t\r\n]*+\Z")
_SEVERAL = pattern(r"\\(?P<accent>[`'^~=.\"]|[uHvckr](?![A-Za-z]))[ \t]*+\{(?P<letters>[A-Za-z]{2,}+)\}")
# `G{"u}nther`: the backslash is lost.
_LOST = pattern(r"(?<=[A-Za-z])\{(?:\"[aeiouyAEIOU]|'(?:[aeiouycnz]|s(?=\}[a-z])))\}|\{\"[AOUaou]\}(?=[a-z])")
_SPACING_ACCENT = pattern(r"(?P<before>[A-Za-zı]?)(?P<accent>[´¨˜ˆˇ¸˚])(?P<after>[A-Za-zı]?)")
_BACKTICK = pattern(r"(?:(?<=[A-Za-z])`(?=s(?![A-Za-z]))|(?<=(?<![A-Za-z])[OD])`(?=[A-Z]))")
_ELISIONS = frozenset("d l D L n N s S c C j J m M t T".split())
_TILDES = frozenset("nNaAoO")
_VOWELS = frozenset("aeiouAEIOUı")
_UNICODE_NUMBER = pattern(r"[0-9A-Fa-f]{4}\Z")


class StrayAccent(NamedTuple):
    """An accent that does not do what it was meant to; `text` is what was, None where that cannot be told."""

    start: int
    end: int
    reason: str
    text: str | None


def find_stray_accents(text: str) -> list[StrayAccent]:
    """All of them, in order."""
    found: list[StrayAccent] = []
    if "\\" in text:
        found += _find_empty(text) + _find_several(text)
    if '{"' in text or "{'" in text:
        found += _find_lost_backslashes(text)
    if "`" in text:
        found += [
            StrayAccent(*match.span(), "a grave accent for an apostrophe", "'") for match in _BACKTICK.finditer(text)
        ]
    if not text.isascii():
        found += _find_spacing(text)
    return sorted(found, key=lambda accent: accent[:2])


def _find_empty(text: str) -> list[StrayAccent]:
    found = []
    for match in _EMPTY.finditer(text):
        accent, letter = match["accent"], (match["letter"] or "").strip("{}")
        whole = f"{{\\{accent}}}"
        reason = f"`{whole}` has no letter under its accent: LaTeX stops"
        # `z {\~}8` is a sign for "about", `/{\~}user` an address.
        if not letter or (accent == "~" and letter not in _TILDES):
            found.append(StrayAccent(match.start(), match.start() + len(whole), reason, None))
            continue
        written = _write(text, match.start(), accent, letter, match.end())
        end = match.start() + len(whole) if written == "'" else match.end()
        found.append(StrayAccent(match.start(), end, reason, written))
    for match in _EMPTY_ARGUMENT.finditer(text):
        accent, letter = match["accent"], match["letter"]
        if accent in "`'" and letter not in _VOWELS:
            continue
        written = _write(text, match.start(), accent, letter, match.end())
        if written is not None and written != "'":
            reason = f"`\\{accent}{{}}` prints its accent before the letter"
            found.append(StrayAccent(*match.span(), reason, written))
    at_end = _AT_END.search(text)
    if at_end:
        reason = f"`{at_end['whole']}` has no letter under its accent: LaTeX stops"
        found.append(StrayAccent(*at_end.span("whole"), reason, None))
    return found


def _write(text: str, start: int, accent: str, letter: str, end: int) -> str | None:
    """The letter with its accent, or an apostrophe (without the letter); None where either may be meant."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if accent in "`'" and before.isalpha():
        if letter.isupper() or (letter == "s" and not after.isalpha()):
            return "'" if not before.isupper() or before in _ELISIONS or before == "O" else None
        if before in _ELISIONS and not text[start - 2 : start - 1].isalpha():
            return None
    return _accented(accent, letter)


def _find_several(text: str) -> list[StrayAccent]:
    found = []
    for match in _SEVERAL.finditer(text):
        accent, letters = match["accent"], match["letters"]
        if accent == "u" and _UNICODE_NUMBER.match(letters):
            continue
        written = None
        # `5\^{er}` is a superscript.
        if not text[match.start() - 1 : match.start()].isdigit() and (first := _accented(accent, letters[0])):
            written = first + letters[1:]
        found.append(StrayAccent(*match.span(), f"`{match[0]}` has one accent for several letters", written))
    return found


def _find_lost_backslashes(text: str) -> list[StrayAccent]:
    return [
        StrayAccent(*match.span(), f"`{match[0]}` lacks the backslash of its accent", "{\\" + match[0][1:])
        for match in _LOST.finditer(text)
    ]


def _find_spacing(text: str) -> list[StrayAccent]:
    found = []
    for match in _SPACING_ACCENT.finditer(text):
        before, accent, after = match.groups()
        place = match.span("accent")
        if not before and not after:
            continue
        if accent == "´" and _is_apostrophe(text, before, after, match.end()):
            found.append(StrayAccent(*place, "an acute accent for an apostrophe", "'"))
        elif meant := _read_spacing(accent, before, after):
            reason = f"`{before}{accent}{after}` has its accent beside the letter"
            letter, takes_before = meant
            span = (match.start(), place[1]) if takes_before else (place[0], match.end())
            found.append(StrayAccent(*span, reason, letter))
    return found


def _is_apostrophe(text: str, before: str, after: str, end: int) -> bool:
    if not before or not after or after == "ı":
        return False
    if after.isupper():
        return True
    if after in "st" and not text[end : end + 1].isalpha():
        return True
    return before in _ELISIONS and not text[end - 4 : end - 3].isalpha() and after in _VOWELS


def _read_spacing(accent: str, before: str, after: str) -> tuple[str | None, bool] | None:
    """The letter that a spacing accent belongs to, and whether it is the one before it."""
    of_before, of_after = _composed(accent, before), _composed(accent, after)
    if accent == "´":
        # In `Vasil´ev` it is a soft sign, in `Gonz´alez` it is not: both have a consonant before it.
        if after == "ı":
            return of_after, False
        if of_before and before in _VOWELS:
            return (of_before, True) if after not in _VOWELS else (None, True)
        return None
    if of_before and of_after:
        return None, True
    if of_before and before:
        return of_before, True
    return (of_after, False) if of_after else None


def _composed(accent: str, letter: str) -> str | None:
    from unicodedata import normalize  # few values need it

    mark, letters = _SPACING[accent]
    if not letter or letter not in letters:
        return None
    composed = normalize("NFC", letter.replace("ı", "i") + ACCENTS[mark])
    return composed if len(composed) == 1 else None


def _accented(accent: str, letter: str) -> str | None:
    from unicodedata import normalize  # few values need it

    plain = letter.removeprefix("\\")
    if len(normalize("NFC", plain + ACCENTS[accent])) > 1:
        return None
    space = " " if accent.isalpha() and not letter.startswith("\\") else ""
    return f"{{\\{accent}{space}{letter}}}"
