"""Commands that LaTeX does not know."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import TypesetValue, marked_values
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.tree import Preamble
from bibcheck.text.prose import is_inside
from bibcheck.text.unicode_escapes import find_unicode_escapes

_COMMAND = pattern(r"\\(?:([A-Za-z]++)|.)", 16)
_VERBATIM = pattern(r"\\(?:url|path|nolinkurl|href)[ \t\r\n]*+\{[^{}]*+\}|\\verb\*?+([^\sA-Za-z])[^\n]*?\1")
_DEFINITION = pattern(
    r"\\(?:(?:new|renew|provide)command|DeclareRobustCommand|DeclareMathOperator|DeclareTextFontCommand|[egx]?def|let|long)"
    r"\*?+[ \t\r\n]*+\{?+[ \t\r\n]*+\\([A-Za-z]++)"
)


class UnknownCommand(Rule):
    r"""Use commands that LaTeX defines, or define them in a `@preamble`: at any other LaTeX stops.

    Known are LaTeX itself, url, hyperref, amsmath, amssymb and textcomp, what the file's `@preamble` defines and, in a
    file for BibLaTeX, BibLaTeX and csquotes. What the document defines is out of sight, which is why the rule is off
    until it is asked for.
    Bad:

        @article{k, title = {The \proglang{Python} Language}}
                                 ^^^^^^^^^

    Good:

        @preamble{"\newcommand{\proglang}[1]{\textsf{#1}}"}
        @article{k, title = {The \proglang{Python} Language}}
    """

    level = Level.OFF
    fix = Fix.NONE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if "\\" not in bib.text:
            return
        from bibcheck.knowledge.latex_commands import latex_commands  # only those who ask for the rule need it

        known = latex_commands(bib.dialect) | bib.of_whole(_find_definitions)
        for value in marked_values(bib):
            if "\\" in value.text:
                yield from self._judge(value, known)

    def _judge(self, value: TypesetValue, known: frozenset[str]) -> Iterator[Finding]:
        verbatim = [match.span() for match in _VERBATIM.finditer(value.text)]
        escapes = [(escape.start, escape.end) for escape in find_unicode_escapes(value.text)]
        for match in _COMMAND.finditer(value.text):
            start, end = match.span()
            if match[1] is None or match[1] in known or is_inside(escapes, start):
                continue
            # `\url` itself is a command.
            if is_inside(verbatim, start) and is_inside(verbatim, start - 1):
                continue
            span = value.place(start, end)
            if span:
                yield self.finding(span, f"LaTeX knows no command `{match[0]}`")


def _find_definitions(bib: Bibliography) -> frozenset[str]:
    """The names of the commands that the preambles of a file define."""
    texts = [block.field.text for block in bib.tree.blocks if isinstance(block, Preamble) and block.field]
    return frozenset(match[1] for text in texts for match in _DEFINITION.finditer(text))
