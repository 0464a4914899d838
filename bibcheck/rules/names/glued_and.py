"""An `and` without a space on one of its sides."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import GLUED
from bibcheck.rule import Finding, Fix, Level, Rule


class GluedAnd(Rule):
    """Put a space on each side of `and`, so that it separates two names.

    Without the space, `and` is part of a name, and two people are printed as one. A tie (`~`) is no space here. Names that end
    in `and` are not reported: Ferdinand, Rolland, Marchand.

    Bad:

        @article{storkey06, author = {Whalley, H. andLawrie, S. and Roe, A.}}
                                                  ^^^^^^^^^

    Good:

        @article{storkey06, author = {Whalley, H. and Lawrie, S. and Roe, A.}}

    Good:

        @book{rolland15, author = {Romain Rolland and Ferdinand Bertrand}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, GLUED):
            yield self.finding(
                names.span(fault),
                f"{names.quote_first(fault)}: `and` needs a space on each side, or the two names are one to {bib.program}",
                *names.fix(fault)[0],
            )
