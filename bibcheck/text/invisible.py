"""Characters that cannot be seen, or that look like others."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple

# Controls less tab and line ends; of 80 to 9F those that Windows-1252 has no character for (the others are garbled text).
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d"
_SPACES = "\xa0\u2000-\u200a\u202f\u205f"
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"
_JOINERS = "\u200b-\u200d"
_OTHERS = "\xad\u034f\u180e\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"
_INVISIBLE = pattern(f"[{_CONTROLS}{_SPACES}{_DIRECTIONS}{_JOINERS}{_OTHERS}]+")
_IS_SPACE = pattern(f"[{_SPACES}\u2028\u2029]+")
_IS_DIRECTION = pattern(f"[{_DIRECTIONS}]+")
_IS_JOINER = pattern(f"[{_JOINERS}]+")
_IS_CONTROL = pattern(f"[{_CONTROLS}]+")
# Hebrew, Arabic and their relatives, in which directions are marked; scripts of Asia, in which letters are joined.
_RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINING = pattern("[\u0590-\u1cff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufeff\U00010a00-\U0001ffff]")
_FRENCH_AFTER = frozenset(":;!?»›%€")
_FRENCH_BEFORE = frozenset("«‹")

_GARBLED = frozenset("ÂÃÄÅÎÏÐÑ")

_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTXaeopcyxijshdqwABEZHIKMNOPTYXo",
)
_LETTERS = "".join(map(chr, _LOOK_ALIKES))
_LOOK_ALIKE = pattern(f"[{_LETTERS}]")
_MIXED_WORD = pattern(rf"(?<![^\W\d_])(?:[A-Za-z]|[{_LETTERS}]|[{{}}](?=[^\W\d_]))++(?![^\W\d_])")
_CYRILLIC_WORD = pattern("[\u0410-\u044f]{4}")

_NAMES = {
    "\xa0": "no-break space",
    "\xad": "soft hyphen",
    "\u2009": "thin space",
    "\u200b": "zero width space",
    "\u200c": "zero width non-joiner",
    "\u200d": "zero width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2028": "line separator",
    "\u202f": "narrow no-break space",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}


class Invisible(NamedTuple):
    """Characters that cannot be seen, what they are called, and what to write for them; None where that is unknown."""

    start: int
    end: int
    name: str
    text: str | None


class LookAlike(NamedTuple):
    """A Latin word with letters of another script in it, and the word in Latin letters."""

    start: int
    end: int
    text: str
    letters: str


def has_invisible(text: str) -> bool:
    """Whether a text holds invisible characters, needed ones included."""
    return _INVISIBLE.search(text) is not None


def has_look_alike(text: str) -> bool:
    """Whether a text holds letters of other scripts that look like Latin ones."""
    return _LOOK_ALIKE.search(text) is not None


def find_invisible(text: str) -> list[Invisible]:
    """The invisible characters of a text, less those that its script or French needs, and those of garbled text."""
    return [
        Invisible(*match.span(), name_character(match[0]), _plain(text, *match.span()))
        for match in _INVISIBLE.finditer(text)
        if not _is_needed(text, match[0], *match.span())
    ]


def find_look_alikes(text: str) -> list[LookAlike]:
    """The Latin words with Cyrillic or Greek letters in them that only look like Latin ones."""
    if text.isascii() or not has_look_alike(text):
        return []
    found = []
    for match in _MIXED_WORD.finditer(text):
        word = match[0]
        foreign = _LOOK_ALIKE.findall(word)
        latin = sum(map(str.isascii, word)) - word.count("{") - word.count("}")
        if foreign and latin > max(len(foreign), 1) and not _is_inflected(word, text):
            found.append(LookAlike(*match.span(), word.translate(_LOOK_ALIKES), "".join(dict.fromkeys(foreign))))
    return found


def name_character(character: str) -> str:
    """What the first of some characters is called, with its number."""
    first = character[0]
    name = _NAMES.get(first) or (
        "mark of direction"
        if _IS_DIRECTION.match(first)
        else "space"
        if _IS_SPACE.match(first)
        else "control character"
    )
    return f"{name} (U+{ord(first):04X})"


def _is_inflected(word: str, text: str) -> bool:
    """Whether a word of a Cyrillic text may be Latin with a Cyrillic ending."""
    return (
        word[-1] in _LETTERS
        and not any(letter in _LETTERS for letter in word[:-1])
        and bool(_CYRILLIC_WORD.search(text))
    )


def _is_needed(text: str, run: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _GARBLED and "\x80" <= run[0] <= "\xbf":
        return True  # `Ã\xad` is garbled text, which mojibake reports
    if _IS_SPACE.fullmatch(run):
        return after in _FRENCH_AFTER or before in _FRENCH_BEFORE
    if _IS_DIRECTION.fullmatch(run):
        return bool(_RIGHT_TO_LEFT.search(text))
    if _IS_JOINER.fullmatch(run):
        return bool(_JOINING.match(before) or _JOINING.match(after))
    return False


def _plain(text: str, start: int, end: int) -> str | None:
    before, after = text[start - 1 : start], text[end : end + 1]
    run = text[start:end]
    if _IS_CONTROL.search(run) and before.isalpha() and after.isalpha():
        return None  # it stands for a letter, or for `fi`
    if _IS_SPACE.search(run):
        return " " if before.strip() and after.strip() else ""
    return ""
