"""An `and` without the white space that makes it one."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import GLUED
from bibcheck.rule import Finding, Fix, Level, Rule


class GluedAnd(Rule):
    """Put a space on each side of `and`, so that it parts two names.

    Without them it is the end or the beginning of a name, and two people are printed as one. A tie is no space here. Names
    that end so stay: Ferdinand, Rolland, Marchand.

    Bad:

        @article{storkey06, author = {Whalley, H. andLawrie, S. and Murray, L.,and Roe, A.}}
                                                  ^^^^^^^^^                 ^^^^^^

    Good:

        @article{storkey06, author = {Whalley, H. and Lawrie, S. and Murray, L. and Roe, A.}}

    Good:

        @book{rolland15, author = {Romain Rolland and Ferdinand Bertrand}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, GLUED):
            yield self.finding(
                names.field.span(fault.start, fault.end),
                f"{names.quote(fault.start, fault.end)} is one word to {bib.program}, so the names beside it are one",
                *names.edits(fault),
            )
