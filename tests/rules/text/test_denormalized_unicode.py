"""denormalized-unicode: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("Mu\u0308ller Rene\u0301", "Müller René"),
        ("Tereščenko".replace("š", "s\u030c").replace("č", "c\u030c"), "Tereščenko"),
        ("か\u3099", "が"),
        ("\u1112\u1161\u11ab", "한"),
        ("5 \u212b", "5 Å"),
        ("Hoàng Thi\u0323", "Hoàng Thị"),
    ],
)
def test_letters_are_composed(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("denormalized-unicode", value)
    assert len(findings) == 1
    assert repaired == fixed


@pytest.mark.parametrize("value", ["Müller", "q\u0308 and x\u0323", "שָׁלוֹם", "\ufb2a", "神\ufa19", "\u0308"])
def test_what_has_no_composed_form_stays(repair: Repair, value: str) -> None:
    assert repair("denormalized-unicode", value) == ([], value)


def test_a_value_is_one_finding(check: Check) -> None:
    (finding,) = check("denormalized-unicode", "@misc{k, author = {Mu\u0308ller, Rene\u0301}, file = {u\u0308.pdf}}\n")
    assert finding.message == "`ü` is written as U+0075 U+0308, and 1 more here"


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("title = {u\u0308}", ["`ü` is written as U+0075 U+0308"]),
        ("title = {u\u0308 o\u0308}", ["`ü` is written as U+0075 U+0308, and 1 more here"]),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("denormalized-unicode", "@article{k, " + fields + "}\n")] == messages
