"""mojibake, invisible-character, ligature, unicode-escape and denormalized-unicode: damaged characters."""

from __future__ import annotations

import pytest

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


def test_look_alikes_are_named(check: Check) -> None:
    (finding,) = check("invisible-character", "@misc{k, title = {Ѕoftwаre}}\n")
    assert finding.message == "`Ѕoftwаre` has `Ѕ` (U+0405), `а` (U+0430) among its Latin letters"


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


ESCAPES = [
    (r"Andr\u00e9", "André"),
    (r"{\u00e9}t\u00E9", "{é}té"),
    (r"AT\u0026T", r"AT\&T"),
    (r"Andr{\textbackslash}u00e9", "André"),
    (r"\\u4e2d\\u6587", "中文"),
    (r"\ud83d\ude00", "😀"),
    (r"M\xfcller", "Müller"),
    (r"M\xc3\xbcller \xe9", "Müller é"),
    ("%C3%89tudes", "Études"),
    (r"M\%C3\%BCller", "Müller"),
    (r"e\u0301t", "ét"),
    (r"a\u00a0b", "a b"),
    (r"\u2013", "–"),
    (r"a\u007bb", r"a\u007bb"),  # a brace needs an author
]
NO_ESCAPES = [
    r"\u{g}, \u g, \u{\i}, \uline{ab12}, \underline{x}",
    r"\xbar, \xi, \xrightarrow{x}, $\xbar$, \xspace",
    r"\uface and \udead",
    r"100\% of 50\%20 and 20%",
    r"\url{https://a.org/%C3%89tudes} and https://a.org/%C3%89",
    r"%FF%FE",
]


@pytest.mark.parametrize(("value", "fixed"), ESCAPES)
def test_escapes_become_characters(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("unicode-escape", value)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", NO_ESCAPES)
def test_commands_and_addresses_are_no_escapes(repair: Repair, value: str) -> None:
    assert repair("unicode-escape", value) == ([], value)


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
