"""An `and` without a name on one of its sides."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import EMPTY
from bibcheck.rule import Finding, Fix, Level, Rule


class EmptyName(Rule):
    """Delete an `and` that has no name on one of its sides.

    BibTeX reads `A and and B` as three names and prints the commas of the missing one. An `and` at the end of a list becomes a
    family name.

    Bad:

        @article{li11, author = {Fabian Li and and Ann Roe}}
                                           ^^^^^^^
        @article{li12, author = {Fabian Li and Ann Roe and}}
                                                       ^^^

    Good:

        @article{li11, author = {Fabian Li and Ann Roe}}
        @article{li12, author = {Fabian Li and Ann Roe}}
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, EMPTY):
            yield self.finding(names.span(fault), f"{fault.said}: delete the `and`", *names.fix(fault)[0])
