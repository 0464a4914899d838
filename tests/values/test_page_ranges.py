"""What ranges of pages say: their full ends, whether they are one page, and how many pages they are."""

from __future__ import annotations

import pytest

from bibcheck.values.page_ranges import complete_range, count_pages, has_one_page
from bibcheck.values.pages import read_pages


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("1234--56", "1256"),
        ("97--9", "99"),
        ("97--7", None),
        ("97--6", None),
        ("97--111", None),
        ("12--34", None),
        ("xii--x", None),
        ("123--v", None),
        ("A12--3", None),
    ],
)
def test_the_last_page_written_out(text: str, full: str | None) -> None:
    (part,) = read_pages(text).parts
    assert part.first and part.last
    assert complete_range(part.first, part.last) == full


@pytest.mark.parametrize(
    ("text", "has_one"), [("5--5", True), ("xi--xi", True), ("5--6", False), ("5", False), ("5+", False)]
)
def test_a_range_of_one_page(text: str, has_one: bool) -> None:
    (part,) = read_pages(text).parts
    assert has_one_page(part) == has_one


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("5--9", 5),
        ("5--5", 1),
        ("5--9, 12--13", 7),
        ("9--5", None),
        ("S5--S9", 5),
        ("S5--T9", None),
        ("xi--9", None),
        ("xi--xv", 5),
        ("5", None),
        ("5--9, 12", None),
        ("", None),
    ],
)
def test_how_many_pages(text: str, count: int | None) -> None:
    assert count_pages(read_pages(text)) == count
