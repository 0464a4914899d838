"""Family names in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import CAPITALS
from bibcheck.rule import Finding, Fix, Level, Rule


class AllCapsName(Rule):
    """Write names in upper and lower case, not in capitals.

    A style can print small capitals, but nothing can undo capitals. Family names of two or three letters and names in braces
    are not reported: they may be initials or the name of an organization.

    Bad:

        @article{knuth68, author = {KNUTH, DONALD and O'BRIEN-SMITH, Ann}}
                                    ^^^^^

    Good:

        @article{knuth68, author = {Knuth, Donald and O'Brien-Smith, Ann}}

    Good:

        @article{yu99, author = {YU, Wei and {ATLAS Collaboration} and NASA}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, CAPITALS):
            verb = "are" if fault.places > 1 else "is"
            remedy = f"write {wanted}" if (wanted := names.wanted(fault)) else "write them in upper and lower case"
            said = f"{names.quote_first(fault)} {verb} all in capitals: {remedy}"
            yield self.finding(names.span(fault), said, *names.fix(fault)[0])
