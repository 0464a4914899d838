"""Which lines of a text changed, in time that grows with their number: difflib takes minutes for a large bibliography."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from bibcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    _Line = TypeVar("_Line", str, bytes)

_MOST_ROUNDS = 4  # of looking for lines that stand once between the lines found before
_SMALL = 60  # lines that are compared with one another where none of them stands once


class Change(NamedTuple):
    """Lines `start` to `end` of the old text gave way to lines `new_start` to `new_end` of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def changed_lines(old: Sequence[_Line], new: Sequence[_Line]) -> list[Change]:
    """The runs of lines that differ, in order. Lines count from 0; the ends are not of the run."""
    changes = []
    at = new_at = 0
    for start, new_start in [*sorted(_matches(old, new)), (len(old), len(new))]:
        if start > at or new_start > new_at:
            changes.append(Change(at, start, new_at, new_start))
        at, new_at = start + 1, new_start + 1
    return changes


def _matches(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Pairs of equal lines, as a patience diff finds them: lines that stand once in both are looked for first."""
    waiting = [(Change(0, len(old), 0, len(new)), 0)]
    while waiting:
        (start, end, new_start, new_end), rounds = waiting.pop()
        while start < end and new_start < new_end and old[start] == new[new_start]:
            yield start, new_start
            start, new_start = start + 1, new_start + 1
        while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
            end, new_end = end - 1, new_end - 1
            yield end, new_end
        if start == end or new_start == new_end:
            continue
        part = Change(start, end, new_start, new_end)
        anchors = _anchors(old, new, part) if rounds < _MOST_ROUNDS else []
        if not anchors:
            yield from _compare(old, new, part)
            continue
        yield from anchors
        waiting += ((gap, rounds + 1) for gap in _gaps(part, anchors))


def _gaps(part: Change, anchors: list[tuple[int, int]]) -> Iterator[Change]:
    """What lies between pairs of lines in a part."""
    start, new_start = part.start, part.new_start
    for end, new_end in [*anchors, (part.end, part.new_end)]:
        yield Change(start, end, new_start, new_end)
        start, new_start = end + 1, new_end + 1


def _anchors(old: Sequence[_Line], new: Sequence[_Line], part: Change) -> list[tuple[int, int]]:
    """The longest run, in order in both, of the lines that stand once in both."""
    often = Counter(old[part.start : part.end])
    new_often = Counter(new[part.new_start : part.new_end])
    places = {new[at]: at for at in range(part.new_start, part.new_end)}
    pairs = [
        (at, places[old[at]])
        for at in range(part.start, part.end)
        if often[old[at]] == 1 and new_often.get(old[at]) == 1
    ]
    # The longest increasing subsequence: `tails[n]` is the least place at which a run of n + 1 pairs ends.
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        before.append(last[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            last.append(number)
        else:
            tails[length], last[length] = place, number
    run = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _compare(old: Sequence[_Line], new: Sequence[_Line], part: Change) -> Iterator[tuple[int, int]]:
    """The equal lines of a small part; none of a large one, in which no line stands once."""
    if max(part.end - part.start, part.new_end - part.new_start) > _SMALL:
        return
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old[part.start : part.end], new[part.new_start : part.new_end], autojunk=False)
    for start, new_start, length in matcher.get_matching_blocks():
        for step in range(length):
            yield part.start + start + step, part.new_start + new_start + step
