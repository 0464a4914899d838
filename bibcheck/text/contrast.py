"""Two forms of one name as a message shows them: what tells them apart, without what they share."""

from __future__ import annotations

from collections.abc import Sequence

_LONG = 60  # characters; two names of this length and a message around them are two lines of a terminal
_TAIL = 18  # characters kept of the end of a name that is still too long


def told_apart(one: str, other: str) -> tuple[str, str]:
    """Both names; if one is long, without the words that both start and end with, but for the nearest on each side."""
    if max(len(one), len(other)) <= _LONG:
        return one, other
    first, second = one.split(), other.split()
    before, after = (max(count - 1, 0) for count in common_ends(first, second))
    return _part(first, before, after), _part(second, before, after)


def common_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many characters of two texts, or words of two lists, are equal at their start, and how many at their end behind."""
    start = _count_equal(one, other)
    return start, _count_equal(one[start:][::-1], other[start:][::-1])


def _count_equal(one: Sequence[str], other: Sequence[str]) -> int:
    """How many are equal at the start: by halves, for slices are compared quickly."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _part(words: list[str], before: int, after: int) -> str:
    """The words but for so many before and after, in at most 60 characters."""
    text = " ".join(words[before : len(words) - after])
    text = f"{'… ' if before else ''}{text}{' …' if after else ''}"
    if len(text) <= _LONG:
        return text
    start, end = text[: _LONG - _TAIL - 3], text[-_TAIL:]
    return f"{start.rpartition(' ')[0] or start} … {end.partition(' ')[2] or end}"
