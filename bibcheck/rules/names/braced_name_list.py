"""Lists of people that braces make one name."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import BRACED_LIST
from bibcheck.rule import Finding, Fix, Level, Rule


class BracedNameList(Rule):
    """Remove the braces around a list of people.

    BibTeX does not look into braces, so `and` separates nothing there: the whole list is printed as one name and sorted by its
    first letter. Braces around the name of an organization are right (`{Bureau of Labor and Statistics}`).

    Bad:

        @misc{stubbs21, author = {{Christopher W. Stubbs and Patrick J. Ingraham}}}
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @misc{stubbs21, author = {Christopher W. Stubbs and Patrick J. Ingraham}}

    Good:

        @misc{bls20, author = {{Bureau of Labor and Statistics}}}
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, BRACED_LIST):
            edits, is_sure = names.fix(fault)
            yield self.finding(
                names.span(fault),
                f"braces make one name of {fault.said} people: remove them",
                *edits,
                safety=Fix.SAFE if is_sure else Fix.UNSAFE,
            )
