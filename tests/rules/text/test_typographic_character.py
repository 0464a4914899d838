"""typographic-character: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.text.conftest import Repair


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("“Simple” – the Author’s View…", r"``Simple'' -- the Author's View{\ldots}"),
        ("a—b ‘c’", "a---b `c'"),
        ("„Einfach“", "„Einfach“"),
    ],
)
def test_signs_as_tex_writes_them(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("typographic-character", value)
    assert len(findings) == 1
    assert repaired == fixed


def test_dashes_in_ranges_are_other_rules_business(repair: Repair) -> None:
    assert repair("typographic-character", "1–5", "pages") == ([], "1–5")
    assert repair("typographic-character", "``Simple'' -- \\url{a–b}") == ([], "``Simple'' -- \\url{a–b}")


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("title = {a \u2013 b}", ["`\u2013` (U+2013) where TeX has a form of its own"]),
        ("title = {a \u2013 b \u2013 c}", ["`\u2013` (U+2013) where TeX has a form of its own, and 1 more here"]),
    ],
)
def test_the_message_says_how_many(check, fields, messages) -> None:
    assert [finding.message for finding in check("typographic-character", "@article{k, " + fields + "}\n")] == messages
