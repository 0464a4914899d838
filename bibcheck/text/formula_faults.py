r"""What TeX stops at inside a formula: two subscripts, a lone `\left`, a formula in a formula."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.text.latex import math_spans

# What a formula must have for anything here to be wrong with it.
_HINT = pattern(r"[_^]|\\(?:left|right|par|over|atop|choose)(?![A-Za-z])|\\[(\[]|\n[ \t]*\n")
_TOKEN = pattern(r"\\[A-Za-z]++\*?+|\\.|\r?\n[ \t]*+\r?\n|[ \t\r\n~]++|.", re.DOTALL)
# Commands whose argument is no formula, or is read in a way of its own.
_OTHER_ARGUMENT = frozenset(
    "text textrm textit textbf textsc textsf texttt textnormal textup mbox hbox fbox ce pu SI si num qty unit ang url href"
    " label tag begin end color textcolor operatorname verb ensuremath".split()
)
_FRACTIONS = frozenset(("\\over", "\\atop", "\\choose"))


class FormulaFault(NamedTuple):
    """A place in a formula where TeX stops, why, and the span of the formula."""

    start: int
    end: int
    reason: str
    formula: tuple[int, int]


def find_formula_fault(value: str) -> FormulaFault | None:
    """The first fault in the formulas of a value whose braces balance."""
    for start, end in math_spans(value):
        size = 2 if value.startswith(("$$", "\\("), start) else 1
        inner = value[start + size : end - size]
        if _HINT.search(inner) and "%" not in inner and inner.count("{") == inner.count("}"):
            fault = _Reader(inner).read()
            if fault:
                first, last, reason = fault
                return FormulaFault(start + size + first, start + size + last, reason, (start, end))
    return None


class _Group:
    """What TeX remembers of a group while it reads it."""

    __slots__ = ("fractions", "has_prime", "has_sub", "has_sup", "lefts", "script")

    def __init__(self) -> None:
        self.has_sub = self.has_sup = self.has_prime = False
        self.script: re.Match[str] | None = None  # a `_` or `^` that waits for its argument
        self.lefts: list[re.Match[str]] = []
        self.fractions = 0

    def take_nucleus(self) -> None:
        """Read what may have scripts, or is the argument of one."""
        if self.script:
            self.script = None
        else:
            self.has_sub = self.has_sup = self.has_prime = False


class _Reader:
    """Reads one formula, without its delimiters, token by token."""

    def __init__(self, formula: str) -> None:
        self.tokens = list(_TOKEN.finditer(formula))
        self.groups = [_Group()]
        self.place = 0

    def read(self) -> tuple[int, int, str] | None:
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            self.place += 1
            if token[0] == "}":
                if unclosed := self.judge_end():
                    return unclosed
                self.close_group()
            elif reason := self.judge(token):
                return *token.span(), reason
        return self.judge_end()

    def judge(self, token: re.Match[str]) -> str:
        """What is wrong with a token where it stands; empty if nothing is."""
        text, group = token[0], self.groups[-1]
        if text.isspace() or text == "~":
            return "a blank line ends a formula: LaTeX stops" if text.count("\n") > 1 else ""
        if text in "_^":
            return self.judge_script(token, group)
        if text == "'":
            is_double = group.has_sup and not group.has_prime
            group.has_sup = group.has_prime = True
            return "`'` is a second superscript: LaTeX stops" if is_double else ""
        if text == "{":
            self.groups.append(_Group())
        elif text.startswith("\\"):
            return self.judge_command(token, group)
        else:
            group.take_nucleus()
        return ""

    def judge_script(self, token: re.Match[str], group: _Group) -> str:
        text = token[0]
        if group.script:
            return f"`{text}` stands where the argument of `{group.script[0]}` should: LaTeX stops"
        if text == "_":
            is_double, group.has_sub = group.has_sub, True
        else:
            is_double, group.has_sup = group.has_sup and not group.has_prime, True
            group.has_prime = False
        group.script = token
        kind = "subscript" if text == "_" else "superscript"
        return f"`{text}` is a second {kind} of one letter: LaTeX stops; use braces" if is_double else ""

    def judge_command(self, token: re.Match[str], group: _Group) -> str:
        text = token[0]
        if text in ("\\(", "\\[", "\\)", "\\]"):
            return f"`{text}` inside a formula: LaTeX stops"
        if text == "\\par":
            return "`\\par` ends a formula: LaTeX stops"
        if text in _FRACTIONS:
            group.fractions += 1
            return f"`{text}` twice in one group: LaTeX stops; use braces" if group.fractions > 1 else ""
        if text == "\\left":
            group.lefts.append(token)
            self.skip_delimiter()
        elif text == "\\right":
            if not group.lefts:
                return "`\\right` without its `\\left`: LaTeX stops"
            group.lefts.pop()
            self.skip_delimiter()
        group.take_nucleus()
        if text[1:] in _OTHER_ARGUMENT:
            self.skip_group()
        return ""

    def judge_end(self) -> tuple[int, int, str] | None:
        """What is left open where a group ends, or the formula."""
        group = self.groups[-1]
        if group.lefts:
            return *group.lefts[-1].span(), "`\\left` without its `\\right`: LaTeX stops"
        if group.script:
            return *group.script.span(), f"`{group.script[0]}` lacks its argument: LaTeX stops"
        return None

    def close_group(self) -> None:
        if len(self.groups) > 1:
            self.groups.pop()
        self.groups[-1].take_nucleus()

    def skip_delimiter(self) -> None:
        while self.place < len(self.tokens) and self.tokens[self.place][0].isspace():
            self.place += 1
        self.place += 1

    def skip_group(self) -> None:
        """Go on behind the group that follows, if one does."""
        while self.place < len(self.tokens) and self.tokens[self.place][0].isspace():
            self.place += 1
        if self.place < len(self.tokens) and self.tokens[self.place][0] == "{":
            depth = 0
            while self.place < len(self.tokens):
                depth += {"{": 1, "}": -1}.get(self.tokens[self.place][0], 0)
                self.place += 1
                if not depth:
                    return
