"""Macros that are defined after they are used."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.defects.macros import MacroUse, defined_macros, find_undefined_macros
from bibcheck.edits import move_before
from bibcheck.rule import Edit, Finding, Fix, Level, Rule
from bibcheck.syntax.macros import MONTHS
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import Field, String


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

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        uses = find_undefined_macros(bib.tree)
        if not uses:
            return
        first: dict[str, MacroUse] = {}
        for use in uses:
            first.setdefault(use.name, use)
        defined = {name: found[0] for name, found in defined_macros(bib.tree).items() if found}
        for name, (string, field) in defined.items():
            if name in first and string.start > first[name].span.start:
                user = first[name].command
                line = bib.source.place(first[name].span.start).line
                message = f"macro `{name}` is defined below its first use, on line {line}, where it is still empty"
                edits: tuple[Edit, ...] = ()
                if (
                    len(string.fields) == 1
                    and string.fault is None
                    and _are_above(_macros_in(field), user.start, defined)
                ):
                    edits = move_before(bib.text, string.span, user.start)
                used_here = self.related(first[name].span, "first used here")
                yield self.finding(field.name_span, message, *edits, related=[used_here])


def _macros_in(field: Field) -> set[str]:
    text = field.source_text
    return {lower_ascii(text[piece.start : piece.end]) for piece in field.pieces if piece.kind == "macro"}


def _are_above(names: set[str], place: int, defined: dict[str, tuple[String, Field]]) -> bool:
    """Whether all macros that a definition uses itself are defined above a place."""
    return all(name in MONTHS or (name in defined and defined[name][0].start < place) for name in names)
