"""Text in a list of names that is no name: a sentence, or a whole reference."""

from __future__ import annotations

from bibcheck.knowledge.person_words import PARTICLES
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import MALFORMED, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import COLLABORATION_WITH, is_body, words_of

_SMALL_WORD = pattern(r"[(]?[a-z]{2,}[,:;)]*+")
_NUMBER = pattern(r"(?:[Nn]o|[Vv]ol|[Pp]p?)\.?[ ~]?\d|\d{1,4}(?:--?|\u2013)\d{1,4}")
_LEAST_WORDS = 5
_SMALL_WORDS = 2  # in lower case and no particles: more than any name has
_LONGEST = 2000


def find_reference(names: ListText, number: int) -> NameFault | None:
    """Text that has words or numbers which stand in no name."""
    name, raw = names.names[number], names.raw(number)
    words = words_of(names.outside_braces(number)[:_LONGEST])
    if len(words) < _LEAST_WORDS or is_body(raw) or COLLABORATION_WITH.search(raw):
        return None
    small = sum(_SMALL_WORD.fullmatch(word) is not None and word.strip("(,.:;)") not in PARTICLES for word in words)
    if small < _SMALL_WORDS and not _NUMBER.search(raw[:_LONGEST]):
        return None
    return NameFault(MALFORMED, name.start, name.end, (number,), "is not a name: write the names of the people only")
