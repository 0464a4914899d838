"""Names folded for comparison."""

from __future__ import annotations

import pytest

from bibcheck.values.folding import fold_name, loses_accents


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Journal of  Trees", "journal of trees"),
        ("Trees & Bushes", "trees and bushes"),
        ("Z\u00fcrich", "zurich"),
        ("Stra\u00dfe", "strasse"),
        ("Int'l J. Trees", "intl j trees"),
        ("Int\u2019l J. Trees", "intl j trees"),
        ("Trees-3_a", "trees 3 a"),
        ("", ""),
    ],
)
def test_a_name_is_folded(text: str, folded: str) -> None:
    assert fold_name(text) == folded


@pytest.mark.parametrize(
    ("name", "form", "loses"),
    [
        ("Z\u00fcrich", "Zurich", True),
        ("Zurich", "Z\u00fcrich", False),
        ("Zurich", "zurich", False),
        ("Z\u00fcrich", "Z\u00fcrich, CH", False),
        ("Z\u00fcrich", "Bern", False),
    ],
)
def test_a_form_without_the_accents(name: str, form: str, loses: bool) -> None:
    assert loses_accents(name, form) == loses
