"""Names that BibTeX cannot split into parts, or splits wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import MALFORMED
from bibcheck.names.parse import Name, part_text
from bibcheck.rule import Finding, Fix, Level, Rule


class MalformedName(Rule):
    """Write a name as `First Last`, `Last, First` or `Last, Jr, First`.

    BibTeX complains about a third comma and about a comma at the end of a name; biber leaves the whole entry out at a third
    one. The part between two commas is the suffix, so `King, Martin Luther, Jr.` has the suffix `Martin Luther`. Without a
    comma the last word is the family name: `Jr.` in `Martin Luther King Jr.` and `A.` in `Molins A.` Text that is no name, such
    as a whole reference, is reported too. If the commas separate people, see comma-separated-names.

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
            if name.commas > 2 and "commas" in fault.said:
                said += (
                    ": biber leaves the entry out"
                    if bib.dialect == "biblatex"
                    else f", and BibTeX prints {_printed(name)}"
                )
            if fault.places > 1:
                said += f" ({fault.places} such names in this list)"
            yield self.finding(names.span(fault), said)


def _printed(name: Name) -> str:
    """A name as plain.bst, format.names, prints it."""
    return f"`{' '.join(f'{name.given} {name.family}, {part_text(name.jr)}'.split())}`"
