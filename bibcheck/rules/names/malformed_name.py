"""Names that BibTeX cannot split, or splits against their sense."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import MALFORMED
from bibcheck.names.parse import Name, part_text
from bibcheck.rule import Finding, Fix, Level, Rule


class MalformedName(Rule):
    """Give a name no more commas than it has parts: `Last, First` or `Last, Jr, First`.

    BibTeX complains of a third comma and of a comma at the end of a name; at a third one biber leaves the whole entry out.
    What stands between two commas is the suffix: `King, Martin Luther, Jr.` has `Martin Luther` for one. Without commas the
    last word is the family name: that of `Martin Luther King Jr.` is `Jr.` and that of `Molins A.` is `A.` Where the commas
    stand between people, comma-separated-names speaks.

    Bad:

        @book{king58, author = {King, Martin Luther, Jr.}}
                                ^^^^^^^^^^^^^^^^^^^^^^^^
        @misc{ng99, editor = {Ng, Ann, and Roe, Bo}}
                              ^^^^^^^^

    Good:

        @book{king58, author = {King, Jr., Martin Luther}}
        @misc{ng99, editor = {Ng, Ann and Roe, Bo}}
        @misc{molins08, author = {Molins, A. and King Jr., Martin Luther}}
    """

    level = Level.ERROR
    fix = Fix.NONE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, MALFORMED):
            name = names.names[fault.names[0]]
            said = f"{names.quote(fault.start, fault.end)} {fault.said}"
            if name.commas > 2:
                said += (
                    ": biber leaves the entry out" if bib.dialect == "biblatex" else f": BibTeX prints {_printed(name)}"
                )
            yield self.finding(names.field.span(fault.start, fault.end), said)


def _printed(name: Name) -> str:
    """A name as plain.bst, format.names, prints it."""
    return f"`{' '.join(f'{name.given} {name.family}, {part_text(name.jr)}'.split())}`"
