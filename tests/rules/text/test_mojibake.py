"""mojibake: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from bibcheck.rules import rule_categories
from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair


def garble(text: str) -> str:
    """Text in UTF-8 as a program for Windows-1252 shows it."""
    return "".join(
        bytes([byte]).decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252") for byte in text.encode()
    )


GARBLED = [
    *("Müller", "Österreich", "naïve’s", "“quoted”", "a–b", "TGF-β1", "Łódź", "Čapek", "Привет мир", "São", "20 °C"),
    *(
        "«x»",
        "中文题目",
        "€5",
        "x→y",
        "≤",
        "😀",
        "Ñandú",
        "İstanbul",
        "voilà la",
        "à la",
        "Éric",
        "Ångström",
        "½ œuvre",
    ),
]


GOOD = [
    *(
        "“CAFÉ”",
        "„Gruß“",
        "É…",
        "MÃ",
        "IRMÃ”",
        "« ROMÂNIA »",
        "ROMÂNIÂ»",
        "à »",
        "é »",
        "Tomáš",
        "2–4 × 10",
        "Å–Ö",
        "„Ä“",
    ),
    *("São", "Ñ’s", "SÃO PAULO", "Ní Chasaide", "à “x”", "Pâ“…", "L’É–A", "naï»", "Â", "A Â B", "â €", "Üž", "ŘÍŠE"),
    *("5 Å\xa0resolution", "é\xa0»", "à\xa0la", "ß“", "Привет", "中文", "Ελλάδα", "ﻣﺮﺣﺒﺎ", "üÿ"),
]


@pytest.mark.parametrize("text", GARBLED)
def test_garbled_text_is_decoded(repair: Repair, text: str) -> None:
    findings, repaired = repair("mojibake", garble(text))
    assert len(findings) == 1
    assert repaired == text


@pytest.mark.parametrize("text", ["Müller", "é", "“quoted”", "São"])
def test_text_that_was_garbled_twice(repair: Repair, text: str) -> None:
    assert repair("mojibake", garble(garble(text)))[1] == text


@pytest.mark.parametrize("text", [*GARBLED, *GOOD])
def test_good_text_is_not_garbled(repair: Repair, text: str) -> None:
    assert repair("mojibake", text) == ([], text)


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("the library\x92s \x93plane\x94 1\x962", "the library’s “plane” 1–2"),
        ("oÌˆ a", "ö a"),
        ("fiï¬\x81x", "fifix"),
        ("20Â\xa0km", "20 km"),
        ("â€œcutâ€", "“cut”"),
        # What would still be garbled stays for the author.
        ("near PoznaÂ´n", "near PoznaÂ´n"),
        ("MÃ¼ller and Bj\ufffdrge", "MÃ¼ller and Bj\ufffdrge"),
    ],
)
def test_odd_damage(repair: Repair, value: str, fixed: str) -> None:
    assert repair("mojibake", value)[1] == fixed


def test_what_is_lost_is_reported(repair: Repair) -> None:
    findings, repaired = repair("mojibake", "Bj�rge, Arne and GaÂ¿rdenfors, Peter")
    assert [finding.message for finding in findings] == [
        "`Bj�rge` has lost characters that some program could not read, and 1 more here; look them up"
    ]
    assert repaired == "Bj�rge, Arne and GaÂ¿rdenfors, Peter"


def test_keys_and_unprinted_fields_are_judged_and_keys_not_changed(check: Check) -> None:
    text = "@string{a = {MÃ¼nchen}}\n@misc{mÃ¼ller, abstract = {KÃ¶ln}, address = a, file = {/home/MÃ¼ller.pdf}}\n"
    findings = check("mojibake", text)
    assert [(text[slice(*finding.span)], bool(finding.edits)) for finding in findings] == [
        ("Ã¼", True),
        ("Ã¼", False),
        ("Ã¶", True),
    ]
    assert findings[1].message == "`mÃ¼ller` was read in the wrong encoding: `müller`"


def test_what_is_lost_in_an_abstract_is_let_be(check: Check) -> None:
    assert not check("mojibake", "@misc{k, abstract = {Bj\ufffdrge}, keywords = {GaÂ¿rdenfors}}\n")
    assert check("mojibake", "@misc{k, note = {Bj\ufffdrge}}\n")


UNDECODED = "@article{k, author = {\udcd8\udcec\udce5\udceb, \udcc0. \udcc3.}, title = {\udcca \udce2\udcee}}\n"


@pytest.mark.parametrize("rule", [name for name, category in rule_categories().items() if category == "text"])
def test_bytes_that_were_not_decoded_are_no_text(check: Check, rule: str) -> None:
    assert rule == "non-ascii" or not check(rule, UNDECODED)


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("title = {Ã¼ber}", ["`Ã¼ber` was read in the wrong encoding: `über`"]),
        ("title = {Ã¼ber Ã¶l}", ["`Ã¼ber` was read in the wrong encoding: `über`, and 1 more here"]),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("mojibake", "@article{k, " + fields + "}\n")] == messages
