"""Lists of people with commas between them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import COMMAS
from bibcheck.rule import Finding, Fix, Level, Rule


class CommaSeparatedNames(Rule):
    r"""Separate people with `and`, also where there are three or more.

    BibTeX splits a list only at `and`; a comma separates the parts of one name. It reads `{Jane Smith, John Doe and Ann Roe}`
    as two people, the first of whom is called John Doe Jane Smith. A list is reported if the words between its commas are
    certainly people, by their number, their initials or common given names.

    Bad:

        @book{roe99, author = {Jane Smith, John Doe and Ann Roe}}
                               ^^^^^^^^^^^^^^^^^^^^
        @book{roe98, author = {Smith, J., Doe, A., and Roe, B.}}
                               ^^^^^^^^^^^^^^^^^^^

    Good:

        @book{roe99, author = {Jane Smith and John Doe and Ann Roe}}
        @book{roe98, author = {Smith, J. and Doe, A. and Roe, B.}}

    Good:

        @book{king58, author = {King, Jr., Martin Luther and Garc{\'i}a M{\'a}rquez, Gabriel Jos{\'e}}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, COMMAS):
            yield self.finding(
                names.span(fault),
                f"{fault.said} people with commas between them are one name to {bib.program}: separate them with `and`",
                *names.fix(fault)[0],
            )
