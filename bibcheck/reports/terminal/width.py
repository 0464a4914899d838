"""How wide text is on a terminal, and text cut to a width."""

from __future__ import annotations

import os
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.reports.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_TAB = 4
_DEFAULT = 120  # columns where there is no terminal
_LEAST = 20
_WORD = pattern(r" *+[^ ]++")  # with the spaces before it
_PAINT = pattern(r"\x1b\[[0-9;]*+m")


def columns_of(out: TextIO) -> int:
    """The width to write for: what COLUMNS says, else that of the terminal, else 120."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return max(int(told), _LEAST)
    try:
        return max(os.get_terminal_size(out.fileno()).columns or _DEFAULT, _LEAST) if out.isatty() else _DEFAULT
    except OSError:
        return _DEFAULT


def terminal_columns(out: TextIO) -> int | None:
    """The same, but None where there is no terminal, which would break lines: in a file a line is easier to search whole."""
    return columns_of(out) if out.isatty() else None


def width(text: str) -> int:
    """The columns that `text` takes: none for marks that combine, two for wide characters (UAX #11)."""
    return len(text) if text.isascii() else sum(_widths(text))


def widened(text: str, column: int) -> str:
    """`text` fit to print from a column on, tabs as spaces."""
    first, *others = (visible(part) for part in text.split("\t"))
    for part in others:
        first += " " * (_TAB - (column + width(first)) % _TAB) + part
    return first


def folded(text: str, columns: int | None, indent: int, head: str = "") -> str:
    """A text on lines that end between words, behind a head that stays whole; the lines after the first are indented.

    Both may be painted. A word that is longer than a line has one of its own. No line is made to begin with `::`,
    which GitHub Actions takes for a command.
    """
    if head:
        text = f" {text}"
    if columns is None:
        return head + text
    lines, used = [head], _painted_width(head)
    for word in _WORD.findall(text):
        size = _painted_width(word)
        if used + size > columns and used > indent and not _PAINT.sub("", word).lstrip().startswith("::"):
            word = word.lstrip(" ")
            lines[-1] = lines[-1].rstrip(" ")
            lines.append(" " * indent)
            used, size = indent, _painted_width(word)
        lines[-1] += word
        used += size
    return "\n".join(lines)


def _painted_width(text: str) -> int:
    return width(_PAINT.sub("", text) if "\x1b" in text else text)


def cut(text: str, columns: int) -> str:
    """As much of the start of `text` as the columns hold, with `…` for the rest."""
    if width(text) <= columns:
        return text
    return text[: _fitting(text, columns - 1)] + "…"


def cut_start(text: str, columns: int) -> str:
    """As much of the end of `text` as the columns hold, with `…` for what is before it."""
    if width(text) <= columns:
        return text
    start = len(text) - _fitting(text[::-1], columns - 1)
    while start < len(text) and not width(text[start]):  # a mark without its letter
        start += 1
    return "…" + text[start:]


def framed(before: str, marked: str, after: str, columns: int) -> tuple[str, str, str]:
    """Three parts of a line, cut so that together they fit, and what is marked stays in sight.

    At least half of the columns are for what comes before the mark, if it needs them.
    """
    room = columns - max(width(marked), 1) - width(after)
    if width(before) > max(room, columns // 2):
        before = cut_start(before, max(room, columns // 2))
    room = columns - width(before)
    if width(marked) > room or (width(marked) == room and after):
        return before, cut(f"{marked}…", room), ""
    return before, marked, cut(after, room - width(marked))


def _fitting(text: str, columns: int) -> int:
    """How many characters of the start of `text` fit into the columns."""
    if text.isascii():
        return max(columns, 0)
    used = 0
    for number, one in enumerate(_widths(text)):
        used += one
        if used > columns:
            return number
    return len(text)


def _widths(text: str) -> list[int]:
    return list(map(_width_of, text))


@lru_cache(maxsize=4096)
def _width_of(character: str) -> int:
    from unicodedata import category, east_asian_width

    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
