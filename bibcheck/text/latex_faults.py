"""What keeps LaTeX from parsing a value, as pylatexenc finds it."""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.text.latex import math_spans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# An argument, an environment or a formula may be missing its end. Braces with a backslash count for BibTeX alone.
_SUSPICIOUS = pattern(
    r"\\[{}()\[\]]|\\(?:begin|end|verb)(?![A-Za-z])|(?<!\\)(?:\\\\)*+\\(?:[A-Za-z]{3,}+)?+[ \t\r\n}]*+\Z", re.DOTALL
)
_VERBATIM = pattern(r"(?<=\{)[^{}]++(?=\})")
_VERBATIM_COMMAND = pattern(r"\\(?:url|path|nolinkurl|href)[ \t\r\n]*+\{[^{}]*+\}")
# pylatexenc takes the closing brace for the argument.
_WITHOUT_ARGUMENT = pattern(
    r"\{(\\(?:emph|text(?:bf|it|sc|sl|tt|rm|sf|up)|mbox|tilde|hat|bar|vec|d?dot|acute|grave|check|breve|sqrt|frac|math[a-z]{2}))"
    r"[ \t\r\n]*+\}"
)
_VERB_AT_END = pattern(r"(?<!\\)(?:\\\\)*+(\\verb)\*?[ \t\r\n}]*+\Z")
_DOLLAR = pattern(r"\\.|\$", re.DOTALL)
_OPENER = pattern(r"\\(?:begin|end)\s*+\{[^{}]*+\}|\\[A-Za-z]++|\\.|\$\$?|.", re.DOTALL)
_LAST_BACKSLASH = pattern(r"(?<!\\)(?:\\\\)*+(\\)\Z")
# A percent sign is a character like any other to BibTeX. What begins a comment in LaTeX is not this module's business.
_PERCENT = pattern(r"(?<!\\)%")
_PLAIN = "\ue000"
_LONGEST = 20_000


class LatexFault(NamedTuple):
    """What does not parse, and why."""

    start: int
    end: int
    reason: str


def find_latex_fault(value: str, money: frozenset[int] = frozenset()) -> LatexFault | None:
    """The first thing in a value that LaTeX cannot parse. `money` are offsets of dollar signs that open no formula."""
    if ("\\" not in value and "$" not in value) or len(value) > _LONGEST:
        return None
    backslash = _LAST_BACKSLASH.search(value)
    if backslash:
        return LatexFault(*backslash.span(1), "a backslash at the end takes what follows the value for its argument")
    if bare := _WITHOUT_ARGUMENT.search(value):
        return LatexFault(*bare.span(1), f"`{bare[1]}` lacks its argument")
    if verb := _VERB_AT_END.search(value):
        return LatexFault(*verb.span(1), "`\\verb` lacks its argument")
    # What LaTeX takes to the letter may hold anything.
    text = _VERBATIM_COMMAND.sub(_cover, value)
    if display := _find_open_display(text):
        return LatexFault(*display, f"`{value[slice(*display)]}` opens a formula that is never closed")
    return _parse(text, money) if _SUSPICIOUS.search(text) or _has_open_formula(text, money) else None


def _cover(match: re.Match[str]) -> str:
    return _VERBATIM.sub(lambda argument: _PLAIN * len(argument[0]), match[0])


def _has_open_formula(value: str, money: frozenset[int]) -> bool:
    if "$" not in value:
        return False
    position = 0
    for start, end in [*math_spans(value), (len(value), len(value))]:
        for match in _DOLLAR.finditer(value, position, start):
            if match[0] == "$" and match.start() not in money:
                return True
        position = end
    return False


def _find_open_display(value: str) -> tuple[int, int] | None:
    """Two dollar signs that open a formula on a line of its own, and have no others after them."""
    if "$$" not in value:
        return None
    empty = [(start, end) for start, end in math_spans(value) if value[start:end] == "$$"]
    return empty[-1] if len(empty) % 2 and not value.startswith("$", empty[-1][1]) else None


@lru_cache(maxsize=1)
def _commands() -> Any:
    from pylatexenc.latexwalker import get_default_latex_context_db

    return get_default_latex_context_db()


def _parse(value: str, money: frozenset[int]) -> LatexFault | None:
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerParseError  # 31 ms that only a suspicion costs

    text = _PERCENT.sub(_PLAIN, value)
    if money:
        text = "".join(_PLAIN if place in money else character for place, character in enumerate(text))
    try:
        LatexWalker(text, latex_context=_commands(), tolerant_parsing=False).get_latex_nodes()
    except LatexWalkerParseError as error:
        return _explain(value, error.pos, error.msg, [context[:2] for context in error.open_contexts])
    except Exception:  # of any kind, RecursionError among them: nothing is known then
        return None
    return None


def _explain(value: str, place: int, message: str, contexts: list[tuple[str, int]]) -> LatexFault | None:
    kind, opened = contexts[0] if contexts else ("", place)
    if message.startswith("Unexpected mismatching closing brace") and kind[:4] not in ("math", "begi"):
        return _fault(value, place, "closes nothing: LaTeX takes `\\{` and `\\}` for characters")
    if message.startswith("Unexpected closing") or (message.startswith("Unexpected mism") and not contexts):
        return _fault(value, place, "closes nothing")
    if kind.startswith("math"):
        return _fault(value, opened, "opens a formula that is never closed")
    if kind.startswith("begin"):
        return _fault(value, opened, "is never ended")
    if kind.startswith("arguments") and "End of input" in message:
        return _fault(value, opened, "lacks its argument")
    if kind.startswith("arguments"):
        return _fault(value, opened, "has an argument that is never closed")
    if kind.startswith("open brace"):
        return _fault(value, opened, "is never closed: LaTeX takes `\\{` and `\\}` for characters")
    return None


def _fault(value: str, place: int, reason: str) -> LatexFault | None:
    match = _OPENER.match(value, place)
    return LatexFault(*match.span(), f"`{match[0]}` {reason}") if match else None
