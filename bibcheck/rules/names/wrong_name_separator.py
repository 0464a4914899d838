"""Lists of people with a sign or word other than `and` between them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import SEPARATOR, NameFault
from bibcheck.rule import Finding, Fix, Level, Rule


class WrongNameSeparator(Rule):
    r"""Separate people with `and`: not with `;`, `&`, `with`, a line break or the word of another language.

    BibTeX splits a list only at `and`, whatever the language of the document, and makes one name of the rest. Words that join
    the parts of a family name (`Ortega y Gasset`) and organizations (`Marks & Spencer`) are not reported.

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
            yield self.finding(names.span(fault), _message(fault, bib.program), *names.fix(fault)[0])


def _message(fault: NameFault, program: str) -> str:
    if fault.said == "\n":
        return f"these lines are one name to {program}: separate the names with `and`"
    times = f" ({fault.places} places in this list)" if fault.places > 1 else ""
    return f"`{fault.said}` does not separate names{times}: write `and`"
