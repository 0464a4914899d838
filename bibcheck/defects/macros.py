"""Macros that are used where nothing defines them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import UNDEFINED_MACRO, Block, Entry, Field, Preamble, String, Tree


class MacroUse(NamedTuple):
    """The name of a macro (lower case) where it stands in a value, and the command that it stands in."""

    name: str
    span: Span
    field: Field
    command: Block


def find_undefined_macros(tree: Tree) -> list[MacroUse]:
    """The uses of macros that nothing above them in the file defines, in file order."""
    ends = {fault.offset for fault in tree.faults if fault.code == UNDEFINED_MACRO}
    return [use for use in macro_uses(tree) if use.span.end in ends] if ends else []


def macro_uses(tree: Tree) -> Iterator[MacroUse]:
    """Every use of a macro, in file order."""
    for block in tree.blocks:
        for field in fields_of(block):
            if not field.is_literal:
                for piece in field.pieces:
                    if piece.kind == "macro":
                        name = field.source_text[piece.start : piece.end]
                        yield MacroUse(lower_ascii(name), Span(piece.start, piece.end), field, block)


def fields_of(block: Block) -> list[Field]:
    """The fields of an entry, the definitions of a @string, the value of a @preamble."""
    if isinstance(block, Entry | String):
        return block.fields
    return [block.field] if isinstance(block, Preamble) and block.field else []


def defined_macros(tree: Tree) -> dict[str, list[tuple[String, Field]]]:
    """Every macro that the file defines (lower case), with its definitions in file order."""
    found: dict[str, list[tuple[String, Field]]] = {}
    for block in tree.blocks:
        if type(block) is String:
            found.setdefault(block.name, [])
            for field in block.fields:
                if field.pieces[0].kind != "missing":
                    found.setdefault(field.name, []).append((block, field))
    found.pop("", None)
    return found
