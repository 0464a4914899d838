r"""The parts of a value that are prose: no formula, no command, and nothing that LaTeX takes to the letter."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from bibcheck.lazy_re import pattern

# Stands for each character that is no prose: of the private use area, so that it is neither letter, digit, sign nor space.
HIDDEN = "\ue000"

_COMMAND = pattern(r"\\(?:([A-Za-z]++)\*?+|.)", re.DOTALL)
_DOLLAR = pattern(r"(?<!\{)\$|\$(?!\})")
_BRACE = pattern(r"[{}]")
_WHITE = pattern(r"[ \t\r\n]*+")
_OPTION = pattern(r"[ \t\r\n]*+\[[^\[\]{}]*+\]")
_FORMULA_SIGN = pattern(r"\\(?![$&%#_])|[\^_]")
_VARIABLE = pattern(r"\s?[A-Za-z](?![A-Za-z])")
_MONEY = pattern(r"\s?[0-9]")
_CLOSERS = {"\\(": "\\)", "\\[": "\\]"}

# Commands that set their argument as text. What an unknown command does with its own is out of sight.
_TEXT_COMMANDS = frozenset(
    "emph textit textbf textsc textsl texttt textsf textrm textup textmd textnormal mbox hbox fbox uppercase lowercase"
    " MakeUppercase MakeLowercase underline textsuperscript textsubscript footnote enquote textquote mkbibquote mkbibemph"
    " mkbibbold mkbibitalic em it bf sc sl tt sf rm bfseries itshape scshape slshape ttfamily sffamily rmfamily upshape"
    " mdseries normalfont normalsize small footnotesize scriptsize tiny large Large protect relax acro selectfont"
    " c v H k r u b d t i j l o L O ae AE oe OE ss aa AA".split()
)
# Of two arguments the second is text.
_SECOND_IS_TEXT = frozenset("href textcolor foreignlanguage raisebox".split())
_ENVIRONMENT = pattern(r"[ \t\r\n]*+\{([A-Za-z]++\*?+)\}")


def hide(value: str) -> str:
    r"""The value with formulas, commands and their verbatim arguments hidden, character by character.

    An escape (`\&`) is a command, the argument of `\emph` is prose. A dollar sign without its counterpart is left
    standing, as is `{$}`; where it opens a formula that is never closed, what follows is hidden.
    """
    if "\\" in value:
        shown = _hide_commands(value)
        return _hide_formulas(value, shown) if "$" in shown else shown
    return _hide_formulas(value, value) if "$" in value else value


def opens_formula(value: str, dollar: int) -> bool:
    """Whether a lone dollar sign reads like the beginning of a formula rather than a sum of money."""
    after = dollar + 1
    if value.startswith("{$}", dollar - 1):
        return False
    if _MONEY.match(value, after):
        return value.find("\\", after) >= 0
    return bool(_VARIABLE.match(value, after) or _FORMULA_SIGN.search(value, after))


def is_inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether an offset lies in one of some spans, which are in order and apart from one another; linear in no list."""
    number = bisect_right(spans, (place, sys.maxsize)) - 1
    return number >= 0 and place < spans[number][1]


def _hide_commands(value: str) -> str:
    pieces: list[str] = []
    position = 0
    while match := _COMMAND.search(value, position):
        start = match.start()
        end = _end_of_command(value, match)
        pieces += [value[position:start], HIDDEN * (end - start)]
        position = end
    return "".join(pieces) + value[position:]


def _hide_formulas(value: str, shown: str) -> str:
    """Hide what stands between dollar signs. Where they do not pair, all that could be a formula goes."""
    dollars = [match.start() for match in _DOLLAR.finditer(shown)]
    if not dollars:
        return shown
    if len(dollars) == 1:
        after = dollars[0] + 1
        return shown[:after] + HIDDEN * (len(shown) - after) if opens_formula(value, dollars[0]) else shown
    spans = [] if len(dollars) % 2 else _pair(dollars)
    if spans and all(_is_balanced(shown, *span) for span in spans):
        return _without(shown, spans)
    hidden = _without(shown, [(dollars[0], dollars[-1] + 1)])
    if len(dollars) % 2 == 0:
        return hidden
    lone = next((dollar for dollar in dollars if _MONEY.match(value, dollar + 1)), dollars[-1])
    return hidden[:lone] + "$" + hidden[lone + 1 :]


def _pair(dollars: list[int]) -> list[tuple[int, int]]:
    """The spans of formulas: `$$` opens a display if another closes it."""
    spans = []
    number = 0
    while number < len(dollars):
        start, following = dollars[number], dollars[number + 1]
        last = number + 1
        if following == start + 1:
            doubles = range(number + 2, len(dollars) - 1)
            last = next((n + 1 for n in doubles if dollars[n + 1] == dollars[n] + 1), last)
        spans.append((start, dollars[last] + 1))
        number = last + 1
    return spans


def _without(shown: str, spans: list[tuple[int, int]]) -> str:
    pieces = []
    position = 0
    for start, end in spans:
        pieces += [shown[position:start], HIDDEN * (end - start)]
        position = end
    return "".join(pieces) + shown[position:]


def _is_balanced(shown: str, start: int, end: int) -> bool:
    depth = 0
    for brace in _BRACE.finditer(shown, start, end):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _end_of_command(value: str, match: re.Match[str]) -> int:
    name = match[1]
    end = match.end()
    if name is None:
        closing = _CLOSERS.get(match[0])
        return _end_after(value, closing, end) if closing else end
    if name in _TEXT_COMMANDS:
        return end
    if name == "verb":
        return _end_after(value, value[end : end + 1], end + 1)
    if name == "begin" and (environment := _ENVIRONMENT.match(value, end)):
        return _end_after(value, f"\\end{{{environment[1]}}}", environment.end())
    return _end_of_arguments(value, end, 1 if name in _SECOND_IS_TEXT else len(value))


def _end_after(value: str, closing: str, start: int) -> int:
    """Where `closing` ends; the end of the value where it never comes."""
    found = value.find(closing, start) if closing else -1
    return found + len(closing) if found >= 0 else len(value)


def _end_of_arguments(value: str, position: int, most: int) -> int:
    """Where the arguments of a command end, options in brackets included."""
    for _ in range(most):
        while option := _OPTION.match(value, position):
            position = option.end()
        white = _WHITE.match(value, position)
        start = white.end() if white else position
        if not value.startswith("{", start):
            break
        position = _end_of_group(value, start)
    return position


def _end_of_group(value: str, start: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(value, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(value)
