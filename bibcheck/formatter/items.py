"""The parts of a file that keep together: a command with the comments that belong to it, free text, what is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.syntax import parse
from bibcheck.syntax.tree import WHITE_SPACE, Block, Comment, Entry, Preamble, String

_BLANK_LINES = pattern(r"\n[ \t\r]*+(?=\n)|\r[ \t]*+(?=\r)")
_SPEAKS_OF_NEXT = pattern(r"bibcheck:[ \t]*+ignore(?!-file)", re.IGNORECASE)
# A comment right above the first entry is about the file if it says one of these, else about the entry.
_SPEAKS_OF_FILE = pattern(
    r"encoding|coding:|charset|(?:created|generated|exported|maintained) (?:by|with|from|on)|bibliography"
    r"|bib(?:tex|latex)? file|database|this file|copyright|licen[cs]e|ignore-file|-\*-|\$id",
    re.IGNORECASE,
)
_COMMENT_LINES = pattern(r"(?:[ \t]*+%[^\r\n]*+(?:\r\n?|\n|\Z))++")


class Item:
    """A part of the file, from `start` to `end`; nothing but white space is between two.

    `kind` is entry, string, preamble, comment, text or opaque; the last is never looked into and nothing moves across it.
    `lead` is the text above the command that belongs to it, up to the line break before it; `tail` is what follows it on
    its line. `gap` counts the blank lines above, of which the first item of a file has none.
    """

    __slots__ = ("block", "end", "gap", "is_glued", "is_pinned", "kind", "lead", "start", "tail")

    def __init__(self, kind: str, start: int, end: int, block: Block | None = None, lead: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.block = block
        self.lead = lead
        self.tail = ""
        self.gap = 0
        self.is_glued = False  # to the text about the file that stands right above it
        self.is_pinned = False  # to its place


class Splitter:
    """Splits one file into items."""

    def __init__(self, bib: Bibliography) -> None:
        self.bib = bib
        self.text = bib.text
        self.line_end = "\r" if "\n" not in bib.text and "\r" in bib.text else "\n"
        self.items: list[Item] = []
        self.waiting: list[Item] = []  # comments that speak of the next command
        self.done = 0

    def split(self) -> list[Item]:
        """The items, in file order; none where there is no command to lay out."""
        for block in _regular_commands(self.bib, self.line_end):
            lead = self._read_between(block.start, has_next=True)
            self._take(block, lead)
        if self.done:
            self._read_between(len(self.text), has_next=False)
            self._flush()
        position = 0
        for item in self.items:
            item.gap = len(_BLANK_LINES.findall(self.text, position, item.start)) if position else 0
            position = item.end
        return self.items

    def _take(self, block: Block, lead: tuple[int, int] | None) -> None:
        kind = type(block).__name__.lower()
        start = lead[0] if lead else block.start
        item = Item(kind, start, block.end, block, self.text[start : block.start] if lead else "")
        item.is_glued = not self.waiting and not lead and self._ends_in_header(start)
        self.done = block.end
        if kind == "comment" and _SPEAKS_OF_NEXT.search(self.text, block.start, block.end):
            self.waiting.append(item)
            return
        if self.waiting:
            item.start = self.waiting[0].start
            item.lead = self.text[item.start : block.start]
            self.waiting.clear()
        self.items.append(item)

    def _ends_in_header(self, start: int) -> bool:
        if len(self.items) == 0 or self.items[-1].kind != "text":
            return False
        return self.text.count(self.line_end, self.items[-1].end, start) == 1

    def _flush(self) -> None:
        self.items += self.waiting
        self.waiting.clear()

    def _read_between(self, stop: int, *, has_next: bool) -> tuple[int, int] | None:
        """Make items of what stands before the next command, less what belongs to that: its span is returned."""
        text = self.text
        between = text[self.done : stop]
        if not between.strip(WHITE_SPACE):
            return None
        if "@" in between:
            return self._read_opaque(stop, has_next=has_next)
        position = self._read_tail(stop)
        paragraphs = list(_paragraphs(text, position, stop, self.line_end))
        if not paragraphs:
            return None
        first = len(paragraphs)
        if has_next:
            first = self._first_of_next(paragraphs, stop)
        for start, end in paragraphs[:first]:
            self._flush()
            self.items.append(Item("text", start, end))
        return (paragraphs[first][0], paragraphs[-1][1]) if first < len(paragraphs) else None

    def _first_of_next(self, paragraphs: list[tuple[int, int]], stop: int) -> int:
        """The number of the first paragraph that belongs to the command below."""
        if self.waiting:
            return 0
        for number, (start, end) in enumerate(paragraphs):
            if _SPEAKS_OF_NEXT.search(self.text, start, end):
                return number
        start, end = paragraphs[-1]
        is_near = self.text.count(self.line_end, end, stop) == 1
        is_first = not self.items
        if not is_near or (is_first and may_begin_file(self.text[start:end])):
            return len(paragraphs)
        return len(paragraphs) - 1

    def _read_tail(self, stop: int) -> int:
        """Give the command before what follows it on its line. Returns where the next line begins."""
        if self.done == 0:
            return 0
        line_end = self.text.find(self.line_end, self.done, stop)
        line_end = stop if line_end < 0 else line_end
        tail = self.text[self.done : line_end].rstrip(WHITE_SPACE)
        if tail:
            item = self.waiting[-1] if self.waiting else self.items[-1]
            item.tail = tail
            item.end = self.done + len(tail)
        return line_end

    def _read_opaque(self, stop: int, *, has_next: bool) -> tuple[int, int] | None:
        text = self.text
        self._flush()
        line_end = text.find(self.line_end, self.done, stop)
        line_end = stop if line_end < 0 else line_end
        end = self.done + len(text[self.done : stop].rstrip(WHITE_SPACE))
        own = _comment_lines_above(text, line_end, stop, self.line_end) if has_next else None
        if own:
            end = line_end + len(text[line_end : own[0]].rstrip(WHITE_SPACE))
        if self.items and text[self.done : line_end].strip(WHITE_SPACE):
            # What follows the command on its line may depend on where the line ends.
            item = self.items[-1]
            item.kind, item.end = "opaque", max(end, item.end)
            return own
        start = self.done + len(text[self.done : end]) - len(text[self.done : end].lstrip(WHITE_SPACE))
        start = max(text.rfind(self.line_end, self.done, start) + 1, self.done)
        self.items.append(Item("opaque", start, end))
        return own


def may_begin_file(lead: str) -> bool:
    """Whether what stands above a command would be taken for text about the file if the file began with it."""
    return _SPEAKS_OF_FILE.search(lead) is not None and not _SPEAKS_OF_NEXT.search(lead)


def _comment_lines_above(text: str, start: int, stop: int, line_end: str) -> tuple[int, int] | None:
    """The lines with `%` right above a place, if no `@` is in them and a blank line or another command is above them."""
    block_start = max(text.rfind(line_end + line_end, start, stop) + 2, start)
    crlf = text.rfind("\r\n\r\n", start, stop)
    if crlf >= 0:
        block_start = max(block_start, crlf + 4)
    if block_start <= start or "@" in text[block_start:stop]:
        return None
    match = _COMMENT_LINES.fullmatch(text, block_start, stop)
    return (block_start, block_start + len(text[block_start:stop].rstrip(WHITE_SPACE))) if match else None


def _paragraphs(text: str, start: int, stop: int, line_end: str) -> Iterator[tuple[int, int]]:
    """The runs of lines that are not blank: from the start of a line to the last character that is not white space."""
    opened = closed = -1
    while start < stop:
        end = text.find(line_end, start, stop)
        end = stop if end < 0 else end
        line = text[start:end].rstrip(WHITE_SPACE)
        if line:
            opened = start if opened < 0 else opened
            closed = start + len(line)
        elif opened >= 0:
            yield opened, closed
            opened = -1
        start = end + 1
    if opened >= 0:
        yield opened, closed


def _regular_commands(bib: Bibliography, line_end: str) -> Iterator[Block]:
    """The commands that BibTeX (and biber, where the file is for biber) reads whole and that begin a line.

    A command may also follow another on its line.
    """
    text = bib.text
    tree = bib.tree if bib.tree.dialect == "bibtex" else parse(bib.source)
    others = None if tree is bib.tree else {block.start: block for block in bib.tree.blocks}
    is_at_start = True
    for block in tree.blocks:
        if is_at_start and _is_regular(block, text) and (others is None or _agree(block, others.get(block.start))):
            yield block
            continue
        _, break_, last = text[block.start : block.end].rpartition(line_end)
        is_at_start = not last.strip(WHITE_SPACE) and (bool(break_) or is_at_start)


def _is_regular(block: Block, text: str) -> bool:
    if isinstance(block, Entry):
        is_clear = block.fault is None and "%" not in block.key and block.key != ""
        return is_clear and (bool(block.fields) or block.closing == "}")
    if isinstance(block, String):
        return block.fault is None and block.field is not None
    if isinstance(block, Preamble):
        return block.fault is None and block.field is not None
    return isinstance(block, Comment) and text[block.end - 1] == "}"


def _agree(block: Block, other: Block | None) -> bool:
    """Whether the other program reads the same there."""
    if other is None or type(other) is not type(block) or other.end != block.end:
        return False
    if isinstance(block, Comment):
        return True
    if getattr(other, "fault", None) is not None:
        return False
    if isinstance(block, Entry | String) and isinstance(other, Entry | String):
        ours, theirs = ([(field.name_span, field.value_span) for field in one.fields] for one in (block, other))
        return ours == theirs
    return True
