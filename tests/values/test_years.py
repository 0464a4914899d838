"""What is no year, and the year, month and day that it says."""

from __future__ import annotations

import pytest

from bibcheck.values.years import find_year_fault


@pytest.mark.parametrize(
    ("value", "year", "month", "date"),
    [
        ("2020-08-24", "2020", 'aug # "~24"', "2020-08-24"),
        ("2014-09", "2014", "sep", "2014-09"),
        ("2011-11", "2011", "nov", "2011-11"),
        ("24.8.2020", "2020", 'aug # "~24"', "2020-08-24"),
        ("Sept./1988", "1988", "sep", ""),
        ("December 15, 1997", "1997", 'dec # "~15"', ""),
        ("15 December 1997", "1997", '"15~" # dec', ""),
        ("1986a", "1986", "", ""),
        ("20l0", "2010", "", ""),
        ("'99", "1999", "", ""),
        ("'41", "1941", "", ""),
        ("'40", "2040", "", ""),
        ("2020-13-24", "", "", ""),
        ("2014-12", "2014", "dec", "2014-12"),
        ("2014-01", "2014", "jan", "2014-01"),
        ("1987-02", "1987", "feb", "1987-02"),
        ("1999/02", "1999", "feb", "1999-02"),
        ("03.08.2020", "2020", 'aug # "~3"', "2020-08-03"),
        ("\u00a9 2020", "2020", "", ""),
        ("\u00a9 2020, 2021", "", "", ""),
        ("1995. --- 576 p.", "", "", ""),
    ],
)
def test_what_a_malformed_year_says(value: str, year: str, month: str, date: str) -> None:
    fault = find_year_fault(value)
    assert fault
    assert (fault.year, fault.month, fault.date) == (year, month, date)


@pytest.mark.parametrize(
    "value",
    [
        "1984",
        "1978-79",
        "2014-13",
        "1999-02",
        "1999--2001",
        "c. 1850",
        "in press",
        "XIV",
        "1988-02",
        "2014-00",
        "2014-14",
        "2014-15",
    ],
)
def test_years_and_what_stands_for_them(value: str) -> None:
    assert find_year_fault(value) is None
