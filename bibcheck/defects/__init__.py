"""What is wrong where a program could not read on: every defect once, with the rule that speaks of it.

A program's complaints are not the author's mistakes. After a mistake it goes on at the next `@`, be it in an e-mail
address, and complains again. Here each command that broke gives its defects, and what stands in the rest of it none.
"""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.tree import Block, Broken, Comment, Entry, Fault, Preamble, String, Tree

_AT = pattern("@")
_COMMENTED = pattern(r"%[^%@\r\n]*+@")

Command = Entry | String | Preamble | Broken
_COMMANDS = frozenset({Entry, String, Preamble, Broken, Comment})


class Defect(NamedTuple):
    """One thing that keeps a program from reading a command as its author meant it.

    `rule` is the name of the rule that speaks of it, `span` the text that is wrong, `at` the offset where the program
    gave up, `name` the field or cite key concerned, and `other` the entry that is swallowed or whose mistake it is. All
    text up to `reach` belongs to the defect.
    """

    rule: str
    command: Command
    span: Span
    at: int
    reach: int
    name: str = ""
    other: Span | None = None


def find_defects(tree: Tree) -> list[Defect]:
    """The defects of a file, in file order. Next to nothing where it is read whole and nothing in it looks odd."""
    if not any(fault.kind == "error" for fault in tree.faults) and not is_odd(tree):
        return []
    from bibcheck.defects.diagnosis import diagnose

    return diagnose(tree)


def commands_of(tree: Tree) -> list[Command | Comment]:
    """The blocks that begin with an `@`, in file order."""
    return [block for block in tree.blocks if type(block) in _COMMANDS and not _is_rest(block)]  # type: ignore[misc]


def error_of(command: Command) -> Fault | None:
    """The error at which a command could not be read on."""
    fault = command.fault
    return fault if fault and fault.kind == "error" else None


def is_odd(tree: Tree) -> bool:
    """Whether anything but whole commands at the start of lines is in sight."""
    text = tree.source.text
    commands = commands_of(tree)
    starts = {command.start for command in commands}
    return (
        any(text[at - 1 : at] in "\r\n \t" and at not in starts for at in (m.start() for m in _AT.finditer(text)))
        or any(text[start - 1] not in "\r\n \t})" for start in starts if start)
        or any(text[command.end - 1] not in "})" for command in commands if type(command) is Comment)
        or any(not command.key or "=" in command.key for command in commands if type(command) is Entry)
        or (tree.dialect == "bibtex" and any(m.end() - 1 in starts for m in _COMMENTED.finditer(text)))
    )


def _is_rest(block: Block) -> bool:
    """Whether a block is what was left unread of the command before it."""
    return type(block) is Broken and block.fault.offset <= block.start
