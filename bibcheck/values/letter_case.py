"""Letter case in titles: what a style lowers, and what it must not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from bibcheck.lazy_re import pattern
from bibcheck.text.latex import brace_groups, math_spans
from bibcheck.values.ordinals import read_roman
from bibcheck.values.titles import TitleWord

# plain.bst: what format.title lowers (format.btitle, for books and their like, does not), and the types of BibLaTeX that
# stand for the same.
LOWERED_TYPES = frozenset(
    "article booklet conference dataset electronic incollection inproceedings mastersthesis misc online patent report "
    "software techreport unpublished".split()
)
_MAY_HAVE = pattern(r"[^\W_][A-Z]|[A-Z]-[a-z]|[A-Z]['’][A-Z]|[A-Z][0-9]|[A-Z][a-z]?\$[_^]")
# `C60`, `L1`: what stands for a thing by a letter and a number.
_NUMBERED_LETTER = pattern(r"[A-Z][0-9]{1,4}")
# `Na$_{2}$`, `CO$_2$`, `L$^2$`: letters that a formula goes on with.
_BEFORE_FORMULA = pattern(r"(?<![\w{}\\])[A-Z][A-Za-z]*+(?=\$[_^])")
_SYMBOL = 2  # letters of one
_LONGEST_GAP = 20  # white space before a word
_PART = pattern(r"[^-‐‑'’]+")
# A character of a script that has no letter case: words of such run into one another.
_CASELESS = "\u0590-\u08ff\u0900-\u0fff\u1780-\u17ff\u3040-\u30ff\u3100-\u312f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_CASED_RUN = pattern(f"[^{_CASELESS}]+")
_ORDINAL = pattern(r"[0-9]+(?:ST|ND|RD|TH|St|Nd|Rd|Th)")
_LARGEST_ROMAN = 50  # larger ones are acronyms: CD, MIX
# Letters that stand for a shape, a kind or a name: in `E-mail` and `K-means` the capital is title case.
_LETTER_COMPOUND = pattern(
    r"(?:[XT]-(?:ray|cell|rays|cells)|B-(?:tree|cell|spline|mode)s?|R-trees?|S-box(?:es)?|G-proteins?|[LZ]-functions?|D-branes?)"
)
# The first part of a compound that sentence case lowers: `Multi-GPU`, `Non-IID`.
_PREFIX = pattern(
    r"(?:anti|bi|co|cross|de|hybrid|in|inter|intra|many|mini|mono|multi|multiple|near|non|off|on|poly|post|pre|pro|quasi|re|self"
    r"|semi|single|sub|super|tri|two|ultra|un)[-‐‑]",
    re.IGNORECASE,
)
# Further parts that it lowers too: `PDE-Based`, `NP-Hard`. Any other may belong to the name.
_LOWERED_WORDS = (
    "Agnostic Algorithm Algorithms Assisted Aware Bound Class Compatible Complete Compliant Data Dependent Driven Efficient"
    " Free Friendly Hard Independent Level Like Method Methods Model Models Native Network Networks Only Optimal Resistant"
    " Safe Scale Specific Style System Systems Tolerant Type Wide"
)
_LOWERED_TAIL = pattern(
    rf"(?:[-‐‑](?:[a-z]+|[A-Z][a-z]*(?:ed|ing)|{_LOWERED_WORDS.replace(' ', '|')})(?![^\W_])|['’]s)+\Z"
)
_LONGEST_TAIL = 60


def may_have_inner_capitals(text: str) -> bool:
    """A quick look at a whole value: whether any word of it may be one of has_inner_capitals."""
    return _MAY_HAVE.search(text) is not None


def has_inner_capitals(word: TitleWord) -> bool:
    """Whether lowering a word of a title would damage it, by its shape alone."""
    if not word.opens and _LETTER_COMPOUND.fullmatch(word.text):
        return True
    parts = [match[0] for match in _PART.finditer(word.text)]
    if not word.opens and _NUMBERED_LETTER.fullmatch(parts[0] if parts else ""):
        return True
    if len(parts) == 2 and len(parts[0]) == 1 and word.text[:3].isupper() and "'" in word.text.replace("’", "'"):
        return len(parts[1]) > 1 and word.text[0] != "L"  # O'Reilly, D'Alembert, but not L'Odyssée
    runs = parts if word.text.isascii() else [run[0] for part in parts for run in _CASED_RUN.finditer(part)]
    return any(map(_is_mixed, runs))


def find_symbols(title: str) -> list[tuple[int, int]]:
    """The spans of symbols before their indices, outside braces, that lowering would damage: `Na` of `Na$_{2}$`."""
    if "$_" not in title and "$^" not in title:
        return []
    hidden = (math_spans(title), brace_groups(title))
    found = []
    for match in _BEFORE_FORMULA.finditer(title):
        start = match.start()
        before = title[max(0, start - _LONGEST_GAP) : start].rstrip()
        has_inner = any(map(str.isupper, match[0][1:]))
        opens = (not before and start < _LONGEST_GAP) or before.endswith((":", "?", "!"))
        if (has_inner or (len(match[0]) <= _SYMBOL and not opens)) and not any(_lies_in(one, start) for one in hidden):
            found.append(match.span())
    return found


def _lies_in(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a place is in one of some spans, which are in order."""
    number = bisect_right(spans, place, key=itemgetter(0)) - 1
    return number >= 0 and place < spans[number][1]


def protected_part(word: TitleWord) -> tuple[int, int]:
    """Which part of a word's text needs braces: not the words of a compound that sentence case lowers (`{PDE}-Based`,
    `Multi-{GPU}`), nor the characters of another script that run into it.
    """
    start, end = 0, len(word.text)
    if not word.text.isascii():
        start, end = _mixed_run(word.text)
    if _LETTER_COMPOUND.fullmatch(word.text):
        return start, end
    prefix = _PREFIX.match(word.text, start, end)
    if prefix and _has_mixed_part(word.text[prefix.end() : end]):
        start = prefix.end()
    tail = _LOWERED_TAIL.search(word.text, max(start, end - _LONGEST_TAIL), end)
    if tail and _has_mixed_part(word.text[start : tail.start()]):
        end = tail.start()
    return start, end


def _mixed_run(text: str) -> tuple[int, int]:
    """The stretch of a text in scripts that have letter case, if one alone has inner capitals; else all of it."""
    runs = [run for run in _CASED_RUN.finditer(text) if _has_mixed_part(run[0])]
    return runs[0].span() if len(runs) == 1 else (0, len(text))


def _has_mixed_part(text: str) -> bool:
    return any(_is_mixed(part[0]) or _NUMBERED_LETTER.fullmatch(part[0]) for part in _PART.finditer(text))


def _is_mixed(part: str) -> bool:
    """Whether a part of a word has a capital behind its first character, and is no number of a kind."""
    if not any(letter.isupper() for letter in part[1:]) or _ORDINAL.fullmatch(part):
        return False
    roman = read_roman(part) if part.isupper() else None
    return roman is None or roman > _LARGEST_ROMAN


def is_in_capitals(words: Sequence[TitleWord]) -> bool:
    """Whether a title is set in capitals, all of it or most of its longer words. Words in braces are no evidence."""
    longer = [word.text for word in words if not word.protected and sum(map(str.isalpha, word.text)) > 3]
    capital = sum(map(str.isupper, longer))
    return capital > 1 and (capital == len(longer) or (capital > 2 and capital * 2 >= len(longer)))
