"""What a fix makes of the lines that it touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bibcheck.records import NamedTuple
from bibcheck.source import NEWLINE, Edit, Source, Span

_REACH = 300  # how many characters of a line are looked at on either side of an edit: a file may be one line


class Change(NamedTuple):
    """The text of neighbouring lines that edits touch, and what it becomes; without the line end behind it.

    Of long lines it is the part around the edits.
    """

    span: Span
    before: str
    after: str


def changes(source: Source, edits: Iterable[Edit]) -> list[Change]:
    """The changes that edits make, in file order; edits on the same line make one."""
    groups: list[tuple[Span, list[Edit]]] = []
    for edit in sorted(edits):
        around = _lines_around(source, edit.span)
        if groups and around.start <= groups[-1][0].end:
            before, together = groups.pop()
            groups.append((Span(before.start, max(before.end, around.end)), [*together, edit]))
        else:
            groups.append((around, [edit]))
    return [Change(span, source.text[slice(*span)], _edited(source.text, span, group)) for span, group in groups]


def changed_lines(change: Change) -> tuple[list[str], list[str]]:
    """The lines of a change before and after it, less those at its start and end that stay."""
    before, after = NEWLINE.split(change.before), NEWLINE.split(change.after)
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


def _lines_around(source: Source, span: Span) -> Span:
    text = source.text
    line_start = span.start - source.place(span.start).column + 1
    limit = min(span.end + _REACH, len(text))
    newline = NEWLINE.search(text, span.end, limit)
    return Span(max(line_start, span.start - _REACH), newline.start() if newline else limit)


def _edited(text: str, span: Span, edits: list[Edit]) -> str:
    return "".join(_pieces(text, span, edits))


def _pieces(text: str, span: Span, edits: list[Edit]) -> Iterator[str]:
    place = span.start
    for edit in edits:
        yield text[place : edit.span.start]
        yield edit.text
        place = max(place, edit.span.end)
    yield text[place : span.end]
