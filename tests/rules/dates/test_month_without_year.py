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
