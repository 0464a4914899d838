"""How many entries are written in a file, how many of them a program reads, and what became of the others."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span
from bibcheck.syntax.tree import Block, Comment, Entry, Field, Junk, Preamble, String

# What an author means as an entry, wherever it stands: not the middle of an e-mail address, nor a command.
_WRITTEN = pattern(
    r"(?<![^\s{}()\"%,])@[ \t]*+(?!(?:string|preamble|comment)\b)[a-z]++[ \t\r\n]*+[{(][ \t\r\n]*+(?P<key>[^\s,{}()=\"]*+)",
    re.IGNORECASE,
)


class Unread(NamedTuple):
    """An entry that is written and not read as one, and where it is instead."""

    key: str
    span: Span
    where: str


class Count(NamedTuple):
    """The entries of one file: those that are read whole, those in comments, and those that are not read, or not whole."""

    read: int
    commented: int
    unread: tuple[Unread, ...]

    @property
    def written(self) -> int:
        """How many entries the author means to be read."""
        return self.read + len(self.unread)


def count_entries(source: Source, dialect: str | None = None) -> Count:
    """Count the entries of a file as the program at hand reads it."""
    bib = Bibliography(source, dialect)
    blocks = bib.tree.blocks
    read = commented = 0
    unread = []
    for match in _WRITTEN.finditer(source.text):
        number = bisect_right(blocks, match.start(), key=attrgetter("start")) - 1
        block = blocks[number]
        if isinstance(block, Entry) and block.start == match.start():
            fault = block.fault
            if fault and fault.kind == "error":
                unread.append(Unread(match["key"], Span(*match.span()), f"{bib.program} does not read it to its end"))
            else:
                read += 1
        elif isinstance(block, Comment):
            commented += 1
        else:
            unread.append(Unread(match["key"], Span(*match.span()), _where(block, match.start())))
    return Count(read, commented, tuple(unread))


def _where(block: Block, place: int) -> str:
    """The block that contains something which is not a command of its own."""
    if isinstance(block, Entry):
        field = next((field for field in block.fields if _holds(field, place)), None)
        return f"it is part of the {field.name} of `{block.key}`" if field else f"it is part of the entry `{block.key}`"
    if isinstance(block, String | Preamble):
        return "it is part of a @string or @preamble"
    return "it is text between entries" if isinstance(block, Junk) else "it is not read"


def _holds(field: Field, place: int) -> bool:
    return field.value_start <= place < field.value_end
