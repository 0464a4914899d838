"""A list of names as the search for faults sees it."""

from __future__ import annotations

from bibcheck.names.parse import Name
from bibcheck.records import NamedTuple
from bibcheck.text.latex import brace_groups


class ListText(NamedTuple):
    """A list with its names, and its text with what stands in braces written over."""

    text: str
    masked: str
    names: tuple[Name, ...]
    dialect: str

    def raw(self, number: int) -> str:
        """The text of a name."""
        name = self.names[number]
        return self.text[name.start : name.end]

    def outside_braces(self, number: int) -> str:
        """The text of a name, what stands in braces written over."""
        name = self.names[number]
        return self.masked[name.start : name.end]

    def is_last(self, number: int) -> bool:
        """Whether no name follows."""
        return number == len(self.names) - 1


def mask(text: str) -> str:
    """The text with what stands in braces written over."""
    if "{" not in text:
        return text
    pieces = []
    done = 0
    for start, end in brace_groups(text):
        pieces += [text[done:start], "{" + "x" * (end - start - 2) + "}" if end - start > 1 else "{"]
        done = end
    return "".join(pieces) + text[done:]
