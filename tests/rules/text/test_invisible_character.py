"""invisible-character: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair

INVISIBLE = [
    ("Micro\u200bservices", "Microservices"),
    ("Auto\xadmation", "Automation"),
    ("\u200ewww.example.org", "www.example.org"),
    ("\u202aThird\u202c", "Third"),
    ("10\xa0km", "10 km"),
    ("Diagrams:\u2009 A", "Diagrams: A"),
    ("trailing\xa0", "trailing"),
    ("a\ufeffb", "ab"),
    ("bell\x07 rings", "bell rings"),
    ("e\x0cect", "e\x0cect"),  # `ff`: a letter is missing
    ("Auf\u200clage", "Auflage"),
    ("Ѕoftware Arсhitecture", "Software Architecture"),
    ("{А}utomation", "{A}utomation"),
    ("ΑTP synthase", "ATP synthase"),
]


VISIBLE = [
    "می\u200cخواهم",  # Persian needs its non-joiner
    "क्\u200dष",
    "👩\u200d🔬",
    "שלום\u200f!",
    "Le titre\xa0: «\u202foui\u202f»",
    "TNFα and β-carotene, µm, Ω, ΔG, NF-κB, IFNγ",
    "Привет, Windows и LaTeXа",
    "СССР",
    "Wi-Fi в России",
    "plain text,\n\twith an indent",
    "Ångström",
    "中文　题目",
    "Å\x81Ã³dÅº, sÃ\xad",  # mojibake
]


@pytest.mark.parametrize(("value", "fixed"), INVISIBLE)
def test_invisible_characters_go(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("invisible-character", value)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", VISIBLE)
def test_characters_that_are_needed_stay(repair: Repair, value: str) -> None:
    assert repair("invisible-character", value) == ([], value)


def test_invisible_characters_are_named(check: Check) -> None:
    text = "@misc{k\u200b, \xa0title = {A}, doi = {10.1000/a\u200bb}, url = {http://a.org/\xa0b}}\n\ufeff@misc{l}\n"
    assert [(finding.message, bool(finding.edits)) for finding in check("invisible-character", text)] == [
        ("zero width space (U+200B) in the key: documents have to cite it with that character", False),
        ("no-break space (U+00A0) in the name of the field `\xa0title`, which no style knows", True),
        ("zero width space (U+200B)", True),
        ("byte order mark (U+FEFF) in the middle of a file", True),
    ]


@pytest.mark.parametrize(
    ("fields", "fixed"),
    [
        ("ti\u200btle = {A}, year = 1999", [True]),
        ("ti\u200btle = {A}, title = {B}", [False]),
        ("ti\u200btle = {A}, ti\u200btle = {B}", [False, False]),
        ("ti\u200btle = {A}, tit\u200ble = {B}, y\u200bear = 1999", [False, False, True]),
    ],
)
def test_a_name_is_mended_where_no_other_field_has_it(check: Check, fields: str, fixed: list[bool]) -> None:
    findings = check("invisible-character", f"@misc{{k, {fields}}}\n")
    assert [bool(finding.edits) for finding in findings] == fixed


def test_a_byte_order_mark_on_the_last_line(check: Check) -> None:
    text = "@misc{k, title = {T}}\ufeff"
    (finding,) = check("invisible-character", text, dialect="bibtex")
    assert apply(text, [finding]) == "@misc{k, title = {T}}"


def test_look_alikes_are_named(check: Check) -> None:
    (finding,) = check("invisible-character", "@misc{k, title = {Ѕoftwаre}}\n")
    assert finding.message == "`Ѕoftwаre` has `Ѕ` (U+0405), `а` (U+0430) among its Latin letters"


def test_a_value_is_one_finding(check: Check) -> None:
    text = "@misc{k, school = {University, \u200bEsch, \u200b\u200bLuxembourg}}\n"
    (finding,) = check("invisible-character", text)
    assert finding.message == "zero width space (U+200B), and 1 more here"
    assert len(finding.edits) == 2


def test_a_mark_before_an_entry(check: Check) -> None:
    for text in ("\n\ufeff@misc{k}\n", "\ufeff\ufeff@misc{k}\n", "@misc{k}\n\ufeff@misc{l}\n"):
        (found,) = check("invisible-character", text)
        assert found.span.start == text.index("\ufeff")
        assert found.message == "byte order mark (U+FEFF) in the middle of a file"
    assert not check("invisible-character", "junk\n@misc{k}\n")
