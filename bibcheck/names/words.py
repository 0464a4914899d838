"""What the words of a name look like: initials, capitals, whole names; and names folded so that they can be compared."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.lazy_re import pattern

INITIAL = "initial"  # `D.`, `Yu.`, `J.-P.`
BARE = "bare initial"  # `D`, `J-P`
RUN = "run of initials"  # `DE`, `DEK`
JOINED = "joined initials"  # `D.E.`, `DE.`
FULL = "full"

_LETTER = r"[^\W\d_]"
_DOTTED = pattern(rf"{_LETTER}{{1,2}}\.")
_JOINED = pattern(rf"(?:{_LETTER}{{1,2}}\.)+{_LETTER}{{1,2}}\.?")
_RUN_WITH_STOP = pattern(r"[A-Z]{2,3}\.")
_INITIALS_IN = pattern(rf"{_LETTER}{{1,2}}(?=\.|$)")
_ROMAN = frozenset("II III IV VI VII VIII IX XI XII".split())
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_NO_LETTERS = pattern(r"[^\w ]+")


def plain(text: str) -> str:
    """A name without LaTeX."""
    if "\\" not in text and "{" not in text and "~" not in text:
        return text
    from bibcheck.text.latex import decode  # most names need none of it

    return decode(text).text


@lru_cache(maxsize=1 << 15)
def shape(word: str) -> str:
    """Which of the constants above a given name is. A Roman numeral and a letter without case are names."""
    if word.isalpha() and word[1:].islower():
        return FULL
    parts = plain(word).split("-")
    shapes = [_part_shape(part) for part in parts if part]
    if not shapes or FULL in shapes:
        return FULL
    for wanted in (JOINED, RUN, BARE):
        if wanted in shapes:
            return wanted
    return INITIAL


def _part_shape(part: str) -> str:
    if not part[0].isupper():
        return FULL
    if part.isalpha():
        if len(part) == 1:
            return BARE
        return RUN if len(part) <= 3 and part.isupper() and part not in _ROMAN else FULL
    if _DOTTED.fullmatch(part):
        if part[1] == "." or not part.isupper() or part == "IJ.":
            return INITIAL
        return FULL if part[:2] in _ROMAN else JOINED
    if _JOINED.fullmatch(part) and all(initial[0].isupper() for initial in _INITIALS_IN.findall(part)):
        return JOINED
    return JOINED if _RUN_WITH_STOP.fullmatch(part) and part[:-1] not in _ROMAN else FULL


def is_initials(word: str) -> bool:
    """Whether a given name is made of initials alone."""
    return shape(word) != FULL


def space_initials(word: str) -> str:
    """Initials each with its full stop and a space after it: `D.E.`, `DE` and `DE.` as `D. E.`, `J-P` as `J.-P.`."""
    return "-".join(_space_part(part) for part in word.split("-"))


def _space_part(part: str) -> str:
    letters = (
        list(part.rstrip(".")) if "." not in part[:-1] and part.rstrip(".").isupper() else _INITIALS_IN.findall(part)
    )
    return " ".join(f"{letter}." for letter in letters)


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """A name in lower case without LaTeX, accents and punctuation; its words stay apart, hyphens become spaces."""
    if text.isascii() and text.isalpha():
        return text.lower()
    letters = plain(text)
    if not letters.isascii():
        from unicodedata import combining, normalize

        letters = "".join([letter for letter in normalize("NFKD", letters.lower()) if not combining(letter)])
        letters = letters.translate(_UNDECOMPOSED).replace("ß", "ss")
    return " ".join(_NO_LETTERS.sub("", letters.lower().replace("-", " ").replace(".", " ")).split())
