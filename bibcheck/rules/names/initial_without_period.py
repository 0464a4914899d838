"""Initials without a period."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import BARE
from bibcheck.rule import Finding, Fix, Level, Rule


class InitialWithoutPeriod(Rule):
    """End an initial with a period, and put a space between initials.

    BibTeX prints given names as they are written and adds periods only where a style abbreviates. So `Sandra K` and `Andrew S.`
    appear in one bibliography. Initials without spaces (`JA`) are one name, of which an abbreviating style keeps the first
    letter. Short names (`Jo`, `Al`) are not reported, nor are capitals that may be a short name (`YU`).

    Bad:

        @book{johnson05, author = {Johnson, Sandra K and Smith, JA}}
                                                   ^

    Good:

        @book{johnson05, author = {Johnson, Sandra K. and Smith, J. A.}}

    Good:

        @book{short, author = {Nesb{\\o}, Jo and Gore, Al and Weinan E and Li, YU}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, BARE):
            remedy = f"write {wanted}" if (wanted := names.wanted(fault)) else "end each initial with one"
            more = f" ({fault.places} names in this list)" if fault.places > 1 else ""
            said = f"{names.quote(fault.start, fault.end)} is written without a period: {remedy}{more}"
            yield self.finding(names.span(fault), said, *names.fix(fault)[0])
