"""Slips in the names of venues, publishers and schools."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.knowledge.venue_words import meant_word
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

_WORD = pattern(r"(?<![\\\w{}@./'’-])[A-Za-z]{7,40}+(?![\w}@./'’])")
# A name in English has one of these, and no letters of other languages.
_ENGLISH = pattern(r"(?i)\b(?:of|on|the|and|for|in|international|press|conference|journal|proceedings)\b")
_FOREIGN = pattern(
    r"(?i)[^\x00-\x7f]|\\[a-z\"'`^~=.]|\b(?:das|de|del|della|der|des|di|die|du|et|fuer|la|le|les|und|van|voor)\b"
)
_LONGEST = 1_000  # no name is as long


class Slip(NamedTuple):
    """A misspelt word in a name, and the word that is meant, in its letter case."""

    span: Span
    meant: str


@lru_cache(maxsize=8192)  # two rules ask for the same names
def find_slips(name: str) -> tuple[Slip, ...]:
    """The misspelt words of a name in English, as LaTeX or without it."""
    if len(name) > _LONGEST:
        return ()
    slips = [
        Slip(Span(*match.span()), _in_case_of(match[0], meant))
        for match in _WORD.finditer(name)
        if (meant := meant_word(match[0].lower()))
    ]
    return tuple(slips) if slips and _ENGLISH.search(name) and not _FOREIGN.search(name) else ()


def spell(name: str) -> str:
    """A name without its slips."""
    for span, meant in reversed(find_slips(name)):
        name = name[: span.start] + meant + name[span.end :]
    return name


def _in_case_of(word: str, meant: str) -> str:
    return meant.upper() if word.isupper() else meant.capitalize() if word[0].isupper() else meant
