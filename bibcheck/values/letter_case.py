"""Letter case in titles: what a style lowers, and what it must not."""

from __future__ import annotations

from collections.abc import Sequence

from bibcheck.lazy_re import pattern
from bibcheck.values.ordinals import read_roman
from bibcheck.values.titles import TitleWord

# plain.bst: what format.title lowers (format.btitle, for books and their like, does not), and the types of BibLaTeX that
# stand for the same.
LOWERED_TYPES = frozenset(
    "article booklet conference dataset electronic incollection inproceedings mastersthesis misc online patent report "
    "software techreport unpublished".split()
)
_MAY_HAVE = pattern(r"[^\W_][A-Z]|[A-Z]-[a-z]|[A-Z]['’][A-Z]")
_PART = pattern(r"[^-‐‑'’]+")
_ORDINAL = pattern(r"[0-9]+(?:ST|ND|RD|TH|St|Nd|Rd|Th)")
_LARGEST_ROMAN = 50  # larger ones are acronyms: CD, MIX
# Letters that stand for a shape, a kind or a name: in `E-mail` and `K-means` the capital is title case.
_LETTER_COMPOUND = pattern(
    r"(?:[XT]-(?:ray|cell|rays|cells)|B-(?:tree|cell|spline|mode)s?|R-trees?|S-box(?:es)?|G-proteins?|[LZ]-functions?|D-branes?)"
)


def may_have_inner_capitals(text: str) -> bool:
    """A quick look at a whole value: whether any word of it may be one of has_inner_capitals."""
    return _MAY_HAVE.search(text) is not None


def has_inner_capitals(word: TitleWord) -> bool:
    """Whether lowering a word of a title would damage it, by its shape alone."""
    if not word.opens and _LETTER_COMPOUND.fullmatch(word.text):
        return True
    parts = [match[0] for match in _PART.finditer(word.text)]
    if len(parts) == 2 and len(parts[0]) == 1 and word.text[:3].isupper() and "'" in word.text.replace("’", "'"):
        return len(parts[1]) > 1  # O'Reilly, D'Alembert
    return any(_is_mixed(part) for part in parts)


def _is_mixed(part: str) -> bool:
    """Whether a part of a word has a capital behind its first character, and is no number of a kind."""
    if not any(letter.isupper() for letter in part[1:]) or _ORDINAL.fullmatch(part):
        return False
    roman = read_roman(part) if part.isupper() else None
    return roman is None or roman > _LARGEST_ROMAN


def is_in_capitals(words: Sequence[TitleWord]) -> bool:
    """Whether a title is set in capitals, all of it or most of its longer words."""
    longer = [word.text for word in words if sum(letter.isalpha() for letter in word.text) > 3]
    capital = sum(word.isupper() for word in longer)
    return capital > 1 and capital * 2 >= len(longer)
