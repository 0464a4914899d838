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


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("title = {e\ufb03cient}", ["`\ufb03` is one character (U+FB03) for `ffi`"]),
        ("title = {e\ufb03cient e\ufb03cient}", ["`\ufb03` is one character (U+FB03) for `ffi`, and 1 more here"]),
    ],
)
def test_the_message_says_how_many(check, fields, messages) -> None:
    assert [finding.message for finding in check("ligature", "@article{k, " + fields + "}\n")] == messages
