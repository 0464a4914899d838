"""A @preamble below the first entry."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import move_before
from bibcheck.syntax.tree import Entry, Preamble


class LatePreamble(Rule):
    """Put what is for the whole file at its head: @preamble above the first entry.

    BibTeX writes it before all references wherever it stands, so it is easily overlooked further down. This is a house
    policy.

    Bad:

        @book{knuth86, title = {The \\noop{TeX}book}}
        @preamble{"\\newcommand{\\noop}[1]{}"}
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @preamble{"\\newcommand{\\noop}[1]{}"}
        @book{knuth86, title = {The \\noop{TeX}book}}
    """

    level = Level.OFF
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        first = next(bib.tree.entries, None)
        if first is None:
            return
        is_fixed = False
        for block in bib.tree.blocks:
            if isinstance(block, Preamble) and block.start > first.start:
                # One at a time: they are joined in the order in which they stand.
                edits = () if is_fixed else _move(bib, block, first)
                is_fixed = True
                line = bib.source.place(first.start).line
                yield self.finding(block, f"@preamble below the first entry, which is on line {line}", *edits)


def _move(bib: Bibliography, preamble: Preamble, first: Entry) -> tuple[Edit, ...]:
    is_plain = preamble.field and all(piece.kind != "macro" for piece in preamble.field.pieces)
    return move_before(bib.text, preamble.span, first) if is_plain and preamble.fault is None else ()
