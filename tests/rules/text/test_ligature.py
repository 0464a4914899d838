"""ligature: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.text.conftest import Repair


@pytest.mark.parametrize(
    ("value", "fixed"), [("Eﬃcient ﬂow", "Efficient flow"), ("Brieﬁngs", "Briefings"), ("ﬅ ﬆ ﬀ", "st st ff")]
)
def test_ligatures_become_letters(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("ligature", value)
    assert len(findings) == 1
    assert repaired == fixed


@pytest.mark.parametrize("value", ["Efficient", "œuvre, Ĳssel, æther", "ﻣﺮﺣﺒﺎ", "Ⅳ"])
def test_letters_that_are_no_ligatures_of_a_copy(repair: Repair, value: str) -> None:
    assert repair("ligature", value) == ([], value)
