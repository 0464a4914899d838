"""Addresses as city, region and country."""

from __future__ import annotations

import pytest

from bibcheck.values.addresses import Address, read_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("New York, NY, USA", ("new york", "NY", "USA")),
        ("New York, N. Y.", ("new york", "NY", "USA")),
        ("Cambridge, Massachusetts", ("cambridge", "MA", "USA")),
        ("Cambridge, Mass., U.S.A.", ("cambridge", "MA", "USA")),
        ("Cambridge, England", ("cambridge", "", "UK")),
        ("Washington D. C.", ("washington", "DC", "USA")),
        ("Washington, D.C.", ("washington", "DC", "USA")),
        ("Montréal, QC", ("montreal", "QC", "Canada")),
        ("Tbilisi, Georgia", ("tbilisi", "", "Georgia")),
        ("The Hague", ("hague", "", "")),
        ("Berlin/New York", ("berlin + new york", "", "")),
    ],
)
def test_a_city(text: str, address: tuple[str, str, str]) -> None:
    assert read_address(text) == Address(*address)


@pytest.mark.parametrize(
    "text", ["", "1 Main Street", "Banning, Morongo Reservation", "Oxford and Boston, MA", "x" * 90]
)
def test_no_city(text: str) -> None:
    assert read_address(text) is None


def test_which_addresses_are_bare() -> None:
    found = {text: read_address(text) for text in ("Boston", "Boston, MA", "Rome, Italy", "Ely")}
    assert {text: address.is_bare for text, address in found.items() if address} == {
        "Boston": True,
        "Boston, MA": False,
        "Rome, Italy": False,
        "Ely": True,
    }
    assert read_address("IN") is None
    assert read_address("Boston, MA, USA, Earth") is None
    assert read_address("Boston, MA, USA, USA") is None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Boston", "Boston", True),
        ("Boston", "Austin", False),
        ("Boston, MA", "Boston", True),
        ("Boston, MA", "Boston, USA", True),
        ("Boston, MA", "Boston, MA", True),
        ("Boston, MA", "Boston, TX", False),
        ("Boston, MA", "Boston, England", False),
        ("Boston, England", "Boston", True),
        ("Boston, England", "Boston, England", True),
        ("Boston, England", "Boston, Canada", False),
    ],
)
def test_addresses_that_may_be_one_place(one: str, other: str, agree: bool) -> None:
    first, second = read_address(one), read_address(other)
    assert first and second
    assert first.agrees(second) is second.agrees(first) is agree
