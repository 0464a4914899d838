"""Values that a template or a program put where nothing is known."""

from __future__ import annotations

import pytest

from bibcheck.values.placeholders import is_placeholder


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("volume", "TBD", True),
        ("volume", "{TBD}", True),
        ("note", " TODO ", True),
        ("pages", "??", True),
        ("publisher", "N/A", True),
        ("volume", "xxxi", False),
        ("volume", "xxx", False),
        ("note", "xxx", True),
        ("volume", "12", False),
        ("note", "TBD" + "?" * 200, False),
    ],
)
def test_a_placeholder(name: str, value: str, expected: bool) -> None:
    assert is_placeholder(name, value) == expected
