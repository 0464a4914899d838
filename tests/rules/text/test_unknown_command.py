"""unknown-command: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

KNOWN = [
    r"\emph{a} \TeX \textsuperscript{2} $\alpha \leq \mathbb{R}$ \L\'{o}d\'z \c{c} \url{\foo} \\ \& \, \ ",
    r"\verb|\foo| \href{\foo}{a} \mbox{a} \textcelsius \dag",
    "nothing",
]


@pytest.mark.parametrize("value", KNOWN)
def test_commands_that_latex_has(check: Check, value: str) -> None:
    assert not check("unknown-command", f"@misc{{k, title = {{{value}}}}}\n")


def test_commands_that_nobody_defines(check: Check) -> None:
    text = "@misc{k, title = {The \\pkg{a} and \\href{b}{\\proglang{c}}}}\n"
    findings = check("unknown-command", text)
    assert [text[slice(*finding.span)] for finding in findings] == ["\\pkg", "\\proglang"]
    assert findings[0].message == "LaTeX knows no command `\\pkg`"


@pytest.mark.parametrize(
    "definition",
    [
        "\\newcommand{\\pkg}[1]{#1}",
        "\\providecommand*\\pkg[1]{#1}",
        "\\def\\pkg#1{#1}",
        "\\let\\pkg\\textsf",
        "\\DeclareRobustCommand{\\pkg}{x}",
    ],
)
def test_a_preamble_defines(check: Check, definition: str) -> None:
    assert not check("unknown-command", f'@preamble{{"{definition}"}}\n@misc{{k, title = {{The \\pkg{{a}}}}}}\n')


def test_biblatex_brings_commands(check: Check) -> None:
    text = "@misc{k, title = {A \\mkbibquote{b}}}\n"
    assert check("unknown-command", text, dialect="bibtex")
    assert not check("unknown-command", text, dialect="biblatex")
