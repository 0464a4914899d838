"""Capitals that a style would lower: the words reported, the braces written."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("OSv: An OS", ["OSv", "OS"], "{OSv}: An {OS}"),
    ("Open-sourcing gVisor", ["gVisor"], "Open-sourcing {gVisor}"),
    ("On X-ray DNA", ["X-ray", "DNA"], "On {X-ray} {DNA}"),
    ("Multi-GPU IPv6 in 3D", ["GPU", "IPv6", "3D"], "Multi-{GPU} {IPv6} in {3D}"),
    ("Library OSes", ["OSes"], "Library {OSes}"),
    ("The O'Reilly way", ["O'Reilly"], "The {O'Reilly} way"),
    ("On RSSI-Based and HMM-based work", ["RSSI", "HMM"], "On {RSSI}-Based and {HMM}-based work"),
    ("NP-Hard and SUSY-QCD-Inspired", ["NP", "SUSY-QCD"], "{NP}-Hard and {SUSY-QCD}-Inspired"),
    ("On Auto-PyTorch and AMD-Xilinx", ["Auto-PyTorch", "AMD-Xilinx"], "On {Auto-PyTorch} and {AMD-Xilinx}"),
    ("On Non-IID data and COVID-19", ["IID", "COVID-19"], "On Non-{IID} data and {COVID-19}"),
    ("On LaTeX's way", ["LaTeX"], "On {LaTeX}'s way"),
    ("使用GBK字符集", ["GBK"], "使用{GBK}字符集"),
    ("The UML and the UML again", ["UML"], "The {UML} and the {UML} again"),
    ("VLSI and {VLSI}", ["VLSI"], "{VLSI} and {VLSI}"),
    ("The impact of C60 on L1-norm models", ["C60", "L1"], "The impact of {C60} on {L1}-norm models"),
    (r"Ionization of Na$_{2}$ and CO$_2$", ["Na", "CO"], r"Ionization of {Na}$_{2}$ and {CO}$_2$"),
    (r"La$_{2}$CuO$_4$ in L$^2$", ["CuO", "L"], r"La$_{2}${CuO}$_4$ in {L}$^2$"),
    (
        "By dN/dS ratios and DEAL.II in TCP/IP-based EE.UU.",
        ["dN/dS", "DEAL.II", "TCP/IP", "EE.UU"],
        "By {dN/dS} ratios and {DEAL.II} in {TCP/IP}-based {EE.UU}.",
    ),
    ("On CPU/memory and DNA. RNA/ATP", ["CPU", "DNA", "RNA/ATP"], "On {CPU}/memory and {DNA}. {RNA/ATP}"),
    ("The NASA OSIRIS mission", ["NASA", "OSIRIS"], "The {NASA} {OSIRIS} mission"),
]
CLEAN = [
    "The Performance of Systems",
    "{DNA} and {gVisor}",
    "An E-Commerce Site by I. Newton, Part II",
    r"The $\mu$-kernel, $NP$ and \TeX",
    "THE DESIGN OF EVERYTHING",
    "X-ray vision",
    r"Na$_2$: Na$_3$ in {Na$_2$} and {Na}$_2$, by $K_A$ and Euler$^1$",
    "C60: a molecule of {C60} and of type $A4$",
    "The Xen-Blanket: Virtualize Once",
    "The 2nd and 20Th century",
    "Toute L'Odyssée",
    "A La-TeX package",
    "Caf&#x00E9; and U+00E9",
    "See https://GitHub.com/FooBar.html",
    "Part I/II of chapter II.IV",
]


@pytest.mark.parametrize(("title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check("unprotected-capitals", text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check("unprotected-capitals", text)


@pytest.mark.parametrize("title", CLEAN)
def test_clean(check: Check, title: str) -> None:
    assert not check("unprotected-capitals", f"@article{{k, title = {{{title}}}}}\n")


@pytest.mark.parametrize("type", ["book", "manual", "phdthesis", "proceedings"])
def test_styles_do_not_lower_the_titles_of_books(check: Check, type: str) -> None:
    assert not check("unprotected-capitals", f"@{type}{{k, title = {{A DNA}}}}\n")
    assert not check("unprotected-capitals", "@inproceedings{k, booktitle = {A DNA}}\n")


def test_a_word_that_stands_twice_is_one_finding(check: Check) -> None:
    [finding] = check("unprotected-capitals", "@misc{k, title = {The UML and the UML again}}\n")
    assert finding.message == "`UML` without braces, which styles set as `uml` (and 1 more in this title)"


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("title = {The GPU}", ["`GPU` without braces, which styles set as `gpu`"]),
        (
            "title = {The GPU and CPU}",
            ["`GPU` without braces, which styles set as `gpu`", "`CPU` without braces, which styles set as `cpu`"],
        ),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("unprotected-capitals", "@article{k, " + fields + "}\n")] == messages


GERMAN = "".join(f"@article{{g{n}, title = {{Die Kunst und das Holz}}}}\n" for n in range(6))
ENGLISH = "@article{e, title = {The GPU for trees}}\n"


@pytest.mark.parametrize(
    ("others", "title", "is_reported"),
    [
        (GERMAN, "DANTE-Mitgliederversammlung", False),
        (GERMAN, "The DNA of trees", True),
        (GERMAN + 2 * ENGLISH, "DANTE-Mitgliederversammlung", False),
        (GERMAN + 3 * ENGLISH, "DANTE-Mitgliederversammlung", True),
        (GERMAN[: GERMAN.index("@article{g4")], "DANTE-Mitgliederversammlung", True),
    ],
)
def test_titles_in_a_german_file(check: Check, others: str, title: str, is_reported: bool) -> None:
    findings = check("unprotected-capitals", f"{others}@article{{k, title = {{{title}}}}}\n")
    assert ("k" in [finding.key for finding in findings]) == is_reported
