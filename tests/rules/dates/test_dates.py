"""The rules on dates: what each reports and repairs, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

MONTHS = [
    ("{January}", "jan"),
    ("{Sept}", "sep"),
    ("{Sept.}", "sep"),
    ("{09}", "sep"),
    ("{5}", "may"),
    ('"12--14 June"', '"12--14~" # jun'),
    ("{June 26-29}", "jun # {~26-29}"),
    ("{JUL/AUG}", "jul # {/} # aug"),
    ("{November~17}", "nov # {~17}"),
    ("{may}", "may"),
]
MONTHS_LET_BE = ["jan", 'jun # "~12"', "{}", "{Spring}", "{Julho}", "{M{\\^e}s}", "{Forthcoming}", "{13}", "other"]


@pytest.mark.parametrize(("value", "fixed"), MONTHS)
def test_months_become_macros_and_keep_their_days(check: Check, value: str, fixed: str) -> None:
    text = f"@misc{{k, year = 1984, month = {value}}}\n"
    (finding,) = check("malformed-month", text, dialect="bibtex")
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"@misc{{k, year = 1984, month = {fixed}}}\n"


@pytest.mark.parametrize("value", MONTHS_LET_BE)
def test_months_let_be(check: Check, value: str) -> None:
    assert not check("malformed-month", f"@misc{{k, month = {value}}}\n", dialect="bibtex")


@pytest.mark.parametrize(("value", "fixed"), [("{January}", "{1}"), ('"Sep."', '"9"')])
def test_months_become_numbers_in_biblatex(check: Check, value: str, fixed: str) -> None:
    text = f"@misc{{k, month = {value}}}\n"
    (finding,) = check("malformed-month", text, dialect="biblatex")
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"@misc{{k, month = {fixed}}}\n"


@pytest.mark.parametrize("value", ["{9}", "{09}", "sep", "{12--14 June}"])
def test_months_let_be_in_biblatex(check: Check, value: str) -> None:
    assert not check("malformed-month", f"@misc{{k, month = {value}}}\n", dialect="biblatex")


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("Sept./1988", "1988"),
        (r"[2021] \copyright 2021", "2021"),
        ("'99", "1999"),
        ("'07", "2007"),
        ("1995. --- 576 p.", "1995"),
        ("December 15--18, 1997", "1997"),
        ("20201", None),
        ("99", None),
    ],
)
def test_malformed_years(check: Check, value: str, fixed: str | None) -> None:
    (finding,) = check("malformed-year", f"@misc{{k, year = {{{value}}}}}\n")
    assert [edit.text for edit in finding.edits] == ([fixed] if fixed else [])


@pytest.mark.parametrize(
    "value",
    [
        "1984", "800", "in press", "forthcoming", "to appear", "n.d.", "c. 1850", "2020a", "[1990]", "1988??", "p1988",
        "1985/1986", "1978/79", "1999--2009", "2001--", "300 {BC}", "cited 2015", "1865（清同治四年）", "",
        "1910--1913; Second edition, 1925--1927",
    ],
)  # fmt: skip
def test_years_let_be(check: Check, value: str) -> None:
    assert not check("malformed-year", f"@misc{{k, year = {{{value}}}}}\n")


@pytest.mark.parametrize(
    ("entry", "messages"),
    [
        ("@book{k, year = {2104}}", ["the year 2104 lies in the future"]),
        ("@book{k, date = {2104-05}}", ["the year 2104 lies in the future"]),
        ("@book{k, year = {1104}}", ["an @book of 1104, before printing"]),
        ("@book{k, year = {2027}}", []),
        ("@book{k, year = {1384}}", []),
        ("@misc{k, year = {1104}}", []),
        ("@book{k, year = {2560}, title = {ภาษาไทย}}", []),
        ("@book{k, date = {-0044}}", []),
    ],
)
def test_implausible_year(check: Check, entry: str, messages: list[str]) -> None:
    findings = check("implausible-year", entry + "\n", today="2026-11-24")
    assert [finding.message for finding in findings] == messages


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("@misc{k, month = jan}", ["k"]),
        ("@misc{k, day = 5, year = 1999}", ["k"]),
        ("@misc{k, month = jan, year = 1999}", []),
        ("@misc{k, month = jan, date = {1999}}", []),
        ("@misc{k, month = jan, crossref = {out-of-sight}}", []),
        ("@misc{k, month = jan, crossref = {p}}\n@misc{p, year = 1999}", []),
        ("@misc{k, month = jan, crossref = {p}}\n@misc{p, title = {T}}", ["k"]),
        ("@misc{k, month = jan, crossref = {k}}", ["k"]),
        ("@misc{k, month = {}}", []),
    ],
)
def test_month_without_year(check: Check, text: str, keys: list[str]) -> None:
    assert [finding.key for finding in check("month-without-year", text + "\n")] == keys


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("26.09.2020", "2020-09-26"),
        ("2020/06/01", "2020-06-01"),
        ("1999-5", "1999-05"),
        ("1999--2001", "1999/2001"),
        ("January 1999", "1999-01"),
        ("5 May 1999", "1999-05-05"),
        ("December 15, 2014", "2014-12-15"),
        ("2019-13-45", None),
        ("05/06/2020", None),
        ("forthcoming", None),
    ],
)
def test_malformed_dates(check: Check, value: str, fixed: str | None) -> None:
    (finding,) = check("malformed-date", f"@online{{k, date = {{{value}}}}}\n", dialect="biblatex")
    assert [edit.text for edit in finding.edits] == ([fixed] if fixed else [])


@pytest.mark.parametrize("value", ["1999-05-06", "2019-11-11T13:56:32.211Z", "1999/", "199X", "2004-22", "1999~", ""])
def test_dates_let_be(check: Check, value: str) -> None:
    assert not check("malformed-date", f"@online{{k, date = {{{value}}}}}\n", dialect="biblatex")
    assert not check("malformed-date", "@online{k, date = {26.09.2020}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("date = {1984-05}, year = {1985}", ["year 1985, but date is `1984-05`"]),
        ("date = {1984-05}, month = {6}", ["month `6`, but date is `1984-05`"]),
        ("date = {2001/1999}", ["date `2001/1999` ends before it starts"]),
        ("date = {2019-06}, urldate = {2019-05-01}", ["read on 2019-05-01, before its date `2019-06`"]),
        ("date = {1984/1986}, year = {1985}", []),
        ("date = {1984-05}, month = may, year = 1984", []),
        ("date = {2019}, urldate = {2019-05-01}", []),
        ("date = {2019~}, urldate = {2018-05-01}", []),
        ("date = {199X}, year = {1995}", []),
    ],
)
def test_date_conflict(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("date-conflict", f"@online{{k, {fields}}}\n")] == messages


def test_an_article_may_be_read_before_its_issue_is_dated(check: Check) -> None:
    assert not check("date-conflict", "@article{k, date = {2019-06}, urldate = {2018-05-01}}\n")
    assert check("date-conflict", "@article{k, date = {2019-06}, urldate = {2017-05-01}}\n")


@pytest.mark.parametrize(
    ("entry", "reported"),
    [
        ("@online{k, url = {https://example.org}}", True),
        (r"@misc{k, howpublished = {\url{https://example.org}}}", True),
        ("@misc{k, url = {https://example.org}, note = {Accessed 3 May 2020}}", False),
        ("@online{k, url = {https://example.org}, urldate = {2020-05-03}}", False),
        ("@misc{k, url = {https://example.org}, doi = {10.1000/1}}", False),
        ("@article{k, url = {https://example.org}}", False),
    ],
)
def test_missing_urldate(check: Check, entry: str, reported: bool) -> None:
    assert bool(check("missing-urldate", entry + "\n")) == reported


YEARS = [
    ("@inproceedings{k, series = {SOSP '97}, year = {2007}}", ["year is 2007, but series `SOSP '97` says 1997"]),
    ("@inproceedings{doe2014, booktitle = {Symposium on Trees 2014}, year = {2004}}",
     ["year is 2004, but booktitle `Symposium on Trees 2014` says 2014 and the key `doe2014` says 2014"]),
    ("@misc{k, eprint = {1409.0473}, archivePrefix = {arXiv}, year = {2016}}",
     ["year is 2016, but arXiv identifier `1409.0473` says 2014"]),
    ("@inproceedings{k, series = {SOSP '97}, year = {1998}}", []),
    ("@inproceedings{k, booktitle = {Symposium on Trees, Seattle, June 1991}, year = {1993}}", []),
    ("@incollection{k, booktitle = {Studies 1931--1981}, year = {1984}}", []),
    ("@article{k, eprint = {1409.0473}, archivePrefix = {arXiv}, journal = {J. Trees}, year = {2016}}", []),
    ("@article{smith2017, title = {T}, year = {2020}}", []),
    ("@inproceedings{smith2017, series = {LNCS}, year = {2020}}", []),
    ("@book{k, year = {1999}, origdate = {1899}}", []),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "messages"), YEARS)
def test_year_mismatch(check: Check, entry: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("year-mismatch", entry + "\n")] == messages


def test_the_lag_is_an_option(check: Check) -> None:
    entry = "@inproceedings{k, series = {SOSP '97}, year = {2000}}\n"
    assert check("year-mismatch", entry)
    assert not check("year-mismatch", entry, lag=4)
