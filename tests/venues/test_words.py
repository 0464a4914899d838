"""Which words of a name stand for which of another."""

from __future__ import annotations

import pytest

from bibcheck.venues.words import is_abbreviated


@pytest.mark.parametrize(
    ("written", "name", "is_abbreviation"),
    [
        ("Int. J. Numer. Meth. Engrg.", "International Journal for Numerical Methods in Engineering", True),
        ("Int'l J. of Nets", "International Journal of Nets", True),
        ("J Nets", "Journal of Nets", True),
        ("Jo Nets", "Journal of Nets", False),
        ("Softw Nets", "Software Nets", False),
        ("Softw. Nets", "Software Nets", True),
        ("Sw. Nets", "Software Nets", False),  # of two letters, only the first ones
        ("Sfw. Nets", "Software Nets", True),
        ("Softx. Nets", "Software Nets", False),
        ("Softwares. Nets", "Software Nets", False),
        ("Moftw. Nets", "Software Nets", False),
        ("Softw. Nets", "Software", False),
        ("Softw.", "Software Nets", False),
        ("Softw. Net", "Software Nets", True),  # its full stop may have gone with what stood behind it
        ("Software Net", "Software Nets", False),
        ("Softwaret. Nets", "Software Nets", False),
        ("Softw/Nets", "Software Nets", False),
        ("Nets of the Trees", "Nets on Trees", True),
    ],
)
def test_what_stands_for_a_name(written: str, name: str, is_abbreviation: bool) -> None:
    assert is_abbreviated(written, name) is is_abbreviation
