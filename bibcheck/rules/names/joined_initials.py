"""Initials without a space between them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import JOINED
from bibcheck.rule import Finding, Fix, Level, Rule


class JoinedInitials(Rule):
    """Put a space between initials, so that BibTeX reads them as several names.

    BibTeX and biber read `D.E.` as one name, and a style that abbreviates names keeps only `D.`. With a space, the style also
    sets the distance between the initials.

    Bad:

        @book{knuth84, author = {Knuth, D.E. and M.A.Roe}}
                                        ^^^^

    Good:

        @book{knuth84, author = {Knuth, D. E. and M. A. Roe}}

    Good:

        @book{sartre43, author = {Sartre, J.-P. and Vi{\\~n}als, Yu. and {U.S. Navy}}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, JOINED):
            entry = names.field.entry
            options = entry.field("options") if entry else None
            if options and "giveninits=false" in options.value.replace(" ", ""):
                continue  # BibLaTeX is told not to abbreviate
            quoted, wanted = names.quote(fault.start, fault.end), names.wanted(fault)
            more = f" ({fault.places} in this list)" if fault.places > 1 else ""
            said = f"{quoted} is read as one name, so styles print only `{fault.said}`; write {wanted}{more}"
            yield self.finding(names.span(fault), said, *names.fix(fault)[0])
