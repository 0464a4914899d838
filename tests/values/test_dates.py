"""Dates: every verdict that biber gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bibcheck.values.dates import Moment, find_months, find_years, read_date, read_day

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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 3rd, 2020", "2020-05-03"),
        ("3 May 2020", "2020-05-03"),
        (" 31 October, 1999. ", "1999-10-31"),
        ("2020-05-03", "2020-05-03"),
        ("(3 of May, 2020)", "2020-05-03"),
        ("30 February 2020", None),
        ("31 April 2020", None),
        ("29 February 2020", "2020-02-29"),
        ("29 February 2019", None),
        ("29 February 1900", None),
        ("29 February 2000", "2000-02-29"),
        ("31 June 2020", None),
        ("31 September 2020", None),
        ("31 November 2020", None),
        ("May 2020", None),
        ("3 May", None),
        ("3 or 4 May 2020", None),
        ("3 May or June 2020", None),
        ("about 3 May 2020", None),
        ("3 May 2020 or 2021", None),
        ("0 May 2020", None),
    ],
)
def test_a_day_in_prose(text: str, day: str | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize("month", [1, 3, 5, 7, 8, 10, 12])
def test_months_of_31_days(month: int) -> None:
    assert read_date(f"2020-{month:02}-31")
    assert not read_date(f"2020-{month:02}-32")


@pytest.mark.parametrize("month", [4, 6, 9, 11])
def test_months_of_30_days(month: int) -> None:
    assert read_date(f"2020-{month:02}-30")
    assert not read_date(f"2020-{month:02}-31")


@pytest.mark.parametrize(
    ("time", "valid"),
    [("23:59:59", True), ("24:00:00", False), ("00:60:00", False), ("00:00:60", False), ("00:00:00", True)],
)
def test_times(time: str, valid: bool) -> None:
    assert (read_date(f"2020-05-03T{time}") is not None) == valid


# Seasons and other divisions of the year, which biber takes without a day.
@pytest.mark.parametrize(
    ("month", "valid"),
    [(0, False), (1, True), (12, True), (13, False), (19, False), (20, True), (41, True), (42, False)],
)
def test_the_months_of_a_date(month: int, valid: bool) -> None:
    assert (read_date(f"2019-{month:02}") is not None) == valid
    assert (read_date(f"2019-{month:02}-01") is not None) == (valid and month < 13)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("1994-01", Moment(1994, 1, None, True)),
        ("1994-12", Moment(1994, 12, None, True)),
        ("1994-21", Moment(1994, None, None, True)),  # a season is no month
        ("Y17000", Moment(17000, None, None, True)),
        ("Y-17000", Moment(-17000, None, None, True)),
        ("2001-02-28", Moment(2001, 2, 28, True)),
        ("2004-02-29", Moment(2004, 2, 29, True)),
        ("2000-02-29", Moment(2000, 2, 29, True)),
        ("2010-XX-31", Moment(2010, None, 31, True)),
    ],
)
def test_the_moment_of_a_date(text: str, start: Moment) -> None:
    date = read_date(text)
    assert date and date.start == date.end == start


@pytest.mark.parametrize(
    "text", ["2001-02-29", "1900-02-29", "2005-02-29", "2010-XX-32", "2010-19", "2010-42", "2010-00"]
)
def test_no_such_date(text: str) -> None:
    assert read_date(text) is None
