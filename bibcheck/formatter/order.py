"""The order of a file's items: what sorting moves, and what it must not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush
from unicodedata import combining, normalize

from bibcheck.bibliography import CONTROL_TYPES, Bibliography
from bibcheck.formatter.items import Item
from bibcheck.formatter.settings import FormatSettings
from bibcheck.lazy_re import pattern
from bibcheck.names.parse import read_names
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import Entry, Field, Preamble, String, Tree
from bibcheck.text.latex import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_YEAR = pattern(r"[0-9]{4}")
_PINNED_TYPES = CONTROL_TYPES | {"xdata"}
_COMMENT = pattern(r"(?:[ \t]*+(?:%[^\r\n]*+|@comment[^\r\n]*+)?[\r\n]++|[ \t]++\Z)*+", re.IGNORECASE)
_NUMBER = pattern(r"[0-9]+")


def in_order(items: list[Item], bib: Bibliography, settings: FormatSettings) -> list[Item]:
    """The items in the order that the settings ask for.

    Nothing moves across what is opaque. Entries move between what stays: text that stands for itself, comments, macros,
    preambles, @xdata. In a file for BibTeX, what others cross-reference stays below these. In any file entries of one key
    keep their order, and an entry that inherits from one that inherits itself stays above or below it.
    """
    if settings.strings == "keep" and not settings.sort:
        return items
    order: list[Item] = []
    if any(item.kind == "opaque" for item in items):
        for item in items:
            # Moved below what is broken, a `}` in it might close that.
            item.is_pinned = item.lead != "" and not _COMMENT.fullmatch(item.lead)
    fixed = _fixed_names(bib.tree) if settings.strings == "top" else set()
    for segment in _runs(items, lambda item: item.kind != "opaque"):
        if settings.strings == "top" and segment[0].kind != "opaque":
            segment = _strings_first(segment, fixed, is_first=segment[0] is items[0])
        if settings.sort:
            for run in _runs(segment, _is_movable):
                order += _Sorter(run, bib, settings).sort() if len(run) > 1 else run
        else:
            order += segment
    return order


def _runs(items: list[Item], belongs: Callable[[Item], bool]) -> Iterator[list[Item]]:
    """The items in runs of those that belong together; each of the others alone."""
    run: list[Item] = []
    for item in items:
        if belongs(item):
            run.append(item)
            continue
        if run:
            yield run
        yield [item]
        run = []
    if run:
        yield run


def _is_movable(item: Item) -> bool:
    is_free = isinstance(item.block, Entry) and item.block.type not in _PINNED_TYPES
    return is_free and item.kind == "entry" and not item.is_pinned


def _strings_first(segment: list[Item], fixed: set[str], *, is_first: bool) -> list[Item]:
    """The items of a segment with its macros and preambles at its top, below the text that the file begins with.

    A macro stays where it is if it is `fixed`, or if it needs one that stays: that is fixed too from then on.
    """
    top = 0
    while is_first and top < len(segment) and segment[top].kind in ("text", "comment"):
        top += 1
    moved: list[Item] = []
    others: list[Item] = []
    preambles_move = True
    for item in segment[top:]:
        is_moved = not item.is_pinned
        if isinstance(item.block, String):
            is_moved = is_moved and fixed.isdisjoint({item.block.name} | _macros_in(item.block.fields))
            if not is_moved:
                fixed.add(item.block.name)
        elif isinstance(item.block, Preamble) and item.block.field:
            is_moved = is_moved and preambles_move and fixed.isdisjoint(_macros_in([item.block.field]))
            preambles_move = is_moved
        else:
            is_moved = False
        (moved if is_moved else others).append(item)
    return [*segment[:top], *moved, *others]


def _fixed_names(tree: Tree) -> set[str]:
    """The macros that cannot move: those that are defined twice, or used before they are defined."""
    defined: set[str] = set()
    used: set[str] = set()
    fixed: set[str] = set()
    for block in tree.blocks:
        if isinstance(block, Entry | String):
            used.update(_macros_in(block.fields))
        elif isinstance(block, Preamble) and block.field:
            used.update(_macros_in([block.field]))
        if isinstance(block, String):
            if block.name in defined or block.name in used:
                fixed.add(block.name)
            defined.add(block.name)
    return fixed


def _macros_in(fields: Iterable[Field]) -> set[str]:
    return {
        lower_ascii(field.source_text[piece.start : piece.end])
        for field in fields
        if not (field.is_literal and field.is_known)
        for piece in field.pieces
        if piece.kind == "macro"
    }


class _Sorter:
    """Sorts a run of entries, as far as what must stay below others allows; stable."""

    def __init__(self, items: list[Item], bib: Bibliography, settings: FormatSettings) -> None:
        self.items = items
        self.bib = bib
        self.keys = [lower_ascii(item.block.key) for item in items if isinstance(item.block, Entry)]
        ranks = list(range(len(items)))
        for name in reversed(settings.sort):
            by = name.removeprefix("-")
            values = [self._value(by, item) for item in items]
            present = [rank for rank in ranks if values[rank] is not None]
            present.sort(key=values.__getitem__, reverse=name != by)
            ranks = present + [rank for rank in ranks if values[rank] is None]
        self.wish = {rank: place for place, rank in enumerate(ranks)}

    def sort(self) -> list[Item]:
        """The entries in order."""
        above = self._what_stands_below()
        waits = [0] * len(self.items)
        for below in above.values():
            for rank in below:
                waits[rank] += 1
        ready = [(self.wish[rank], rank) for rank, count in enumerate(waits) if not count]
        heapify(ready)
        done: list[Item] = []
        is_done = [False] * len(self.items)
        by_wish = iter(sorted(self.wish, key=self.wish.__getitem__))
        while len(done) < len(self.items):
            if ready:
                rank = heappop(ready)[1]
            else:  # a circle: its first
                rank = next(rank for rank in by_wish if not is_done[rank])
            if is_done[rank]:
                continue
            is_done[rank] = True
            done.append(self.items[rank])
            for freed in above.get(rank, ()):
                waits[freed] -= 1
                if waits[freed] == 0 and not is_done[freed]:
                    heappush(ready, (self.wish[freed], freed))
        return done

    def _what_stands_below(self) -> dict[int, list[int]]:
        """For each entry by its number those that must stay below it."""
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        above: dict[int, list[int]] = {}
        for rank, key in enumerate(self.keys):
            if key in last:
                above.setdefault(last[key], []).append(rank)
            first.setdefault(key, rank)
            last[key] = rank
        for rank, item in enumerate(self.items):
            link = item.block.field("crossref") if isinstance(item.block, Entry) else None
            parent = first.get(lower_ascii(link.value)) if link else None
            if parent is None or self.keys[parent] == self.keys[rank]:
                continue
            if self._has_parent(parent):
                # What BibTeX hands down over two steps depends on which it comes to first (bibtex.web §277).
                above.setdefault(min(parent, rank), []).append(max(parent, rank))
            elif self.bib.dialect != "biblatex":
                above.setdefault(rank, []).append(parent)
        return above

    def _has_parent(self, rank: int) -> bool:
        entry = self.items[rank].block
        return isinstance(entry, Entry) and entry.field("crossref") is not None

    def _value(self, by: str, item: Item) -> Any:
        """What an entry is sorted by; None, which comes last, where it has nothing of the kind."""
        entry = item.block
        assert isinstance(entry, Entry)
        if by == "key":
            return entry.key.casefold()
        if by == "type":
            return entry.type
        if by == "year":
            text = self._text(entry, "year", "date")
            match = _YEAR.search(text) or _NUMBER.search(text)
            return int(match[0][:9]) if match else None
        if by == "title":
            return _sortable(self._text(entry, "title")) or None
        names = read_names(self._text(entry, "author", "editor"), self.bib.dialect)
        return tuple(_sortable(f"{name.family}, {name.given}") for name in names) or None

    def _text(self, entry: Entry, *names: str) -> str:
        """The first of the named fields that an entry has, or that it inherits."""
        for one in (entry, self.bib.parent(entry)):
            for name in names:
                field = one.field(name) if one else None
                if field and field.value:
                    return field.value
        return ""


def _sortable(text: str) -> str:
    """Text as it prints, letter case and accents aside."""
    letters = normalize("NFKD", decode(text).text.casefold())
    return "".join(letter for letter in letters if not combining(letter))
