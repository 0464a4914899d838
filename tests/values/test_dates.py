"""Dates: every verdict that biber gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bibcheck.values.dates import Moment, find_months, find_years, read_date

CASES = json.loads((Path(__file__).parent.parent / "data" / "dates.json").read_text(encoding="utf-8"))
MEASURED = [
    ("XXXX", True), ("1999-XX", True), ("199X-05-06", True), ("-0044", True), ("-44", False), ("1999-14", False),
    ("1999-24", True), ("1999-05-06T13:59:15?", True), ("../1999", True), ("1999/..", True), ("../..", True),
    ("/", False), ("1999/2000/2001", False), ("1999-05-06T24:00:00Z", False), ("Y12345", True), ("Y1999", False),
    ("2004-XX-29", True), ("2004-04-31", False), ("0000", True), ("1999?~", False), ("2020/06/01", False),
    ("26.09.2020", False), ("2019-13-45", False), ("{1999}", False), ("1999-05T10:00:00", False),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["value"])
def test_as_biber_judges(case: dict[str, object]) -> None:
    assert (read_date(str(case["value"])) is not None) == case["valid"]


@pytest.mark.parametrize(("value", "valid"), MEASURED)
def test_as_biber_judged_when_asked(value: str, valid: bool) -> None:
    assert (read_date(value) is not None) == valid


def test_parts() -> None:
    date = read_date("1999-05/2001~")
    assert date
    assert date.start == Moment(1999, 5, None, True)
    assert date.end == Moment(2001, None, None, False)
    assert date.is_range


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("January", [(1, "January")]),
        ("Sept.", [(9, "Sept.")]),
        ("12--14 June", [(6, "June")]),
        ("Jul/Aug", [(7, "Jul"), (8, "Aug")]),
        ("JAN", [(1, "JAN")]),
        ("Spring", []),
        ("Januar", []),
        ("Mayo", []),
        ("maybe", []),
    ],
)
def test_months(text: str, months: list[tuple[int, str]]) -> None:
    assert [(word.number, text[word.span.start : word.span.end]) for word in find_months(text)] == months


def test_years() -> None:
    assert [year for year, _ in find_years("SOSP 1997, 20201, 1300, 2099")] == [1997, 2099]
