"""malformed-year: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The year as written, and the fields after the fix; None where there is no fix.
REPORTED = [
    ("Sept./1988", "year = {1988}, month = sep"),
    ("June 1981", "year = {1981}, month = jun"),
    ("December 15--18, 1997", 'year = {1997}, month = dec # "~15--18"'),
    ("2014-09", "year = {2014}, month = sep"),
    ("2020-08-24", 'year = {2020}, month = aug # "~24"'),
    ("2020/08/24", 'year = {2020}, month = aug # "~24"'),
    ("24.8.2020", 'year = {2020}, month = aug # "~24"'),
    (r"[2021] \copyright 2021", "year = {2021}"),
    ("'99", "year = {1999}"),
    ("'07", "year = {2007}"),
    ("1986a", "year = {1986}"),
    ("(1986a)", "year = {1986}"),
    ("20l0", "year = {2010}"),
    ("2O1O", "year = {2010}"),
    ("1995. --- 576 p.", None),
    ("10-11 2018", None),
    ("Thu, 02/21/2019 - 13:28", None),
    ("accessed 2020", None),
    ("[accessed 3 May 2020]", None),
    ("abc", None),
    ("hello", None),
    ("20201", None),
    ("199", None),
    ("204", None),
    ("99", None),
    ("0", None),
    ("0000", None),
]


@pytest.mark.parametrize(("value", "fixed"), REPORTED)
def test_a_year_that_is_no_year(check: Check, value: str, fixed: str | None) -> None:
    text = f"@misc{{k, year = {{{value}}}}}\n"
    findings = check("malformed-year", text, dialect="bibtex")
    assert len(findings) == 1
    assert apply(text, findings) == (f"@misc{{k, {fixed}}}\n" if fixed else text)


@pytest.mark.parametrize(
    "value",
    [
        "1984", "800", "in press", "In Press, corrected proof", "forthcoming", "to appear", "n.d.", "s.d.", "o. J.", "im Druck",
        "c. 1850", "[1990]", "1988??", "p1988", "1985/1986", "1978/79", "1978-79", "2004-22", "1999-02", "1999--2009",
        "2001--", "300 {BC}", "cited 2015", "1865（清同治四年）", "", "1910--1913; Second edition, 1925--1927", "MCMLXXXV",
        "Spring 2010", "2021 (accepted 2020)", "昭和五十年",
    ],
)  # fmt: skip
def test_a_year_that_stays(check: Check, value: str) -> None:
    assert not check("malformed-year", f"@misc{{k, year = {{{value}}}}}\n")


def test_three_digits_are_no_year_of_an_article(check: Check) -> None:
    (finding,) = check("malformed-year", "@article{k, year = 800}\n")
    assert finding.message == "`800` has 3 digits, which is no year; look it up"


def test_a_date_is_moved_to_date_in_biblatex(check: Check) -> None:
    text = "@article{k, year = {2020-08-24}}\n"
    assert apply(text, check("malformed-year", text, dialect="biblatex")) == "@article{k, date = {2020-08-24}}\n"


@pytest.mark.parametrize(("value", "fixed"), [("2014-09", "{2014}"), ("2014-09-05", "{2014-09-05}")])
def test_no_day_is_lost_where_there_is_a_month(check: Check, value: str, fixed: str) -> None:
    text = f"@article{{k, month = sep, year = {{{value}}}}}\n"
    findings = check("malformed-year", text, dialect="bibtex")
    assert apply(text, findings) == f"@article{{k, month = sep, year = {fixed}}}\n"
