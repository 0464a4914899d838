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
    before = _alike(first, second)
    after = _alike(first[before:][::-1], second[before:][::-1])
    before, after = max(before - 1, 0), max(after - 1, 0)
    return _part(first, before, after), _part(second, before, after)


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words two lists have in common before they differ."""
    pairs = zip(first, second, strict=False)
    return next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def _part(words: list[str], before: int, after: int) -> str:
    """The words but for so many before and after, in at most 60 characters."""
    text = " ".join(words[before : len(words) - after])
    text = f"{'… ' if before else ''}{text}{' …' if after else ''}"
    if len(text) <= _LONG:
        return text
    start, end = text[: _LONG - _TAIL - 3], text[-_TAIL:]
    return f"{start.rpartition(' ')[0] or start} … {end.partition(' ')[2] or end}"
