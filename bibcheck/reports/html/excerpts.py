"""The part of a file that shows a finding: its entry, or the lines around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from bibcheck.records import NamedTuple
from bibcheck.source import NEWLINE, Source, Span
from bibcheck.syntax.tree import Block, Entry

_MOST_CHARACTERS = 3_000  # of an entry that are shown
_AROUND = 800  # of a longer one, on either side of the finding
_LONGEST_ASIDE = 240  # of the lines in which nothing is marked: abstracts, mostly


class Excerpt(NamedTuple):
    """What is shown of a file, with what is marked in it between what is not."""

    before: str
    marked: str
    after: str


def excerpt(source: Source, blocks: Sequence[Block], span: Span) -> Excerpt:
    """The entry of a file's blocks in which a span lies, or the lines around it, with the span marked."""
    text = source.text
    entry = _entry_at(blocks, span)
    whole = entry.span if entry else _lines_around(source, span)
    start, end = _window(whole, span)
    stop = max(span.start, min(span.end, end))
    *above, before = text[start : span.start].split("\n")
    after, *below = text[stop:end].rstrip().split("\n")
    before = "\n".join([*map(_cut, above), before])
    after = "\n".join([after, *map(_cut, below)])
    return Excerpt("…" * (start > whole.start) + before, text[span.start : stop], after + "…" * (end < whole.end))


def _entry_at(blocks: Sequence[Block], span: Span) -> Entry | None:
    number = bisect_right(blocks, span.start, key=attrgetter("start")) - 1
    block = blocks[number] if number >= 0 else None
    return block if isinstance(block, Entry) else None


def _lines_around(source: Source, span: Span) -> Span:
    """The lines of a span and the one before, as far as they may be shown: a file may be one line."""
    line_start = span.start - source.place(span.start).column + 1
    start = line_start - source.place(line_start - 1).column if line_start else 0
    stop = max(span.end, span.start)
    newline = NEWLINE.search(source.text, stop, stop + _MOST_CHARACTERS)
    return Span(start, newline.start() if newline else min(len(source.text), stop + _MOST_CHARACTERS))


def _window(whole: Span, span: Span) -> Span:
    """The part of a text that is shown: all of it, or what stands around a span."""
    if whole.end - whole.start <= _MOST_CHARACTERS:
        return whole
    last = min(max(span.end, span.start), span.start + _MOST_CHARACTERS)
    return Span(max(whole.start, span.start - _AROUND), min(whole.end, last + _AROUND))


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST_ASIDE else line[:_LONGEST_ASIDE].rstrip() + " …"
