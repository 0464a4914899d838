r"""LaTeX in a value as plain text, with the way back to its source; and the parts of a value whose case BibTeX keeps.

A value without LaTeX is its own text, and one with braces alone is quick. The rest is read by one pattern and the tables
of commands; what those do not know goes to pylatexenc, in fragments of bounded length, for it takes a hundred times longer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.text.latex_commands import (
    ACCENT,
    ask_pylatexenc,
    command_name,
    command_text,
    compose,
    formula_text,
    strip_formula,
)

# Bounds on what pylatexenc is asked.
_LONGEST_VALUE = 20_000
_LONGEST_FRAGMENT = 300
_MOST_FAILURES = 3

_SPACES = "\u00a0\u2000-\u200a\u202f\u3000"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ODD_CHARACTER = pattern(f"[\u0300-\u036f{_SPACES}{_INVISIBLE}]")
_ODD_TOKEN = (
    rf"(?P<combined>[^\W\d_][\u0300-\u036f]++)|(?P<odd_space>[{_SPACES}][{_SPACES} \t\r\n~]*+)|[{_INVISIBLE}]++"
)
_BRACE = pattern("[{}]")
_WS = r"[ \t\r\n]*+"
_COMMAND = rf"(?:{ACCENT}|[A-Za-z]++{_WS}(?:\{{\}})?+|[^A-Za-z])"  # without its backslash
_FORMULA = r"\$\$(?:[^$\\]|\\.)*+\$\$|\$(?:[^$\\]|\\.)*+\$|\\\((?:[^\\]|\\[^()])*+\\\)"
_FORMULA_OR_ESCAPE = pattern(rf"({_FORMULA})|\\.", re.DOTALL)
_ESCAPE = pattern(r"(?s)\\.")
_LAST_COMMAND = pattern(r"\\[A-Za-z]+[ \t\r\n]*\Z")
# A token begins with a character of the first class, which is what a search is quick at.
_TOKEN = rf"""
    [\\{{}}$~\t\r\n\-'`?!]
    (?:
        (?<=\\) (?:
            (?P<hidden>  # an argument that prints nothing, or elsewhere; a length
                (?: (?: href | textcolor | color | foreignlanguage | selectlanguage | begin | end | label | index
                    | noopsort | NoopSort | SortNoop ) (?![A-Za-z])
                |   [hv]space\*? ) {_WS} \{{[^{{}}]*+\}}
            |   (?:kern|hskip|vskip|raise|lower) (?![A-Za-z]) {_WS} -?[\d.]*+ {_WS} (?:pt|em|ex|mm|cm|in|sp|mu)? {_WS}
            )
        |   (?P<verbatim> (?:url|path|nolinkurl) {_WS} \{{[^{{}}]*+\}} )
        |   (?P<display> \( (?:[^\\]|\\[^()])*+ \\\) )
        |   (?P<command> {_COMMAND} )
        )
    |   (?<=\{{) (?: (?P<group> \\ {_COMMAND} \}} ) | )
    |   (?<=\}})
    |   (?<=\$) (?P<formula> \$ (?:[^$\\]|\\.)*+ \$\$ | (?:[^$\\]|\\.)*+ \$ )
    |   (?<=[~\t\r\n]) (?P<space> [ \t\r\n~]*+ )
    |   (?<=-) --?
    |   (?<=') '
    |   (?<=[`?!]) `
    )"""

# What tokens stand for, as far as they were met.
_texts = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡", "{": "", "}": ""}


class Decoded:
    """A value's `text` as it prints: plain Unicode, accents composed (NFC), with a map back to the value.

    Runs of white space, ties and thin spaces are one space, and none is at either end. Braces and styles are gone,
    formulas are kept on the line (`n^2`). A command that nobody knows stands as its name, unless it takes an argument.
    """

    __slots__ = ("_bare", "_places", "_value", "text")

    def __init__(self, text: str, value: str) -> None:
        self.text = text
        self._value = value
        self._places: tuple[list[int], list[int]] | None = None  # made on first use, which is a finding
        self._bare = (0, 0)  # a span known to hold no braces: all words of one formula have the same

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        r"""The half-open span of the value that `text[start:end]` comes from; an accent or a formula is taken whole.

        Braces and commands around it belong to it only where it would be unbalanced without them (`{D}NA`,
        `\emph{D}NA`), as far as they stand next to it.
        """
        if self.text == self._value:
            return start, end
        if self._places is None:
            self._places = _Scanner(self._value).places(len(self.text))
        starts, ends = self._places
        if start >= end:
            return starts[start], starts[start]
        return self._balance(starts[start], ends[end - 1], ends[start - 1] if start else 0, starts[end])

    def _balance(self, start: int, end: int, left: int, right: int) -> tuple[int, int]:
        value = self._value
        if self._bare == (start, end) or (value.find("{", start, end) < 0 and value.find("}", start, end) < 0):
            self._bare = (start, end)
            return start, end
        opened, closed = unpaired_braces(value[start:end])
        after = _find_unpaired(value[end:right], "}", opened)
        before = _find_unpaired(value[left:start][::-1], "{", closed)
        if after is None or before is None:
            return start, end
        start -= before
        command = _LAST_COMMAND.search(value[left:start]) if closed else None
        return (left + command.start() if command else start), end + after


def decode(value: str) -> Decoded:
    """The value as plain text. Never raises; takes time in proportion to the value's length."""
    return _decode_and_keep(value) if len(value) < _LONGEST_VALUE else _decode(value)


@lru_cache(maxsize=16_384)  # more than the values of a part of a file: rules read them one after the other
def _decode_and_keep(value: str) -> Decoded:
    return _decode(value)


def _decode(value: str) -> Decoded:
    if (
        "\\" in value
        or "~" in value
        or "$" in value
        or "--" in value
        or "  " in value
        or "\n" in value
        or "''" in value
        or "`" in value
        or "\t" in value
        or "\r" in value
        or (not value.isascii() and _ODD_CHARACTER.search(value))
    ):
        return _Scanner(value).decode()
    text = value.replace("{", "").replace("}", "") if "{" in value or "}" in value else value
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        return _Scanner(value).decode()
    return Decoded(text, value)


def math_spans(value: str) -> list[tuple[int, int]]:
    r"""The spans of the formulas, `$…$` and `\(…\)`, with their delimiters."""
    spans: list[tuple[int, int]] = []
    if "$" not in value and "\\(" not in value:
        return spans
    position = 0
    while match := _FORMULA_OR_ESCAPE.search(value, position):
        start, position = match.span()
        if match[1] is None:
            continue
        if _is_formula(match[0]):
            spans.append((start, position))
        else:
            position = start + 1
    return spans


def brace_groups(value: str) -> list[tuple[int, int]]:
    """The spans of the outermost groups in braces, as BibTeX counts them; one that is never closed goes to the end."""
    groups = []
    depth = start = 0
    for match in _BRACE.finditer(value):
        if match[0] == "{":
            if not depth:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                groups.append((start, match.end()))
    return [*groups, (start, len(value))] if depth else groups


class _Scanner:
    """Writes the text of one value piece by piece, with the span that each stands for; its end is 0 in a plain copy."""

    __slots__ = ("failures", "is_spaced", "pieces", "spans", "value")

    def __init__(self, value: str) -> None:
        self.value = value
        self.pieces: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.is_spaced = True  # whether the text so far needs no space: it is empty or ends in one
        self.failures = 0

    def decode(self) -> Decoded:
        self.scan()
        text = "".join(self.pieces)
        return Decoded(text[:-1] if text and self.is_spaced else text, self.value)

    def places(self, length: int) -> tuple[list[int], list[int]]:
        """Where in the value each character of the text comes from: starts and ends; the start after the last too."""
        self.scan()
        starts: list[int] = []
        ends: list[int] = []
        for piece, (start, end) in zip(self.pieces, self.spans, strict=True):
            if end:
                starts += [start] * len(piece)
                ends += [end] * len(piece)
            else:
                starts += range(start, start + len(piece))
                ends += range(start + 1, start + 1 + len(piece))
        return [*starts[:length], len(self.value)], ends[:length]

    def scan(self) -> None:
        value = self.value
        tokens = _token_pattern(not value.isascii() and _ODD_CHARACTER.search(value) is not None)
        position = 0
        while position < len(value):  # again after a token that was read less far than it goes, or further
            for match in tokens.finditer(value, position):
                start, end = match.span()
                if start > position:
                    self.copy(position, start)
                text = _texts.get(match[0])
                position = self.read(match) if text is None else end
                if text:
                    self.write(text, start, end)
                if position != end:
                    break
            else:
                self.copy(position, len(value))
                position = len(value)

    def copy(self, start: int, end: int) -> None:
        """Add a part of the value as it stands, but for spaces that follow a space."""
        while (double := self.value.find("  ", start, end)) >= 0:
            self.copy(start, double + 1)
            start = double + 1
        if self.is_spaced and self.value.startswith(" ", start):
            start += 1
        if start < end:
            self.spans.append((start, 0))
            self.pieces.append(self.value[start:end])
            self.is_spaced = self.value[end - 1] == " "

    def write(self, text: str, start: int, end: int) -> None:
        """Add what a part of the value stands for."""
        if text and not (text == " " and self.is_spaced):
            self.spans.append((start, end))
            self.pieces.append(text)
            self.is_spaced = text[-1] == " "

    def read(self, match: re.Match[str]) -> int:
        """Add what a token stands for that `_texts` does not have; gives the place to go on from."""
        start, end = match.span()
        match match.lastgroup:
            case "command" | "group":
                return self.read_command(match[0], start, end)
            case "formula" | "display":
                return self.read_formula(match[0], start, end)
            case "space" | "odd_space":
                self.write(" ", start, end)
            case "verbatim":
                self.copy(self.value.index("{", start) + 1, end - 1)
            case "combined":
                self.write(compose(match[0]), start, end)
        return end

    def read_command(self, token: str, start: int, end: int) -> int:
        text = command_text(token[1:-1] if token[0] == "{" else token)
        if text is None:
            return self.read_unknown(token, start, end)
        if len(token) < 20:  # white space after a command makes longer ones without end
            _texts[token] = text
        self.write(text, start, end)
        return end

    def read_unknown(self, token: str, start: int, end: int) -> int:
        """Add a command that the tables do not have: as pylatexenc knows it, or else by its name."""
        name = command_name(token)
        if token[0] == "{":
            answer = self.ask(token[1:-1])
            self.write(answer[0] if answer else name, start, end)
            return end
        answer = self.ask(self.value[start : start + _LONGEST_FRAGMENT])
        if answer:
            self.write(answer[0], start, start + answer[1])
            return start + answer[1]
        end = start + 1 + len(name)
        following = self.value[end : end + 2]
        takes_argument = following[:1] == "{" and following != "{}"
        sets_style = following[:1] in tuple(" \t\r\n") and self.value[max(start - 1, 0) : start] == "{"  # `{\smc Unix}`
        if not takes_argument and not sets_style:
            self.write(name, start, end)
        return end

    def read_formula(self, token: str, start: int, end: int) -> int:
        if not _is_formula(token):
            self.copy(start, start + 1)
            return start + 1
        inner = token[2:-2] if token.startswith(("$$", "\\(")) else token[1:-1]
        text = formula_text(inner)
        if text is None:
            answer = self.ask(token)
            text = answer[0] if answer else strip_formula(inner)
        self.write(text, start, end)
        return end

    def ask(self, fragment: str) -> tuple[str, int] | None:
        """Text and length of the command or formula that a fragment begins with, if pylatexenc can tell."""
        if self.failures >= _MOST_FAILURES or len(fragment) > _LONGEST_FRAGMENT or len(self.value) > _LONGEST_VALUE:
            return None
        answer = ask_pylatexenc(fragment)
        self.failures += answer is None
        return answer if answer and answer[1] else None


@lru_cache(maxsize=2)
def _token_pattern(is_odd: bool) -> re.Pattern[str]:
    token = rf"{_ODD_TOKEN}|{_TOKEN}" if is_odd else _TOKEN
    return pattern(token, re.DOTALL | re.VERBOSE)


def _is_formula(token: str) -> bool:
    r"""Whether what stands between dollar signs holds whole groups, `\{` and `\}` left aside."""
    return unpaired_braces(_ESCAPE.sub("", token)) == (0, 0)


def unpaired_braces(text: str) -> tuple[int, int]:
    """How many braces of a text are left open, and how many close what was opened before it."""
    depth = lowest = 0
    for match in _BRACE.finditer(text):
        depth += 1 if match[0] == "{" else -1
        lowest = min(lowest, depth)
    return depth - lowest, -lowest


def _find_unpaired(gap: str, brace: str, count: int) -> int | None:
    """How much of a gap it takes to have `count` more of a brace than of its counterpart."""
    depth = 0
    if not count:
        return 0
    for match in _BRACE.finditer(gap):
        depth += 1 if match[0] == brace else -1
        if depth == count:
            return match.end()
    return None
