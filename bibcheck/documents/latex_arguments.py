"""Arguments of LaTeX commands: where they begin and end, and the keys and names in them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

_COMMENT = r"%[^\r\n]*+(?:\r\n?+|\n)?+[ \t]*+"
# Blanks before an argument: an empty line ends a paragraph, and with it the command.
_BLANKS = pattern(rf"[ \t]*+(?:{_COMMENT})*+(?:(?:\r\n?+|\n)[ \t]*+(?:{_COMMENT})*+)?+")
_SIMPLE = {
    "{": pattern(r"\{[^{}\\%\r\n]*+\}"),
    "[": pattern(r"\[[^\[\]{}\\%\r\n]*+\]"),
    "(": pattern(r"\([^(){}\\%\r\n]*+\)"),
    "<": pattern(r"<[^<>{}\\%\r\n]*+>"),
}
_CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}
_TOKEN = {
    opening: pattern(
        rf"\\(?s:.)|{_COMMENT}|(?:\r\n?+|\n)[ \t]*+(?:\r\n?+|\n)|[{{}}{'' if opening == '{' else chr(92) + closing}]"
    )
    for opening, closing in _CLOSING.items()
}
_LONGEST = 4_000  # characters of an argument; what is longer was not closed where it should have been
_DEEPEST = 10  # braces in braces
_COMMENTS = pattern(r"(\\.)|%[^\r\n]*+(?:\r\n?+|\n|\Z)[ \t]*+")
_MADE_BY_MACROS = pattern(r"[\\#{}]")
_ITEM = pattern(r"[^\s,\0]++(?:[\s\0]++[^\s,\0]++)*+")
_OPTION = pattern(r"([^\s,={}\0][^,={}\0]*+)(?:=((?:[^,{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+))?+")


class UnclosedError(Exception):
    """An argument that is not closed: `at` is its opening bracket, `stop` where reading gave up."""

    def __init__(self, at: int, stop: int) -> None:
        self.at = at
        self.stop = stop


class Item(NamedTuple):
    """A word of a list, with its place in the text."""

    text: str
    span: Span


def after_blanks(text: str, position: int) -> int:
    """Where the next argument would begin."""
    match = _BLANKS.match(text, position)
    return match.end() if match else position


def argument(text: str, position: int, opening: str = "{") -> Span | None:
    """The content of the argument that begins after blanks, if one does. Raises UnclosedError."""
    if not text.startswith(opening, position):
        position = after_blanks(text, position)
        if not text.startswith(opening, position):
            return None
    if simple := _SIMPLE[opening].match(text, position):
        return Span(position + 1, simple.end() - 1)
    return Span(position + 1, _closing(text, position, opening))


def _closing(text: str, position: int, opening: str) -> int:
    closing = _CLOSING[opening]
    limit = min(len(text), position + _LONGEST)
    depth = 0
    for token in _TOKEN[opening].finditer(text, position + 1, limit):
        character = token[0]
        if character == closing and not depth:
            return token.start()
        if character == "{":
            depth += 1
            if depth > _DEEPEST:
                raise UnclosedError(position, token.start())
        elif character == "}":
            depth -= 1
            if depth < 0:
                raise UnclosedError(position, token.start())
        elif character[0] in "\r\n":
            raise UnclosedError(position, token.start())
    raise UnclosedError(position, limit)


def items(text: str, span: Span) -> Iterator[Item]:
    """The words between commas, blanks and comments around them left out. One that a comment parts is not given."""
    part = text[span.start : span.end]
    if "%" in part:
        part = _COMMENTS.sub(lambda match: match[0] if match[1] else "\0" * len(match[0]), part)
    for match in _ITEM.finditer(part):
        if "\0" not in match[0]:
            yield Item(match[0], Span(span.start + match.start(), span.start + match.end()))


def is_literal(text: str) -> bool:
    """Whether a key or a name stands for itself, without macros and parameters."""
    return not _MADE_BY_MACROS.search(text)


def options(text: str, span: Span | None) -> tuple[tuple[str, str], ...]:
    """The options of a package: `name=value` and `name`, braces around a value left out."""
    if span is None:
        return ()
    part = _COMMENTS.sub(lambda match: match[0] if match[1] else " ", text[span.start : span.end])
    found = []
    position = 0
    while match := _OPTION.search(part, position):
        value = (match[2] or "").strip()
        if value.startswith("{") and value.endswith("}"):
            value = value[1:-1].strip()
        found.append((" ".join(match[1].split()), value))
        position = match.end()
    return tuple(found)
