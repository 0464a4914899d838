"""Whether all that stood in a file is still read after edits: entries, keys, fields, macros, and no new error."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter

from bibcheck.defects import commands_of, find_defects, is_odd
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding
from bibcheck.source import NEWLINE, Edit, Source, Span
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import INVALID_TOKEN, UNDEFINED_MACRO, Entry, Field, Preamble, String, Tree, Unread

_DIALECTS = ("bibtex", "biblatex")
_NOT_UTF8 = pattern("[\udc80-\udcff]")
_MOST_ODD = 6  # characters of one run that fit into no token
_Place = tuple[str, int]
_Command = Entry | String | Preamble


def read(source: Source) -> list[Tree]:
    """The readings of a source that are compared: both programs', whatever the dialect."""
    return [parse(source, dialect) for dialect in _DIALECTS]


def loss(before: list[Tree], after: Source, findings: Sequence[Finding]) -> str:
    """What the edits of findings, which lead from one text to the other, would do beyond what they say.

    It goes with "would", as in `lose the entry x`; and it is empty if there is no such thing.
    """
    unwritable = why_unwritable(after)
    if unwritable:
        return unwritable
    moves = Moves([edit for finding in findings for edit in finding.edits])
    if moves.overlap:
        return "make edits that overlap"
    # One after the other, for each reading of a large file takes much room.
    return next(filter(None, (_loss_in(tree, parse(after, tree.dialect), moves) for tree in before)), "")


def why_unwritable(source: Source) -> str:
    """What would happen to a text when it is written and read again; empty where it would come back as it is."""
    try:
        if Source.from_bytes(source.path, source.encode(source.text)).text != source.text:
            return "write what cannot be read back"
    except UnicodeError:
        return f"write what cannot be written in {source.encoding}"
    return ""


class Moves:
    """Where edits move the text between them."""

    def __init__(self, edits: list[Edit]) -> None:
        edits = sorted(edits, key=lambda edit: edit.span)
        self.starts = [edit.span.start for edit in edits]
        self.ends = [edit.span.end for edit in edits]
        self.deleted = [edit.span for edit in edits if not edit.text]
        self.shifts = [0, *accumulate(len(edit.text) - edit.span.end + edit.span.start for edit in edits)]
        self.overlap = any(end > start for end, start in zip(self.ends, self.starts[1:], strict=False))

    def touch(self, span: Span) -> bool:
        """Whether an edit changes something inside a span."""
        number = bisect_right(self.ends, span.start)
        return number < len(self.starts) and self.starts[number] < span.end

    def take_out(self, span: Span) -> bool:
        """Whether one edit takes all of a span out."""
        number = bisect_right(self.deleted, span.start, key=attrgetter("start")) - 1
        return number >= 0 and self.deleted[number].end >= span.end

    def moved(self, place: int) -> int:
        """Where a character that no edit touches stands now."""
        return place + self.shifts[bisect_right(self.ends, place)]

    def moved_span(self, span: Span) -> Span:
        """Where a span that no edit touches stands now."""
        start = self.moved(span.start)
        return Span(start, start + span.end - span.start)


def _loss_in(before: Tree, after: Tree, moves: Moves) -> str:
    if _count_errors(after) > _count_errors(before):
        return f"make {_program(after)} stumble where it did not"
    unread = [Span(defect.at, defect.reach) for defect in find_defects(before)]
    old, new = _changed(before, after, moves)
    # Where a program did not read on, there may be more of them to see now.
    if not unread and _doubts(after, new) > _doubts(before, old):
        return "repeat a field or use an undefined macro"
    # A copy may be taken out where the other one is read, which one program may not do.
    copies = [entry.key for entry in old if isinstance(entry, Entry) and moves.take_out(entry.span)]
    kept = {entry.key for entry in after.entries} if copies else set()
    for key in copies:
        if key not in kept:
            return f"lose the entry `{key}` for {_program(after)}"
    there = dict(_parts(after, new))
    starts = [span.start for span in unread]
    odd = [fault.offset for fault in before.faults if fault.code == INVALID_TOKEN]
    for (kind, place), (name, value) in _parts(before, old):
        number = bisect_right(starts, place) - 1
        # After an error a program takes for a command what was meant as text.
        # What is taken out right behind a name may have ended it, and what is right before it may have begun it.
        is_named = moves.touch(Span(_begin_of_name(odd, place), place + len(name) + 1))
        if is_named or (number >= 0 and place < unread[number].end):
            continue
        found = there.get((kind, moves.moved(place)))
        if found is None or found[0] != name:
            return f"lose the {kind} `{name}`"
        if value and not moves.touch(value) and found[1] != moves.moved_span(value):
            return f"change the {kind} `{name}`, of which it does not speak"
    return ""


def _begin_of_name(odd: list[int], place: int) -> int:
    """Where a name may begin once the odd characters before it are gone: with each, biber drops the one behind it."""
    number = bisect_right(odd, place) - 1
    return odd[number] if number >= 0 and place - odd[number] <= _MOST_ODD else place


def _program(tree: Tree) -> str:
    return "biber" if tree.dialect == "biblatex" else "BibTeX"


def is_damaged(trees: list[Tree]) -> bool:
    """Whether a program stumbles over a file, leaves a command unread, or has commands in it in the middle of lines.

    So is one with bytes that are not UTF-8: where something between two of them goes, they may make a character.
    """
    is_utf8 = not _NOT_UTF8.search(trees[0].source.text)
    return not is_utf8 or any(
        _count_errors(tree) or is_odd(tree) or _leaves_unread(tree) or _has_crowded_line(tree) for tree in trees
    )


def _has_crowded_line(tree: Tree) -> bool:
    """Whether two commands stand on one line: as the last one of the file, it would lose the second."""
    commands = pairwise(commands_of(tree))
    return any(NEWLINE.search(tree.source.text, one.end, other.start) is None for one, other in commands)


def _leaves_unread(tree: Tree) -> bool:
    text = tree.source.text
    return any("@" in text[block.start : block.end] for block in tree.blocks if isinstance(block, Unread))


def _count_errors(tree: Tree) -> int:
    return sum(fault.kind == "error" for fault in tree.faults)


def _changed(before: Tree, after: Tree, moves: Moves) -> tuple[list[_Command], list[_Command]]:
    """The commands of either reading, less those of which the other has the same text from start to end.

    What such a command holds is read from its text alone, so it is the same in both.
    """
    new = {block.start: block for block in after.blocks if isinstance(block, _Command)}
    old = []
    for block in before.blocks:
        if not isinstance(block, _Command):
            continue
        start = moves.moved(block.start)
        same = new.get(start) if not block.fault and not moves.touch(block.span) else None
        if same and type(same) is type(block) and not same.fault and same.end - start == block.end - block.start:
            del new[start]
        else:
            old.append(block)
    return old, list(new.values())


def _doubts(tree: Tree, commands: list[_Command]) -> int:
    """How many macros are undefined, and fields given again, of which one program takes the first, the other the last."""
    fields = [[field.name for field in entry.fields] for entry in commands if isinstance(entry, Entry)]
    repeated = sum(len(names) - len(set(names)) for names in fields)
    return repeated + sum(fault.code == UNDEFINED_MACRO for fault in tree.faults)


def _parts(tree: Tree, commands: list[_Command]) -> Iterator[tuple[_Place, tuple[str, Span | None]]]:
    """What is read in commands: of each part its kind and place, with its name as written and the span of its value."""
    text = tree.source.text
    for command in commands:
        if isinstance(command, Entry):
            yield ("entry type", command.type_span.start), (text[slice(*command.type_span)], None)
            yield ("entry", command.key_span.start), (text[slice(*command.key_span)], None)
        if isinstance(command, Preamble):
            if command.field:
                yield ("preamble", command.field.value_span.start), ("", command.field.value_span)
            continue
        for field in command.fields:
            yield _part("field" if isinstance(command, Entry) else "macro", field)


def _part(kind: str, field: Field) -> tuple[_Place, tuple[str, Span | None]]:
    start, end = field.name_span
    return (kind, start), (field.source_text[start:end], field.value_span)
