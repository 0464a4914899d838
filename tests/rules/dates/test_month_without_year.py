"""month-without-year: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


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


def test_what_is_to_be_added(check: Check) -> None:
    found = check("month-without-year", "@misc{k, month = jan}\n@misc{l, day = 5, year = 1999}\n")
    assert [finding.message for finding in found] == [
        "month without a year; add the year",
        "day without a month; add the month",
    ]
