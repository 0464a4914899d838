"""latex-error: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

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
    (r"see \verb ", r"\verb", r"`\verb` lacks its argument"),
    ("Dollar sign: 1x: $ 2x: $$ 3x: $$$", "$$}", "`$$` opens a formula that is never closed"),
    ("make $$ fast", "$$", "`$$` opens a formula that is never closed"),
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
    r"$$x$$ and $y$$z$ and \$\$",
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
