"""malformed-date: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


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
        ("1985-1030", None),
        ("1.2.2020", "2020-02-01"),
        ("1. 2. 2020", "2020-02-01"),
        ("2020.6.1", "2020-06-01"),
        ("1999-5-3", "1999-05-03"),
        ("2020-05-03 12:30", "2020-05-03"),
        ("2020-02-30 12:30", None),
        ("30.02.2020", None),
        ("1999 / 2001", "1999/2001"),
        ("3rd of May, 1999", None),
        ("3rd May, 1999", "1999-05-03"),
        ("May or June 1999", None),
        ("May 1999, June 1999", None),
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
    ("text", "pointed_at"),
    [
        ("@online{k, date = { 26.09.2020 }}\n", "26.09.2020"),
        ("@online{k, urldate = {26.09.2020}}\n", "26.09.2020"),
        ('@string{d = "26.09.2020"}\n@online{k, date = d}\n', "d"),
    ],
)
def test_where_it_points(check: Check, text: str, pointed_at: str) -> None:
    (finding,) = check("malformed-date", text, dialect="biblatex")
    assert text[slice(*finding.span)] == pointed_at
