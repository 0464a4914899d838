"""Lists of people with another sign or word than `and` between them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import SEPARATOR, NameFault
from bibcheck.rule import Finding, Fix, Level, Rule


class WrongNameSeparator(Rule):
    r"""Put `and` between people: not `;`, `&`, `with`, a line break or the word of another language.

    BibTeX parts a list at `and` only, whatever the language of the document, and makes one name of the rest. Words that join
    the parts of a family name (`Ortega y Gasset`) and organisations (`Marks & Spencer`) stay.

    Bad:

        @book{seldin80, editor = {Seldin, Jonathan P.; Hindley, J. Roger}}
                                                     ^

    Good:

        @book{seldin80, editor = {Seldin, Jonathan P. and Hindley, J. Roger}}

    Bad:

        @book{jung86, editor = {Herrmann Jungraithmayr und Walter W. M{\"u}ller}}
                                                       ^^^

    Good:

        @book{jung86, editor = {Herrmann Jungraithmayr and Walter W. M{\"u}ller}}

    Good:

        @book{ortega30, author = {Jos{\'e} Ortega y Gasset}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, SEPARATOR):
            yield self.finding(
                names.field.span(fault.start, fault.end), _message(fault, bib.program), *names.edits(fault)
            )


def _message(fault: NameFault, program: str) -> str:
    if fault.said == "\n":
        return f"these lines are one name to {program}, which parts names at `and`"
    times = f", {len(fault.edits)} times here" if len(fault.edits) > 1 else ""
    return f"`{fault.said}` does not part names{times}: to {program} only `and` does"
