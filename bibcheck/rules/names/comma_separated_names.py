"""Lists of people with commas between them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import COMMAS
from bibcheck.rule import Finding, Fix, Level, Rule


class CommaSeparatedNames(Rule):
    r"""Put `and` between people, also between all of three.

    BibTeX parts a list at `and` only; a comma stands between the parts of one name. Of `{Jane Smith, John Doe and Ann Roe}`
    it makes two people, the first of whom is called John Doe Jane Smith. A list is reported where the words between its
    commas are surely people: by their number, their initials or common given names.

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
                names.field.span(fault.start, fault.end),
                f"{fault.said} people with commas between them are one name to {bib.program}, which parts names at `and`",
                *names.edits(fault),
            )
