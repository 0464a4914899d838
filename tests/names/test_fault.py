"""Faults of one kind joined, and which of two at one place speaks."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import BODY, CAPITALS, EMPTY, MIXED, NameFault, drop_less_specific, join_faults

FIRST = NameFault(BODY, 0, 5, (0,), "said", ((0, 5, "x"),), True, 1)
SECOND = NameFault(BODY, 9, 14, (1,), "other", ((9, 14, "y"), (0, 5, "x")), False, 2)


def test_faults_of_one_kind_are_one() -> None:
    other = NameFault(EMPTY, 6, 8, (2,))
    assert join_faults([FIRST, other, SECOND]) == [
        NameFault(BODY, 0, 5, (0, 1), "said", ((0, 5, "x"), (9, 14, "y")), False, 3),
        other,
    ]
    assert (other.edits, other.is_sure, other.places) == ((), True, 1)
    assert join_faults([]) == []


def test_faults_are_mended_together_or_not_at_all() -> None:
    (joined,) = join_faults([FIRST, SECOND._replace(edits=(), is_sure=True)])
    assert (joined.edits, joined.is_sure) == ((), True)


@pytest.mark.parametrize(
    ("start", "end", "is_kept"),
    [(0, 4, True), (0, 5, True), (0, 6, False), (5, 8, False), (6, 7, False), (9, 12, False), (10, 12, True)],
)
def test_the_more_specific_speaks(start: int, end: int, is_kept: bool) -> None:
    specific = NameFault(CAPITALS, 5, 10, (0,))
    other = NameFault(MIXED, start, end, (0,))
    assert drop_less_specific([other, specific]) == [specific, *([other] if is_kept else [])]
