"""Words that names of venues, publishers and schools are made of, for finding slips in them."""

from __future__ import annotations

from functools import cache, lru_cache

_WORDS = (
    "advances american analysis applications artificial association communications computational computer computers computing "
    "conference distributed electrical electronics engineering environmental european foundations information intelligence "
    "international knowledge language languages learning linguistics management mathematical mathematics networking networks "
    "neuroscience philosophy proceedings processing programming psychology recognition research robotics security software "
    "statistical statistics symposium technologies technology transactions university verification workshop workshops"
).split()
# Other words, and words of other languages, that are as close.
_OTHERS = frozenset(
    "commuter commuters commuting internacional langage leaning professing programing universiti".split()
)
_SHORTEST = 7  # with a slip


@lru_cache(maxsize=8192)  # the same few come again and again
def meant_word(word: str) -> str:
    """The word, in lower case, that a misspelt one in lower case stands for; empty where there is none.

    One letter is wrong, too many, missing or changed places with the next, and neither the first letter nor the last two, in
    which forms of a word and its like in other languages differ.
    """
    if len(word) < _SHORTEST or word in _OTHERS or word in _WORDS:
        return ""
    nearest, deletions = "", _deletions()
    for shorter in (word, *_without_one(word)):
        for other in deletions.get(shorter, ()):
            if word[0] == other[0] and word[-2:] == other[-2:] and _is_one_slip(word, other):
                nearest = other
    return nearest


def _without_one(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(1, len(word) - 2)]


@cache
def _deletions() -> dict[str, list[str]]:
    """The words by what is left of them without one letter, and by themselves."""
    found: dict[str, list[str]] = {}
    for word in _WORDS:
        for shorter in {word, *_without_one(word)}:
            found.setdefault(shorter, []).append(word)
    return found


def _is_one_slip(word: str, other: str) -> bool:
    """Whether two words differ in one letter, or in two that changed places."""
    start = next((place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), 0)
    if len(word) != len(other):
        longer, shorter = sorted((word, other), key=len, reverse=True)
        return len(longer) == len(shorter) + 1 and longer[start + 1 :] == shorter[start:]
    is_swapped = word[start : start + 2] == other[start : start + 2][::-1] and word[start + 2 :] == other[start + 2 :]
    return word[start + 1 :] == other[start + 1 :] or is_swapped
