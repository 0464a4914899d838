"""Acronyms of conferences with their edition, as the series field has them: `SOSP '97`, `ASPLOS XVI`, `CCS 2019`."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.values.ordinals import read_roman

_WORD = r"[A-Z0-9]?[A-Z][A-Za-z&@+]*(?:[0-9][A-Za-z]+)?(?:[-/][A-Z][A-Za-z&@+]*)*"
_SERIES = pattern(
    rf"(?P<acronym>{_WORD}(?:\s{_WORD}){{0,3}}?)"
    r"(?:(?P<gap>\s?-?\s?)(?:(?P<apostrophe>['’‘`´])(?P<short>[0-9]{2})|(?P<year>(?:19|20)[0-9]{2})"
    r"|(?P<roman>(?<=[\s-])[IVXLC]+)|(?P<number>[0-9]{1,2})))?"
    r"(?P<rest>\s?\([^()]*\))?"
)
_EDITIONS = ("short", "year", "roman", "number")
_SIGNS = {"short": "'YY", "year": "YYYY", "roman": "R", "number": "N"}
_LONGEST = 60
_SHORTEST_WORD = 8  # letters of a word that a Roman number may follow: not `Part II`, `Series II`, `Volume II`


class Series(NamedTuple):
    """An acronym and the edition it names.

    `style` is the convention followed, with X for the acronym: `X 'YY`, `X'YY`, `X YYYY`, `X-YYYY`, `X R` for a Roman
    number, `X N` for another number, `X` where there is no edition.
    """

    acronym: str
    edition: str  # `97`, `XVI`, `2019`; empty where there is none
    year: int | None  # that the edition names
    style: str
    acronym_span: Span
    edition_span: Span  # from the end of the acronym: space, apostrophe and number


def read_series(text: str) -> Series | None:
    """The acronym that a whole text is; None for names in words (`Lecture Notes in Computer Science`).

    A remark in parentheses may follow. The text has no LaTeX in it, braces included.
    """
    core = text.strip()
    match = _SERIES.fullmatch(core) if len(core) <= _LONGEST else None
    if not match:
        return None
    kind = next((kind for kind in _EDITIONS if match[kind]), "")
    if not _is_acronym(match["acronym"], kind) or (match["roman"] and not read_roman(match["roman"])):
        return None
    start = text.index(core)
    end = start + match.end("acronym")
    year = full_year(match["short"]) if match["short"] else int(match["year"]) if match["year"] else None
    return Series(
        match["acronym"],
        match[kind] if kind else "",
        year,
        f"X{match['gap']}{_SIGNS[kind]}" if kind else "X",
        Span(start, end),
        Span(end, start + match.end(kind) if kind else end),
    )


def full_year(digits: str) -> int:
    """The year that two digits after an apostrophe stand for: 1950 to 2049."""
    return int(digits) + (1900 if int(digits) >= 50 else 2000)


def _is_acronym(words: str, kind: str) -> bool:
    """Whether these are acronyms: with a year after them one of several words may be, else each has to be."""
    if kind == "short" or (kind == "roman" and words.istitle() and words.isalpha() and len(words) >= _SHORTEST_WORD):
        return True  # `Euro '95`, `Hypertext IX`
    parts = words.split() if kind else words.replace("-", " ").split()  # Euro-Par 2010, but not Nilo-Saharan
    inner = [sum(letter.isupper() for letter in part) >= 2 for part in parts]
    return any(inner) if kind == "year" else all(inner)
