r"""Values that LaTeX cannot parse."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import TypesetValue, marked_values
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.text.formula_faults import find_formula_fault
from bibcheck.text.latex_faults import find_latex_fault
from bibcheck.text.prose import opens_formula

_HAS_FORMULA = pattern(r"\$|\\\(")
_COMMAND = pattern(r"\\([A-Za-z]++)")


class LatexError(Rule):
    r"""Reports formulas, environments and arguments that are left open, and faults inside a formula.

    A brace with a backslash before it is a brace to BibTeX and a character to LaTeX, so that a value may be balanced to
    one and not to the other. Inside a formula LaTeX stops at two subscripts of one letter (`$x_i_j$`), a `_` or `^`
    without its argument, a `\left` without its `\right`, and a formula in the formula. Formulas with commands that
    LaTeX does not define are not judged. Only fields that styles print are judged. A lone `$` before a sum of money is
    reported by unescaped-character.
    Bad:

        @article{karp72, title = {Sorting in $O(n \log n) Steps}}
                                             ^

    Good:

        @article{karp72, title = {Sorting in $O(n \log n)$ Steps}}

    Bad:

        @article{karp72, title = {The Sign {\{}} in Sets}, note = {See \emph}}
                                               ^                       ^^^^^

    Good:

        @article{karp72, title = {The Sign $\lbrace$ in Sets}, note = {See \emph{ibidem}}}
    """

    level = Level.ERROR
    fix = Fix.NONE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for value in marked_values(bib):
            if ("\\" in value.text or "$" in value.text) and value.field.is_known:
                fault = find_latex_fault(value.text, _find_money(value))
                span = fault and value.place(fault.start, fault.end)
                if fault and span:
                    yield self.finding(span, fault.reason)
                elif not fault and _HAS_FORMULA.search(value.text):
                    yield from self._judge_formulas(value, bib.dialect)

    def _judge_formulas(self, value: TypesetValue, dialect: str) -> Iterator[Finding]:
        fault = find_formula_fault(value.text)
        span = fault and value.place(fault.start, fault.end)
        if not fault or not span:
            return
        from bibcheck.knowledge.latex_commands import latex_commands  # only a fault costs it

        commands = _COMMAND.findall(value.text, *fault.formula)
        if latex_commands(dialect).issuperset(commands):
            yield self.finding(span, fault.reason)


def _find_money(value: TypesetValue) -> frozenset[int]:
    """The dollar signs that are no beginning of a formula."""
    if "$" not in value.text or "$" not in value.prose:
        return frozenset()
    prose = value.prose
    return frozenset(place for place, sign in enumerate(prose) if sign == "$" and not opens_formula(value.text, place))
