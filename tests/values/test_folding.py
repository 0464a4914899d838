"""Names folded for comparison."""

from __future__ import annotations

import pytest

from bibcheck.values.folding import fold_name


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
