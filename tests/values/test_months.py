"""The month field, and how BibTeX wants it."""

from __future__ import annotations

import pytest

from bibcheck.values.months import is_full_name, read_month_number, write_month


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("January", "jan"),
        ("Sept.", "sep"),
        ("09", "sep"),
        ("12--14 June", "{12--14~} # jun"),
        ("August 17th", "aug # {~17th}"),
        ("JUL/AUG", "jul # {/} # aug"),
        ("13", None),
        ("Spring", None),
        ("January 1999", None),
        ("May 17th floor", None),
        ("x May", None),
        ("", None),
    ],
)
def test_write_month(value: str, written: str | None) -> None:
    assert write_month(value, "{}") == written


@pytest.mark.parametrize(
    ("value", "number"), [("1", 1), ("09", 9), ("12", 12), ("13", None), ("0", None), ("00", None)]
)
def test_read_month_number(value: str, number: int | None) -> None:
    assert read_month_number(value) == number


def test_full_names() -> None:
    assert all(map(is_full_name, ("January", "may", "JUNE")))
    assert not any(map(is_full_name, ("Jan", "Juli", "June 5", "")))
