"""Editions as styles set them: `Second` for BibTeX, which writes `edition` after it, `2` for BibLaTeX."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.source import Span
from bibcheck.values.ordinals import find_ordinals, write_ordinal

_UNIT = pattern(r"(?:\s++(?:edition|edn?\.?))++\Z", re.IGNORECASE)
_LONGEST_UNIT = 60  # characters at the end in which it is looked for
_IN_PARENTHESES = pattern(r"(?<!\s)\s*+[(\[](?P<edition>[^()\[\]]{2,40})[)\]]\s*+\Z")
_DIGITS = pattern(r"[1-9]\d?")
_MARKS = pattern(r"[\s.]*")


def has_unit(text: str) -> bool:
    """Whether an edition ends with the word: `2nd edition`, `Second ed.`."""
    return _without_unit(text) != text


def _without_unit(text: str) -> str:
    unit = _UNIT.search(text, max(len(text) - _LONGEST_UNIT, 0))
    return text[: unit.start()] if unit else text


def read_edition(text: str) -> tuple[int, str]:
    """The number of an edition, and whether it is written as "digits", "ordinal" or "word"; 0 where it is something else."""
    text = _without_unit(text)
    if _DIGITS.fullmatch(text):
        return int(text), "digits"
    for ordinal in find_ordinals(text):
        start, end = ordinal.span
        if start == 0 and _MARKS.fullmatch(text, end) and ordinal.number < 100:
            return ordinal.number, "word" if ordinal.form == "word" else "ordinal"
    return 0, ""


def find_edition(text: str) -> tuple[int, Span, Span] | None:
    """The number of an edition behind the title of a book, its span, and that with the space before: ` (Third Edition)`."""
    match = _IN_PARENTHESES.search(text)
    if match is None or not has_unit(match["edition"]):
        return None
    number, _ = read_edition(match["edition"].strip())
    end = match.end("edition") + 1
    return (number, Span(match.start("edition") - 1, end), Span(match.start(), end)) if number > 1 else None


def judge_edition(value: str, number: int, form: str, *, is_biblatex: bool) -> tuple[str, str] | None:
    """What is wrong with an edition, and how it is written: empty where it is left out. None where nothing is wrong."""
    is_with_unit = has_unit(value)
    if number == 1 and (is_biblatex or is_with_unit or form != "word"):
        return f"`{value}`: a first edition needs no edition", ""
    if is_biblatex:
        if not number or (form == "digits" and not is_with_unit):
            return None
        return f"edition `{value}`, printed as it stands: BibLaTeX counts editions by integers (`{number}`)", str(
            number
        )
    word = (write_ordinal(number, "word") or "").capitalize()
    if number and form != "word":
        return f"edition `{value}`, which BibTeX's styles want as a word (`{word}`)", word
    if is_with_unit:
        return f"`{value}`: BibTeX's styles write `edition` after it once more", word or _without_unit(value)
    return None
