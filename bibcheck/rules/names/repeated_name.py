"""People who are in one list twice."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import REPEATED
from bibcheck.rule import Finding, Fix, Level, Rule


class RepeatedName(Rule):
    """Name each person once in a list.

    Names in full are compared without accents and letter case. Initials may be two people's (`Wang, J.` twice), and so may
    short names that many people have (`Wang, Wei`). Delete the second one, or correct it if another person was meant.

    Bad:

        @article{ng99, author = {Ann Ng and Roe, Bernard and Ng, Ann}}
                                                             ^^^^^^^

    Good:

        @article{ng99, author = {Ann Ng and Roe, Bernard}}

    Good:

        @article{wang99, author = {Wang, J. and Wang, J. and Ng, Ann}}
    """

    level = Level.WARNING
    fix = Fix.NONE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, REPEATED):
            first = names.names[fault.names[0]]
            verb = "are" if fault.places > 1 else "is"
            said = f"{names.quote_first(fault)} {verb} already in the list: delete the second, or correct it"
            related = [self.related(names.field.span(first.start, first.end), "the same name")]
            yield self.finding(names.span(fault), said, related=related)
