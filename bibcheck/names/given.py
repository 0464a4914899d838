"""Given names compared: whether one form of them is short for another."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.names.words import FULL, fold, plain, shape, space_initials
from bibcheck.records import NamedTuple


class Given(NamedTuple):
    """Given names word by word, folded; `is_initial` tells which of them are initials or abbreviations."""

    words: tuple[str, ...]
    is_initial: tuple[bool, ...]

    @property
    def is_abbreviated(self) -> bool:
        """Whether no given name is there in full."""
        return all(self.is_initial)

    @property
    def fullness(self) -> tuple[int, int, int]:
        """What grows with every word and every letter."""
        return len(self.words), -sum(self.is_initial), sum(map(len, self.words))


@lru_cache(maxsize=1 << 15)
def read_given(text: str) -> Given:
    """The given names of a name: joined initials and the parts of hyphenated names count one by one."""
    words: list[str] = []
    is_initial: list[bool] = []
    for word in plain(text).split():
        is_short = shape(word) != FULL
        for part in fold(space_initials(word) if is_short else word).split():
            words.append(part)
            is_initial.append(is_short or len(part) == 1)
    return Given(tuple(words), tuple(is_initial))


def is_short_for(short: Given, full: Given) -> bool:
    """Whether one form leaves out names or letters of another, and has nothing that the other has not."""
    if short == full or len(short.words) > len(full.words):
        return False
    for number, word in enumerate(short.words):
        whole = full.words[number]
        if word != whole and not (short.is_initial[number] and whole.startswith(word)):
            return False
        if full.is_initial[number] and not short.is_initial[number]:
            return False
    return True
