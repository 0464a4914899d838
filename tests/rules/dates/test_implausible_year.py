"""implausible-year: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import time

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
        ("@book{k, year = {2028}}", ["the year 2028 lies in the future; look it up"]),
        ("@book{k, year = {1300}}", []),
        ("@book{k, year = {1299}}", ["year 1299 of an @book is before printing was invented; look it up"]),
        ("@book{k, date = {0000}}", []),
        ("@book{k, date = {unknown}}", []),
        ("@book{k, year = {2104}}\n@book{l, year = {2105}}", []),
        ("@book{k, year = {2028}}\n@book{l, year = {2028}}", []),
        ("@book{k, year = {2104}}\n@book{l, year = {2027}}", ["the year 2104 lies in the future; look it up"]),
        (
            "@book{k, year = {2104}}\n@book{l, year = {2104}}\n@book{m, year = {2020}}",
            ["the year 2104 lies in the future; look it up"] * 2,
        ),
    ],
)
def test_implausible_year(check: Check, entry: str, messages: list[str]) -> None:
    findings = check("implausible-year", entry + "\n", today="2026-11-24")
    assert [finding.message for finding in findings] == messages


def test_the_clock_says_what_today_is(check: Check) -> None:
    assert not check("implausible-year", f"@book{{k, year = {{{time.localtime().tm_year + 1}}}}}\n")
    assert check("implausible-year", f"@book{{k, year = {{{time.localtime().tm_year + 3}}}}}\n")
