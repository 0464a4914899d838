r"""The parts of a value that are prose: no formula, no command, and nothing that LaTeX takes to the letter."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from bibcheck.patterns import pattern

# Stands for each character that is no prose: of the private use area, so that it is neither letter, digit, sign nor space.
HIDDEN = "\ue000"

_TOKEN = pattern(r"\\(?:([A-Za-z]++)\*?+|.)|(?<!\{)\$|\$(?!\})", re.DOTALL)
_BRACE = pattern(r"[{}]")
_WHITE = pattern(r"[ \t\r\n]*+")
_OPTION = pattern(r"[ \t\r\n]*+\[[^\[\]{}]*+\]")
_DOLLAR = pattern(r"\\.|\$\$?+", re.DOTALL)
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

    An escape (`\&`) is a command, the argument of `\emph` is prose. A dollar sign is left standing if it is without its
    counterpart; where it opens a formula that is never closed, what follows is hidden.
    """
    if "\\" not in value and "$" not in value:
        return value
    pieces: list[str] = []
    position = 0
    while match := _TOKEN.search(value, position):
        start = match.start()
        pieces.append(value[position:start])
        if match[0] == "$":
            shown, end = _read_dollar(value, start)
            pieces.append(shown)
        else:
            end = _end_of_command(value, match)
            pieces.append(HIDDEN * (end - start))
        position = end
    pieces.append(value[position:])
    return "".join(pieces)


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


def _read_dollar(value: str, start: int) -> tuple[str, int]:
    """What stands for a dollar sign and what belongs to it, and where that ends."""
    end = _end_of_formula(value, start)
    if end is not None:
        return HIDDEN * (end - start), end
    if opens_formula(value, start):
        return "$" + HIDDEN * (len(value) - start - 1), len(value)
    return "$", start + 1


def _end_of_formula(value: str, start: int) -> int | None:
    delimiter = "$$" if value.startswith("$$", start) else "$"
    position = start + len(delimiter)
    while match := _DOLLAR.search(value, position):
        position = match.end()
        if match[0] == "$$" and delimiter == "$":
            # `$x$$y$`: two formulas side by side.
            position -= 1
        if match[0][0] == "$" and position - match.start() >= len(delimiter):
            if _is_balanced(value, start, position):
                return position
            # A formula inside the text of a formula, or braces that do not match: hidden up to the last dollar sign.
            return value.rindex("$") + 1
    return None


def _is_balanced(value: str, start: int, end: int) -> bool:
    return value.count("{", start, end) == value.count("}", start, end)


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
