"""Slips in names: where they are, and the name without them."""

from __future__ import annotations

import pytest

from bibcheck.venues.spelling import find_slips, spell


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("International Converence on Trees", "International Conference on Trees"),
        ("Prodeedings of the 5th Converence", "Proceedings of the 5th Conference"),
        ("THE AMERCIAN INSTITUTE OF TREES", "THE AMERICAN INSTITUTE OF TREES"),
        ("International Conference on Trees", "International Conference on Trees"),
        ("Actes de la Converence", "Actes de la Converence"),
        ("Converence", "Converence"),
        ("Converence on Trees" + " and Trees" * 100, "Converence on Trees" + " and Trees" * 100),
    ],
)
def test_a_name_without_its_slips(name: str, spelled: str) -> None:
    assert spell(name) == spelled
    assert bool(find_slips(name)) == (name != spelled)
    assert not find_slips(spelled)
