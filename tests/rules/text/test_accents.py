"""malformed-accent, non-ascii and typographic-character."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair

ACCENTS = [
    (r"H{\"}artig", r"H{\"a}rtig"),
    (r"{\'}Etude {\`}a", r"{\'E}tude {\`a}"),
    (r"{\v}skoda {\c}c", r"{\v s}koda {\c c}"),
    (r"{\"}{u}ber {\"}\i", r"{\"u}ber {\"\i}"),
    (r"Espa{\~}na", r"Espa{\~n}a"),
    (r"M\"{}uller", r"M{\"u}ller"),
    (r"Schr\"{od}inger", r"Schr{\"o}dinger"),
    (r"\c{co}", r"{\c c}o"),
    (r"O{\'}Reilly and Men{\'}s", "O'Reilly and Men's"),
    ("O´Reilly and author´s", "O'Reilly and author's"),
    ("Gaia`s and D`Angelo", "Gaia's and D'Angelo"),
    ("Universite´ syste´matique Zai¨re", "Université systématique Zaïre"),
    ("M¨uller Garc´ıa Mu˜noz Fran¸cois", "Müller García Muñoz François"),
    ('G{"u}nther and B{\'o}di and {"O}zg', r"G{\"u}nther and B{\'o}di and {\"O}zg"),
]
NO_FIX = [
    r"d{\'}autres",
    r"Kol{\'}tsov",
    r"5\^{th} and 1\^{er}",
    "valle´e",
    "caf\\'",
    r"{\'}",
    r"{\~}user",
    r"at z {\~}8",
]
GOOD = [
    r"H\"{a}rtig, H\"artig, H{\"a}rtig, H{\"{a}}rtig, {\'{E}}tude",
    r"\"{\i} \'{\i} {\'\i} \'{\^e} \v{s} {\v{s}} \c{c} \c c {\c{c}} \H{o} \t{oo} \={a} \.{I} \r{a} \k{a}",
    r"\~{} \^{} \"{} \url{http://a.org/{\~}user}",
    r"Kol\'{}tsov Rus\'{}",
    r"$\v{xy}$ and \u{00e9}",
    "Vasil´ev, Gonz´alez, Kul´tura",  # a soft sign or an accent
    "Ka`ba, al-Ma`mun, ``quoted'', it's",
    "{'s} and don{'t}, {\"Title\"}",
    r"\textasciiacute",
]


@pytest.mark.parametrize(("value", "fixed"), ACCENTS)
def test_accents_go_over_their_letters(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("malformed-accent", value)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", NO_FIX)
def test_accents_that_only_the_author_can_place(check: Check, value: str) -> None:
    findings = check("malformed-accent", f'@misc{{k, title = "{value}"}}\n')
    assert findings
    assert not any(finding.edits for finding in findings)


@pytest.mark.parametrize("value", GOOD)
def test_good_accents(repair: Repair, value: str) -> None:
    assert repair("malformed-accent", value) == ([], value)


LATEX = [
    ("Müller", r"M{\"u}ller"),
    ("Mu\u0308ller", r"M{\"u}ller"),
    ("Größe – Maß", r"Gr{\"o}{\ss}e -- Ma{\ss}"),
    ("“x” y’s", "``x'' y's"),
    ("Łódź, Čapek, şeker, ṭa, Őz", r"{\L}{\'o}d{\'z}, {\v{C}}apek, {\c{s}}eker, {\d{t}}a, {\H{O}}z"),
    ("α ≤ 5 °C, © €", r"{\ensuremath{\alpha}} {\ensuremath{\leq}} 5 {\textdegree}C, {\textcopyright} {\texteuro}"),
    ("é and 中文", r"{\'e} and 中文"),
]


@pytest.mark.parametrize(("value", "fixed"), LATEX)
def test_letters_in_latex(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("non-ascii", value)
    assert findings
    assert repaired == fixed


def test_letters_in_latex_are_for_bibtex(repair: Repair) -> None:
    assert repair("non-ascii", "Müller", dialect="biblatex") == ([], "Müller")
    assert repair("non-ascii", r"\url{https://a.org/é} M{\"u}ller") == ([], r"\url{https://a.org/é} M{\"u}ller")
    assert repair("non-ascii", "Müller", "abstract") == ([], "Müller")


def test_what_latex_cannot_write_is_a_finding_of_its_own(repair: Repair) -> None:
    findings, _ = repair("non-ascii", "é and 中文")
    assert [(finding.message, len(finding.edits)) for finding in findings] == [
        ("`é` is not ASCII: in LaTeX `{\\'e}`", 1),
        ("`中` is not ASCII; 1 more here", 0),
    ]


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
