"""non-ascii: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.text.conftest import Repair

LATEX = [
    ("Müller", r"M{\"u}ller"),
    ("Mu\u0308ller", r"M{\"u}ller"),
    ("Größe – Maß", r"Gr{\"o}{\ss}e -- Ma{\ss}"),
    ("“x” y’s", "``x'' y's"),
    ("Łódź, Čapek, şeker, ṭa, Őz", r"{\L}{\'o}d{\'z}, {\v{C}}apek, {\c{s}}eker, {\d{t}}a, {\H{O}}z"),
    ("α ≤ 5 °C, © €", r"{\ensuremath{\alpha}} {\ensuremath{\leq}} 5 {\textdegree}C, {\textcopyright} {\texteuro}"),
    ("é and 中文", r"{\'e} and 中文"),
    ("é and Наука, ə, ⅓", r"{\'e} and Наука, ə, ⅓"),
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
    ("fields", "messages"),
    [
        ("title = {Müller}", ['`ü` is not ASCII: in LaTeX `{\\"u}`']),
        ("title = {Müller Müller}", ['`ü` is not ASCII: in LaTeX `{\\"u}`; 1 more here']),
    ],
)
def test_the_message_says_how_many(check, fields, messages) -> None:
    assert [finding.message for finding in check("non-ascii", "@article{k, " + fields + "}\n")] == messages
