"""unescaped-character: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair

UNESCAPED = [
    ("title", "Lions & Tigers", r"Lions \& Tigers"),
    ("publisher", "{AT&T} Press", r"{AT\&T} Press"),
    ("note", "50% of C# code", r"50\% of C\# code"),
    ("title", "The BGP MULTI_EXIT_DISC attribute", r"The BGP MULTI\_EXIT\_DISC attribute"),
    ("note", r"See \texttt{src/a_doc/notes_b.tex}", r"See \texttt{src/a\_doc/notes\_b.tex}"),
    ("title", r"\href{https://a.org/x_y#z}{the X & Y page}", r"\href{https://a.org/x_y#z}{the X \& Y page}"),
    ("title", r"{\sc AT&T} and \emph{C & C}", r"{\sc AT\&T} and \emph{C \& C}"),
    ("title", "My NCP costs $500 a day", r"My NCP costs \$500 a day"),
    ("title", "The {US$} and {$}5", r"The {US\$} and {\$}5"),
    ("author", "{Bell & Howell} and Smith, J.", r"{Bell \& Howell} and Smith, J."),
    ("howpublished", r"Talk \#3 & slides, \url{https://a.org/x_y&z}", r"Talk \#3 \& slides, \url{https://a.org/x_y&z}"),
]


NO_FIX = [
    ("The CO_2 cycle", "_"),
    ("The x_i and the H_2O", "_"),
    ("Computing in n^2 time", "^"),
    ("The H_{max} value", "_"),
    ("10^6 cells", "^"),
    (r"Costs $5 & more, $x_1$ & $y$", "$5"),
]


ESCAPED = [
    ("title", r"Lions \& Tigers, 50\% of \$5, \#1, a\_b, \^{e} and \~{n}"),
    ("title", r"Sums of $a_1$ \& $b^2$, \(c_3\), \[d^4\] and $$e_5$$"),
    ("title", r"$x_1$$y_2$ side by side"),
    ("title", r"$a \text{ if $b_1$ or $b_2$ } c$"),
    ("title", r"\begin{math}a_b\end{math} and \ensuremath{a_b}"),
    ("note", r"\url{https://a.org/a_b?c=1&d=2#e%20f}, \path{a_b}, \verb|a_b|, \nolinkurl{a_b}"),
    ("note", r"See \cite{a_b}, \citep[p.~1]{c_d}, \ref{e_f} and \href {https://a.org/x_y} {z}"),
    ("note", r"\unknown{a_b}[c_d]{e_f}"),
    ("url", "https://a.org/a_b?c&d#e%20"),
    ("doi", "10.1000/a_b"),
    ("eprint", "a_b"),
    ("file", ":C$:a_b.pdf"),
    ("abstract", "50% of A & B"),
    ("keywords", "a_b & c"),
    ("internal-note", "a_b & c"),
    ("howpublished", "https://a.org/a_b?c=1&d=2"),  # bare-url
    ("title", "https://a.org/x_y"),
    ("note", "available at http://www.a.org/a_b.html#c"),
    ("title", "Computers &amp; Geosciences 1990&#8211;2000"),  # html-markup
    ("title", r"Morgan \&\#38; Claypool"),
    ("title", "%C3%89tudes"),  # unicode-escape
    ("author", "Smith, John & Doe, Jane"),  # wrong-name-separator
    ("title", r"Sorting in $O(n \log n) steps & more"),  # latex-error
    ("title", "^^M and ^^e9"),
]


@pytest.mark.parametrize(("field", "value", "fixed"), UNESCAPED)
def test_characters_that_mean_something_to_latex(repair: Repair, field: str, value: str, fixed: str) -> None:
    findings, repaired = repair("unescaped-character", value, field)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize(("value", "at"), NO_FIX)
def test_formulas_are_for_the_author_to_write(repair: Repair, value: str, at: str) -> None:
    findings, repaired = repair("unescaped-character", value)
    assert findings[0].span.start == len("@misc{k, title = {") + value.index(at)
    assert repaired == value


@pytest.mark.parametrize(("field", "value"), ESCAPED)
def test_text_that_latex_takes(check: Check, field: str, value: str) -> None:
    assert not check("unescaped-character", f"@misc{{k, {field} = {{{value}}}}}\n", dialect="bibtex")


def test_a_macro_is_judged_where_it_is_defined(check: Check) -> None:
    text = '@string{aw = "Addison & Wesley"}\n@book{a, publisher = aw # { & Co}}\n@book{b, publisher = aw}\n'
    assert [finding.span.start for finding in check("unescaped-character", text)] == [
        text.index("& Wesley"),
        text.index("& Co"),
    ]


def test_a_macro_for_addresses_is_no_text(check: Check) -> None:
    text = '@string{site = "http://a.org/a_b#"}\n@string{path = "a_b&c"}\n@misc{a, url = site # path}\n'
    assert not check("unescaped-character", text)


def test_a_character_is_one_finding_in_a_value(check: Check) -> None:
    (finding,) = check("unescaped-character", "@misc{k, title = {Retire SO_RE_USE, and MULTI_EXIT}}\n")
    assert finding.message == "`_` stops LaTeX outside a formula, and 2 more here"
    findings = check("unescaped-character", "@misc{k, title = {Retire SO_RE_USE & CO_2}}\n")
    assert [(finding.message[:3], len(finding.edits)) for finding in findings] == [("`_`", 2), ("`&`", 1), ("`_`", 0)]


def test_biblatex_fields_count_in_biblatex_only(check: Check) -> None:
    text = "@misc{k, shorttitle = {A & B}}\n"
    assert check("unescaped-character", text, dialect="biblatex")
    assert not check("unescaped-character", text, dialect="bibtex")


def test_a_label_is_printed_by_biblatex(check: Check) -> None:
    text = "@misc{k, title = {T}, label = {AT&T}}\n"
    assert check("unescaped-character", text, dialect="biblatex")
    assert not check("unescaped-character", text, dialect="bibtex")
    assert not check("unescaped-character", text.replace("&", r"\&"), dialect="biblatex")


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("title = {a & b}", ["`&` stops LaTeX outside a table"]),
        ("title = {a & b & c}", ["`&` stops LaTeX outside a table, and 1 more here"]),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("unescaped-character", "@article{k, " + fields + "}\n")] == messages


def test_the_second_byte_of_a_character_is_none(check: Check) -> None:
    words = "ダムの構造".encode("cp932").decode("utf-8", "surrogateescape")
    findings = check("unescaped-character", f"@misc{{k, title = {{{words}}}}}\n")
    assert not findings
    assert check("unescaped-character", f"@misc{{k, title = {{{words} a_b}}}}\n")
