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
