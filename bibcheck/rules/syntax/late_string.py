"""Macros that are defined after they are used."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from bibcheck.bibliography import Bibliography
from bibcheck.defects.macros import MacroUse, defined_macros, find_undefined_macros
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import move_before, move_below
from bibcheck.syntax.macros import MONTHS
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import Block, Field, String


class LateString(Rule):
    """Define a macro above the first entry that uses it.

    BibTeX and biber read the file once, from the top: a macro that is defined further down is empty, with a warning
    that it is undefined.

    Bad:

        @article{knuth84, title = {Literate Programming}, journal = compj}
        @string{compj = {The Computer Journal}}
                ^^^^^

    Good:

        @string{compj = {The Computer Journal}}
        @article{knuth84, title = {Literate Programming}, journal = compj}
    """

    level = Level.ERROR
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        uses = find_undefined_macros(bib.tree)
        if not uses:
            return
        first: dict[str, MacroUse] = {}
        for use in uses:
            first.setdefault(use.name, use)
        defined = {name: found[0] for name, found in defined_macros(bib.tree).items() if found}
        late = {
            name: (string, field)
            for name, (string, field) in defined.items()
            if name in first and string.start > first[name].span.start
        }
        movable = {
            name: string
            for name, (string, field) in late.items()
            if len(string.fields) == 1
            and string.fault is None
            and _are_above(_macros_in(field), first[name].command.start, defined)
        }
        strings = [block for block in bib.tree.blocks if isinstance(block, String)]
        taken: set[int] = set()
        for name, (_, field) in late.items():
            use = first[name]
            line = bib.source.place(use.span.start).line
            message = f"macro `{name}` is defined below its first use, on line {line}, where it is still empty"
            edits: tuple[Edit, ...] = ()
            if name in movable:
                edits = _move_below_others(bib.text, movable[name], strings, use.command)
                if not edits and use.command.start not in taken:
                    taken.add(use.command.start)  # the next one goes below this one
                    edits = move_before(bib.text, movable[name].span, use.command)
            yield self.finding(field.name_span, message, *edits, related=[self.related(use.span, "first used here")])


def _move_below_others(text: str, string: String, strings: list[String], user: Block) -> tuple[Edit, ...]:
    """Move a definition below the last one above its user, if there is one."""
    number = bisect_left(strings, user.start, key=attrgetter("start"))
    above = strings[number - 1] if number else None
    return move_below(text, string.span, above) if above and above.fault is None else ()


def _macros_in(field: Field) -> set[str]:
    text = field.source_text
    return {lower_ascii(text[piece.start : piece.end]) for piece in field.pieces if piece.kind == "macro"}


def _are_above(names: set[str], place: int, defined: dict[str, tuple[String, Field]]) -> bool:
    """Whether all macros that a definition uses itself are defined above a place."""
    return all(name in MONTHS or (name in defined and defined[name][0].start < place) for name in names)
