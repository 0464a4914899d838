"""The edits that mend a fault of a list, if the list is whole then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bibcheck.names.faults.fault import JOINED, PARTING, NameFault
from bibcheck.names.faults.reading import read_list
from bibcheck.records import NamedTuple
from bibcheck.text.contrast import common_ends

Edits = tuple[tuple[int, int, str], ...]
_MOST_ROUNDS = 3


class Mending(NamedTuple):
    """Edits as (start, end, text) of a list, none where it cannot be mended. `is_sure` is whether they leave no doubt."""

    edits: Edits = ()
    is_sure: bool = False


def mend(text: str, fault: NameFault, dialect: str) -> Mending:
    """What mends a fault throughout its list, so that the list has none of its kind then, and no more of any other.

    A fault that comes to light then (the initials in `J.R. Ng, B. Roe and C. Li`, once these are three people) is mended
    with it. One that cannot be mended takes the edits back.
    """
    edits = _merge(fault.edits)
    if not edits:
        return Mending()
    is_sure = fault.is_sure
    mended = _apply(text, edits)
    for number in range(_MOST_ROUNDS):
        worse = _find_worse(text, mended, fault.kind, dialect)
        if not worse:
            return Mending(_difference(text, mended) if number else edits, is_sure)
        following = _merge(worse.edits)
        if worse.kind == fault.kind or not following:
            break
        is_sure = is_sure and worse.is_sure
        mended = _apply(mended, following)
    return Mending()


def mend_parting(text: str, dialect: str) -> str:
    """A list with what parts its people or their names wrongly mended, as far as that can be."""
    for _ in range(_MOST_ROUNDS):
        faults = [fault for fault in read_list(text, dialect).reported if fault.kind in PARTING or fault.kind == JOINED]
        edits: Edits = next(filter(None, (mend(text, fault, dialect).edits for fault in faults)), ())
        if not edits:
            break
        text = _apply(text, edits)
    return text


def _find_worse(text: str, mended: str, kind: str, dialect: str) -> NameFault | None:
    """A fault of the mended list that is of the kind that was to be mended, or that was not there before."""
    before = Counter({fault.kind: fault.places for fault in read_list(text, dialect).faults})
    for fault in read_list(mended, dialect).faults:
        if fault.kind == kind or fault.places > before[fault.kind]:
            return fault
    return None


def _merge(edits: Edits) -> Edits:
    """The edits in order, those that delete overlapping pieces as one; none if others overlap."""
    merged: list[tuple[int, int, str]] = []
    for start, end, new in sorted(edits):
        if merged and start < merged[-1][1]:
            first = merged[-1]
            if new or first[2]:
                return ()
            merged[-1] = (first[0], max(first[1], end), "")
        else:
            merged.append((start, end, new))
    return tuple(merged)


def _apply(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    pieces = []
    done = 0
    for start, end, new in edits:
        pieces += [text[done:start], new]
        done = end
    return "".join(pieces) + text[done:]


def _difference(text: str, mended: str) -> Edits:
    """One edit that makes a text of another: from the first character in which they differ to the last."""
    start, end = common_ends(text, mended)
    return ((start, len(text) - end, mended[start : len(mended) - end]),)
