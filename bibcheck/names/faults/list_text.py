"""A list of names as the search for faults sees it."""

from __future__ import annotations

from bibcheck.names.faults.pieces import is_certain_run, is_reversed, words_of
from bibcheck.names.parse import Name
from bibcheck.records import NamedTuple
from bibcheck.text.latex import brace_groups

_LONGEST = 100  # characters of a name that may be written `Last I.`


class ListText(NamedTuple):
    """A list with its names, and its text with what stands in braces written over."""

    text: str
    masked: str
    names: tuple[Name, ...]
    dialect: str
    with_comma: int  # how many names have a comma
    turned: frozenset[int]  # the numbers of names without a comma that are written `Last I.`, as PubMed does
    has_run: bool  # whether initials in one of those are without full stops and spaces: `Smith SH`

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


def read_list_text(text: str, names: tuple[Name, ...], dialect: str) -> ListText:
    """A list as the search for faults sees it."""
    raws = {number: text[name.start : name.end] for number, name in enumerate(names) if not name.commas}
    turned = frozenset([number for number, raw in raws.items() if len(raw) < _LONGEST and is_reversed(raw)])
    has_run = any(is_certain_run(words_of(raws[number])[-1]) for number in turned)
    return ListText(text, mask(text), names, dialect, len(names) - len(raws), turned, has_run)


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
