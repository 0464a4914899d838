"""The rules on LaTeX in values: unescaped-character, latex-error and unknown-command."""

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


FAULTS = [
    (r"Sorting in $O(n \log n) steps", "$", "`$` opens a formula that is never closed"),
    (r"Sorting in \(O(n) steps", r"\(", r"`\(` opens a formula that is never closed"),
    (r"T$_{2$} spaces", "$}", "`$` opens a formula that is never closed"),
    (r"$\mathrm{a$}", "$}", "`$` opens a formula that is never closed"),
    (r"$a \begin{cases} b$", "$}", "`$` opens a formula that is never closed"),
    (r"a \begin{math} b", r"\begin{math}", r"`\begin{math}` is never ended"),
    (r"a \end{math} b", r"\end{math}", r"`\end{math}` closes nothing"),
    (r"a \) b", r"\)", r"`\)` closes nothing"),
    (r"the sign {\{}} in sets", "} in", r"`}` closes nothing: LaTeX takes `\{` and `\}` for characters"),
    (r"the sign {{\}} in sets", "{{", r"`{` is never closed: LaTeX takes `\{` and `\}` for characters"),
    (r"see \emph", r"\emph", r"`\emph` lacks its argument"),
    (r"see {\emph} a", r"\emph", r"`\emph` lacks its argument"),
    (r"at z {\tilde} 0.8", r"\tilde", r"`\tilde` lacks its argument"),
    (r"see \verb|x", r"\verb", r"`\verb` has an argument that is never closed"),
    ("a line that goes on \\", "\\", "a backslash at the end takes what follows the value for its argument"),
    (r"100% of $x", "$", "`$` opens a formula that is never closed"),
    (r"the $x_i_j$ of", "_j", "`_` is a second subscript of one letter: LaTeX stops; use braces"),
    (r"the $x^{2}^{3}$ of", "^{3}", "`^` is a second superscript of one letter: LaTeX stops; use braces"),
    (r"the $x^2'$ of", "'", "`'` is a second superscript: LaTeX stops"),
    (r"the $x_$ of", "_", "`_` lacks its argument: LaTeX stops"),
    (r"the $x_^2$ of", "^", "`^` stands where the argument of `_` should: LaTeX stops"),
    (r"the $\left($ of", r"\left", r"`\left` without its `\right`: LaTeX stops"),
    (r"the $\right)$ of", r"\right", r"`\right` without its `\left`: LaTeX stops"),
    (r"the ${\left( a}\right)$ of", r"\left", r"`\left` without its `\right`: LaTeX stops"),
    (r"the $1 \over 2 \over 3$ of", r"\over 3", r"`\over` twice in one group: LaTeX stops; use braces"),
    (r"the $\(1+1\)=2$ of", r"\(", r"`\(` inside a formula: LaTeX stops"),
    (r"the $a \par b$ of", r"\par", r"`\par` ends a formula: LaTeX stops"),
]
PARSED = [
    r"Sorting in $O(n \log n)$ steps, \(x\), \[y\], $$z$$",
    r"the sets \{a, b\} and {a} \ensuremath{\{c\}}",
    r"\begin{math}a\end{math} \verb|x$| \url{a%b$c} 50\% 50%",
    r"$x_i^2$ and ${x_i}_j$ and $x'^2$ and $x''_a$ and ${}_a^b$ and $a_b^{c_d^e}$ and $x_ {i} ^ {j}$",
    r"$^{13}$CO$_2$, Na$_2$$_3$, $\left\{a\right.$ and $\left( a \right)^2_3$, $1 \over 2$",
    r"$a \text{ if $b_1$ or $b_2$ } c$ and $x_\mathrm{a}^b$ and $\sum\nolimits_a^b$ and $\sqrt{s_{\rm NN}}$",
    r"$\tensor{T}{_a_b}$ and $\ce{H_2_O}$",  # what these commands do is out of sight
    r"{\TeX} and \LaTeX",
    r"Stra{\ss}e, \'{E}tude, {\"o}, caf{\'e}",
    r"\ifmmode---\else\textemdash\fi",
    r"a line \\ that breaks \\",
    "My NCP costs $500 a day and {$}5 more",  # unescaped-character
    "",
    "{",
]


@pytest.mark.parametrize(("value", "at", "message"), FAULTS)
def test_latex_that_does_not_parse(check: Check, value: str, at: str, message: str) -> None:
    # BibTeX takes `\}` for a closing brace, `\"` for a closing quotation mark.
    before, after = ('"', '"') if value.endswith("\\") else ("{", "}")
    text = f"@misc{{k, note = {before}{value}{after}}}\n"
    (finding,) = check("latex-error", text)
    assert finding.span.start == text.index(at, text.index("note"))
    assert finding.message == message


@pytest.mark.parametrize("value", PARSED)
def test_latex_that_parses(check: Check, value: str) -> None:
    assert not check("latex-error", f'@misc{{k, note = "{value}"}}\n')
    assert not check("latex-error", f"@misc{{k, url = {{{value}}}, abstract = {{$x}}}}\n")


def test_a_value_that_is_not_all_in_sight_is_not_judged(check: Check) -> None:
    assert not check("latex-error", '@misc{k, note = "$x" # elsewhere}\n')


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
