"""Lists of names that are cut short in other words than BibTeX knows."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import ET_AL
from bibcheck.rule import Finding, Fix, Level, Rule


class LiteralEtAl(Rule):
    """Cut a list short with `and others`, for which the style prints `et al.` or what its language has.

    `et al.` in a list is a family name to BibTeX: it is counted, sorted and abbreviated like one. So is `Others`, for styles
    compare letter by letter (biber does not).

    Bad:

        @article{li11, author = {Fabian Li et al.}}
                                           ^^^^^^
        @article{li12, author = {Fabian Li and Ann Roe and Others}}
                                                           ^^^^^^

    Good:

        @article{li11, author = {Fabian Li and others}}
        @article{li12, author = {Fabian Li and Ann Roe and others}}
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, ET_AL):
            yield self.finding(
                names.field.span(fault.start, fault.end),
                f"{names.quote(fault.start, fault.end)} is a name to {bib.program}, which cuts a list short at `and others`",
                *names.edits(fault),
            )
