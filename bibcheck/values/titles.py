r"""The words of a title, and which of them BibTeX's change.case$ would put in lower case."""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.text.latex import Decoded, brace_groups, decode, math_spans
from bibcheck.text.latex_commands import ACCENT

# Letters, digits and underscores, joined by hyphens and apostrophes.
_WORD = pattern("[\\w\u0300-\u036f]+(?:[-'’‐‑][\\w\u0300-\u036f]+)*")
_LETTER_COMMAND = r"(?:ss|ae|AE|oe|OE|o|O|aa|AA|l|L|i|j)(?![A-Za-z])[ \t\r\n]*+(?:\{\})?+"
# A letter with an accent, or one of BibTeX's foreign letters: in braces too its case is changed, bibtex.web §371.
_LETTER = pattern(rf"\\(?:{ACCENT}|{_LETTER_COMMAND})|\{{\\(?:{ACCENT}|{_LETTER_COMMAND})\}}")
_COMMAND = pattern(r"(?s)\\(?:[A-Za-z]+|.)")
_WHITE_SPACE = " \t\r\n"


class TitleWord(NamedTuple):
    r"""A word of a title: its plain text, and the span of the value that it comes from.

    A compound with hyphens is one word (`X-ray`), and so is `don't`. A word is `bare` where all of it stands outside
    braces (but for those of an accent), formulas and commands, so that BibTeX changes its case; `protected` where all of
    it stands in braces that keep its case. A part in braces, a formula, `{\em Word}` and `\TeX` are neither. `opens` says
    that the first character keeps its case in any event: it begins the title, or follows a colon and white space.
    """

    text: str
    start: int
    end: int
    bare: bool
    protected: bool
    opens: bool


@lru_cache(maxsize=8192)  # several rules ask for the same titles
def title_words(value: str) -> tuple[TitleWord, ...]:
    """The words of a title (or of any other value), in order. Takes time in proportion to the value's length."""
    first = len(value) - len(value.lstrip(_WHITE_SPACE))
    text = decode(value).text
    if text == value:
        spans = [match.span() for match in _WORD.finditer(value)]
        return tuple([TitleWord(value[a:b], a, b, True, False, _opens(value, a, first)) for a, b in spans])
    decoded = Decoded(text, value)  # its map is for this use only, and would be kept with the one that decode keeps
    mask = _mask(value)
    words = []
    judged, is_bare, is_protected = (-1, -1), False, False
    for match in _WORD.finditer(text):
        start, end = decoded.source_span(*match.span())
        if (start, end) != judged:  # all words of one formula have the same span
            kinds = mask[start:end]
            is_bare = "{" not in kinds and "\\" not in kinds and "$" not in kinds
            is_protected = not is_bare and kinds.count("{") == end - start
            judged = start, end
        words.append(TitleWord(match[0], start, end, is_bare, is_protected, _opens(value, start, first)))
    return tuple(words)


def is_braced_whole(value: str) -> bool:
    r"""Whether one pair of braces holds the whole value: `{HAARPS}` between the field's own delimiters, not `{\em A} b`."""
    value = value.strip(_WHITE_SPACE)
    if not value.startswith("{") or value.startswith("{\\"):
        return False
    return brace_groups(value) == [(0, len(value))]


def _mask(value: str) -> str:
    r"""The value with what change.case$ does not treat as plain letters written over, character for character.

    `{` stands for what is protected, `\` for what is in another group or a command, `$` for a formula.
    """
    letters = value
    if "\\" in value:
        letters = _LETTER.sub(_mask_letter, value)
    masked = _COMMAND.sub(_mask_command, letters) if "\\" in letters else letters
    spans = [(start, end, "$") for start, end in math_spans(value)]
    for start, end in brace_groups(letters):
        spans.append((start, end, "\\" if value.startswith("\\", start + 1) else "{"))
    if not spans:
        return masked
    mask = list(masked)
    for start, end, kind in spans:
        mask[start:end] = kind * (end - start)
    return "".join(mask)


def _mask_command(match: re.Match[str]) -> str:
    return "\\" * len(match[0])


def _mask_letter(match: re.Match[str]) -> str:
    r"""An accented letter as a plain one, unless it is a capital in braces that keep it: `\"{U}ber`."""
    letter = match[0]
    is_kept = letter[0] == "\\" and "{" in letter and letter != letter.lower()
    return letter if is_kept else "a" * len(letter)


def _opens(value: str, start: int, first: int) -> bool:
    """Whether the character at `start` keeps its case as the title's first or after a colon. bibtex.web §376."""
    if start == first:
        return not value.startswith("\\", start)
    before = start
    while before and value[before - 1] in _WHITE_SPACE:
        before -= 1
    return before < start and value.startswith(":", before - 1) and not value.startswith("\\", start)
