"""date-conflict: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("date = {1984-05}, year = {1985}", ["year 1985, but date is `1984-05`: keep what is right"]),
        ("date = {1984-05}, month = {6}", ["month `6`, but date is `1984-05`: keep what is right"]),
        ("date = {2001/1999}", ["date `2001/1999` ends before it starts; look it up"]),
        ("date = {2019-06}, urldate = {2019-05-01}", ["urldate 2019-05-01 is before the date `2019-06`"]),
        ("date = {1984/1986}, year = {1985}", []),
        ("date = {/1986}, month = {6}", []),
        ("date = {/1986}, year = {1985}", []),
        ("date = {1984-05}, month = may, year = 1984", []),
        ("date = {2019}, urldate = {2019-05-01}", []),
        ("date = {2019~}, urldate = {2018-05-01}", []),
        ("date = {199X}, year = {1995}", []),
        ("date = {1984-05-10/1984-05-03}", ["date `1984-05-10/1984-05-03` ends before it starts; look it up"]),
        ("date = {1984-05-03/1984-05-03}", []),
        ("date = {1984-05/1983}", ["date `1984-05/1983` ends before it starts; look it up"]),
        ("date = {1984-05/1984-06}, month = {6}", []),
        ("date = {1984-05}, month = {May}", []),
        ("date = {1984-05}, month = {June}", ["month `June`, but date is `1984-05`: keep what is right"]),
        ("date = {1984-05}, month = {June/July}", []),
        ("date = {1984/1986}, year = {1986}", []),
        ("date = {1984/1986}, year = {1987}", ["year 1987, but date is `1984/1986`: keep what is right"]),
        ("date = {1984/1986}, year = {1983}", ["year 1983, but date is `1984/1986`: keep what is right"]),
        ("date = {2019-06-02}, urldate = {2019-06-02}", []),
        ("date = {2019-06-02}, urldate = {2019-06-01}", ["urldate 2019-06-01 is before the date `2019-06-02`"]),
        ("date = {2019}, urldate = {last week}", []),
        ("date = {nonsense}, urldate = {2019-06-01}", []),
    ],
)
def test_date_conflict(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("date-conflict", f"@online{{k, {fields}}}\n")] == messages


def test_an_article_may_be_read_before_its_issue_is_dated(check: Check) -> None:
    assert not check("date-conflict", "@article{k, date = {2019-06}, urldate = {2018-05-01}}\n")
    assert check("date-conflict", "@article{k, date = {2019-06}, urldate = {2017-05-01}}\n")
