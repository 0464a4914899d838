"""The edits that rules make, written as the file at hand writes its fields."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import takewhile
from operator import attrgetter

from bibcheck.lazy_re import pattern
from bibcheck.source import NEWLINE, Edit, Span
from bibcheck.syntax.tree import WHITE_SPACE, Block, Broken, Entry, Field, Junk, Tree, Unread

_BLANKS_BEFORE = pattern(r"(?:^|(?<=[\r\n]))[ \t]*+\Z")
_BLANKS_AND_BREAK = pattern(r"[ \t]*+(?:\r\n?|\n|\Z)")
_GROUP = pattern(r"\{[^{}]*\}")
_QUOTE_ACCENT = pattern(r"(?<!\{)\\\"(?:\{[^{}]*\}|[A-Za-z])")
_BLANK_LINES = pattern(r"(?:[ \t]*+(?:\r\n?|\n))*+")
_NEAR = 1000  # how far back the start of a line is looked for
_COMMA = pattern(r"[ \t\r\n]*+,")
_COMMA_AT_END = pattern(r"[ \t]*+,(?=[ \t]*+(?:[\r\n]|\Z))")
_LAYOUT = pattern(r",([ \t\r\n]*)[^ \t\r\n=]+([ \t]*)=([ \t]*)")


def replace(field: Field, start: int, end: int, text: str) -> Edit | None:
    """Write `text` for `field.text[start:end]`; None where that text does not stand in the file in one piece."""
    span = field.literal_span(start, end)
    return Edit(span, text) if span else None


def replace_value(field: Field, text: str) -> Edit | None:
    """Write `text` for all that stands between the field's delimiters; None for macros and joined values.

    A number that becomes a word gets braces, without which it would be the name of a macro.
    """
    if not field.is_literal:
        return None
    if field.pieces[0].kind == "number" and not text.isdecimal():
        return Edit(field.value_span, f"{{{text}}}")
    return replace(field, 0, len(field.text), text)


def has_bare_quote(text: str) -> bool:
    """Whether a value would end in the midst of this text if it stood between quotes: `M\\"unchen`, not `M{\\"u}nchen`."""
    return '"' in text and '"' in _GROUP.sub("", text)


def brace_quotes(text: str) -> str:
    """A piece of a value, good between quotes too: accents that would end it get braces, `M{\\"u}nchen` for `M\\"unchen`."""
    return _QUOTE_ACCENT.sub(r"{\g<0>}", text) if has_bare_quote(text) else text


def replace_field_value(field: Field, text: str) -> Edit:
    """Write `text` for the whole value, its delimiters and macros included: the text has its own."""
    return Edit(field.value_span, text)


def rename_field(field: Field, name: str) -> Edit:
    """Give a field another name."""
    return Edit(field.name_span, name)


def delete_field(field: Field) -> Edit:
    """Take a field out, with the comma and the line break before it.

    Of an entry's first field it is the comma behind it: where no field is left, biber wants the one behind the key.
    """
    (edit,) = delete_fields([field])
    return edit


def delete_fields(fields: Iterable[Field]) -> list[Edit]:
    """Take fields out together. Where the first ones of an entry go, the comma behind each goes with it, and none before it."""
    fields = list(fields)
    gone = set(map(id, fields))
    first: set[int] = set()  # those before which no field stays
    for entry in {id(field.entry): field.entry for field in fields if field.entry}.values():
        first |= set(takewhile(gone.__contains__, map(id, entry.fields)))
    return [
        _delete_first(field) if id(field) in first else Edit(Span(field.start, field.value_end), "") for field in fields
    ]


def _delete_first(field: Field) -> Edit:
    comma = _COMMA.match(field.source_text, field.value_end)
    return Edit(Span(field.start + 1, comma.end() if comma else field.value_end), "")


def insert_after(field: Field, name: str, value: str, *, is_macro: bool = False) -> Edit:
    """Add `name = {value}` after a field, on a line of its own if that field has one, its `=` below the others if these are.

    The name of a macro goes without delimiters.
    """
    source = field.source_text
    layout = _LAYOUT.match(source, field.start)
    break_, gap, after = layout.groups() if layout else (" ", " ", " ")
    if gap and "\n" in break_ and _are_aligned(field):
        width = field.name_end - field.name_start + len(gap)
        gap = " " * max(width - len(name), 1)
    opening, closing = ("{", "}") if source[field.value_start] != '"' else ('"', '"')
    if is_macro:
        opening = closing = ""
    end = field.value_end
    return Edit(Span(end, end), f",{break_ or ' '}{name}{gap}={after}{opening}{value}{closing}")


def replace_field(field: Field, others: Iterable[tuple[str, str]]) -> Edit:
    """Write other fields, as names and values, in the place of a field, laid out as it is."""
    text = "".join(insert_after(field, name, value).text for name, value in others)
    return Edit(Span(field.start + 1, field.value_end), text[1:])  # the comma before it may go with the field above


def _are_aligned(field: Field) -> bool:
    """Whether the values of an entry stand below one another, although their names are of different lengths."""
    fields = field.entry.fields if field.entry else []
    widths = {other.value_start - other.name_start for other in fields}
    return len(widths) == 1 and len({len(other.name) for other in fields}) > 1


def change_type(entry: Entry, type: str) -> Edit:
    """Give an entry another type, in the letter case in which the old one is written."""
    # The tree keeps types in lower case; the text of the file is at hand in its fields.
    written = entry.fields[0].source_text[slice(*entry.type_span)] if entry.fields else ""
    if written.isupper():
        type = type.upper()
    elif written[:1].isupper():
        type = type.capitalize()
    return Edit(entry.type_span, type)


def delete(text: str, span: Span) -> Edit:
    """Take a piece of a file's text out, with its line where nothing else stands on it.

    Of blank lines above and below only those above are left, and none at the end of the file.
    """
    before = _BLANKS_BEFORE.search(text, max(0, span.start - _NEAR), span.start)
    after = _BLANKS_AND_BREAK.match(text, span.end)
    if not before or not after:
        return Edit(span, "")
    start, end = before.start(), after.end()
    above = _start_of_blank_lines(text, start)
    below = end + len(_blank_lines_at(text, end))
    if below == len(text):
        return Edit(Span(above, below), "")
    return Edit(Span(start, below if above < start or start == 0 else end), "")


def delete_command(tree: Tree, command: Block) -> Edit | None:
    """Take a command out, with a comma that ends its line.

    None where other text stands on its lines, or where it or its neighbour is broken: what is left there might be taken
    for something else.
    """
    number = bisect_right(tree.blocks, command.start, key=attrgetter("start")) - 1
    above = _text_beside(tree, number, -1)
    below = _text_beside(tree, number, 1)
    if above is None or below is None or _is_broken(command):
        return None
    comma = _COMMA_AT_END.match(below)
    length = comma.end() if comma else 0
    beside = NEWLINE.split(above)[-1] + NEWLINE.split(below[length:], 1)[0]
    return None if beside.strip(WHITE_SPACE) else delete(tree.source.text, Span(command.start, command.end + length))


def _text_beside(tree: Tree, number: int, step: int) -> str | None:
    """The text between a command and the one before or after it; None where that is broken, or never read."""
    near = [tree.blocks[place] for place in (number + step, number + 2 * step) if 0 <= place < len(tree.blocks)]
    is_text = bool(near) and isinstance(near[0], Junk | Unread)
    text = tree.source.text[near[0].start : near[0].end] if is_text else ""
    return None if "@" in text or any(map(_is_broken, near if is_text else near[:1])) else text


def _is_broken(block: Block) -> bool:
    return isinstance(block, Broken) or getattr(block, "fault", None) is not None


def move_before(text: str, span: Span, command: Block) -> tuple[Edit, Edit]:
    """Move a command to a line above another one, and above what silences rules for that.

    It has as many blank lines below it there as the other command.
    """
    line_break = NEWLINE.search(text)
    moved = text[span.start : span.end] + (line_break[0] if line_break else "\n")
    place = command.start
    while "bibcheck:" in text[(above := text.rfind("\n", 0, max(place - 1, 0)) + 1) : place]:
        place = above
    return delete(text, span), Edit(Span(place, place), moved + _blank_lines_below(text, command.end))


def move_below(text: str, span: Span, command: Block) -> tuple[Edit, ...]:
    """Move a command to the line below another one; nothing where anything follows that on its line."""
    rest = _BLANKS_AND_BREAK.match(text, command.end)
    if not rest or not rest[0].strip(" \t"):
        return ()
    line_break = rest[0].lstrip(" \t")
    return delete(text, span), Edit(Span(rest.end(), rest.end()), text[span.start : span.end] + line_break)


def move_to_end(text: str, span: Span) -> tuple[Edit, Edit]:
    """Move a command of a file to its end, on a line of its own, with as many blank lines above it as were below it."""
    line_break = NEWLINE.search(text)
    newline = line_break[0] if line_break else "\n"
    moved = _blank_lines_below(text, span.end) + text[span.start : span.end]
    moved = moved + newline if text.endswith(("\n", "\r")) else newline + moved
    return delete(text, span), Edit(Span(len(text), len(text)), moved)


def _start_of_blank_lines(text: str, place: int) -> int:
    """Where the blank lines above the start of a line begin: there, if there are none."""
    near = text[max(0, place - _NEAR) : place]
    filled = len(near.rstrip(WHITE_SPACE))
    line_break = NEWLINE.search(near, filled)
    return place - len(near) + (line_break.end() if filled and line_break else 0)


def _blank_lines_below(text: str, end: int) -> str:
    """The blank lines below the line on which something ends, if nothing else stands on that."""
    rest = _BLANKS_AND_BREAK.match(text, end)
    return _blank_lines_at(text, rest.end()) if rest else ""


def _blank_lines_at(text: str, place: int) -> str:
    """The blank lines from the start of a line on."""
    found = _BLANK_LINES.match(text, place)
    return found[0] if found else ""
