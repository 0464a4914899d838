r"""The rules on titles: what each reports and repairs, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Rule, title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("unprotected-capitals", "OSv: An OS", ["OSv", "OS"], "{OSv}: An {OS}"),
    ("unprotected-capitals", "Open-sourcing gVisor", ["gVisor"], "Open-sourcing {gVisor}"),
    ("unprotected-capitals", "On X-ray DNA", ["X-ray", "DNA"], "On {X-ray} {DNA}"),
    ("unprotected-capitals", "Multi-GPU IPv6 in 3D", ["Multi-GPU", "IPv6", "3D"], "{Multi-GPU} {IPv6} in {3D}"),
    ("unprotected-capitals", "Library OSes", ["OSes"], "Library {OSes}"),
    ("unprotected-capitals", "The O'Reilly way", ["O'Reilly"], "The {O'Reilly} way"),
    ("partial-word-braces", "The {D}NA", ["{D}NA"], "The {DNA}"),
    ("partial-word-braces", "{L}i{DAR}", ["{L}i{DAR}"], "{LiDAR}"),
    ("partial-word-braces", "f{MRI} and {N}{P}", ["f{MRI}", "{N}{P}"], "{fMRI} and {NP}"),
    ("all-caps-title", "LITERATE PROGRAMMING", ["{LITERATE PROGRAMMING}"], None),
    ("all-caps-title", "{THE LEGITIMACY} OF DEBT", ["{{THE LEGITIMACY} OF DEBT}"], None),
    ("double-braced-title", "{Literate Programming}", ["{Literate Programming}"], "Literate Programming"),
    ("trailing-period", "Literate Programming.", ["."], "Literate Programming"),
    ("trailing-period", "{Literate Programming.}", ["."], "{Literate Programming}"),
    ("export-residue", "Trees | Request PDF", [" | Request PDF"], "Trees"),
    ("export-residue", "TeX - Wikipedia", [" - Wikipedia"], "TeX"),
    ("export-residue", "(PDF) Trees", ["(PDF) "], "Trees"),
    ("export-residue", "Trees [Extended Abstract]", [" [Extended Abstract]"], "Trees"),
    ("export-residue", "Processing of structures*", ["*"], "Processing of structures"),
    ("export-residue", "A compu- tation", ["compu- tation"], "A computation"),
    ("spaced-hyphen", "Tangle - A Tool", [" - "], "Tangle---A Tool"),
]  # fmt: skip

CLEAN = [
    ("unprotected-capitals", "The Performance of Systems"),
    ("unprotected-capitals", "{DNA} and {gVisor}"),
    ("unprotected-capitals", "An E-Commerce Site by I. Newton, Part II"),
    ("unprotected-capitals", r"The $\mu$-kernel, $NP$ and \TeX"),
    ("unprotected-capitals", "THE DESIGN OF EVERYTHING"),
    ("unprotected-capitals", "X-ray vision"),
    ("unprotected-capitals", "The Xen-Blanket: Virtualize Once"),
    ("unprotected-capitals", "The 2nd and 20Th century"),
    ("partial-word-braces", r"H{\"a}rtig and \emph{x}y and \"{U}ber"),
    ("partial-word-braces", "{GPU}s, {B}ayesian, {FKBP}5, {DNA}-based"),
    ("all-caps-title", "NASA"),
    ("all-caps-title", "ISO 27001"),
    ("all-caps-title", "Literate Programming"),
    ("all-caps-title", "中华人民共和国国家标准"),
    ("double-braced-title", "{DNA} and {RNA}"),
    ("double-braced-title", "{BERT}"),
    ("double-braced-title", r"{\em Word} by word"),
    ("trailing-period", "Apple Inc."),
    ("trailing-period", "Made in the U.S."),
    ("trailing-period", "And then..."),
    ("trailing-period", "What is it?"),
    ("export-residue", "Two- and three-valued logics"),
    ("export-residue", "Vor- und Nachteile"),
    ("export-residue", "The search algorithm A*"),
    ("export-residue", "A title: of a work"),
    ("export-residue", "Wikipedia and its readers"),
    ("spaced-hyphen", "Tangle---A Tool - "),
]


@pytest.mark.parametrize(("rule", "title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, rule: str, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check(rule, text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check(rule, text)


@pytest.mark.parametrize(("rule", "title"), CLEAN)
def test_clean(check: Check, rule: str, title: str) -> None:
    assert not check(rule, f"@article{{k, title = {{{title}}}}}\n")


@pytest.mark.parametrize("type", ["book", "manual", "phdthesis", "proceedings"])
def test_styles_do_not_lower_the_titles_of_books(check: Check, type: str) -> None:
    assert not check("unprotected-capitals", f"@{type}{{k, title = {{A DNA}}}}\n")
    assert not check("unprotected-capitals", "@inproceedings{k, booktitle = {A DNA}}\n")


PROTECTION = [
    (["On {Bayesian} trees", "With Bayesian models"], ["b"]),
    (["On {Bayesian} trees", "With bayesian models", "With Bayesian models"], []),
    (["{On} {Bayesian} {Trees} {Again}", "With Bayesian models"], []),
    (["On {Growing} trees", "With Growing models"], []),
    (["On {BERT}", "With BERT"], []),
    (["On {Bayesian} trees", "Bayesian models"], []),
    (["Bayesian and Markov", "Markov and Bayesian"], []),
]


@pytest.mark.parametrize(("titles", "keys"), PROTECTION)
def test_inconsistent_protection(check: Check, titles: list[str], keys: list[str]) -> None:
    text = "".join(f"@article{{{'abc'[n]}, title = {{{title}}}}}\n" for n, title in enumerate(titles))
    assert [finding.key for finding in check("inconsistent-protection", text)] == keys


def test_mixed_title_case(check: Check) -> None:
    title = "@article{{k, title = {{{}}}}}\n".format
    texts = [
        title("The Design of Operating Systems"),
        title("The Structure of Computer Programs"),
        title("The design of trees in fields"),
    ]
    assert [finding.message for finding in check("mixed-title-case", "".join(texts))] == [
        "title in sentence case, and 2 of 3 are in title case"
    ]
    assert not check("mixed-title-case", texts[0] + texts[2])
    assert not check("mixed-title-case", texts[0] + texts[1])
