"""implausible-year: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("entry", "messages"),
    [
        ("@book{k, year = {2104}}", ["the year 2104 lies in the future; look it up"]),
        ("@book{k, date = {2104-05}}", ["the year 2104 lies in the future; look it up"]),
        ("@book{k, year = {1104}}", ["year 1104 of an @book is before printing was invented; look it up"]),
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
