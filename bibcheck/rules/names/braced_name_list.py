"""People whom braces make one name."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import BRACED_LIST
from bibcheck.rule import Finding, Fix, Level, Rule


class BracedNameList(Rule):
    """Take away the braces around a list of people.

    BibTeX does not look into braces, so that `and` parts nothing there: all are printed as one name, and sorted by the first
    letter of the first. Braces around the name of an organisation are right (`{Bureau of Labor and Statistics}`).

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
            yield self.finding(
                names.field.span(fault.start, fault.end),
                f"the braces make one name of {fault.said} people",
                *names.edits(fault),
            )
