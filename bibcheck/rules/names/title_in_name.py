"""Titles, degrees, roles, addresses and marks in names."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import ADDITION
from bibcheck.rule import Finding, Fix, Level, Rule


class TitleInName(Rule):
    """Leave out of a name what is none of it: titles, degrees, roles, addresses, marks of footnotes, numbers.

    BibTeX takes them for given or family names: `Prof. Donald Knuth` is abbreviated to `P. D. Knuth`, and `Wei Wang 0001`,
    with the number by which DBLP tells people of one name apart, has the family name `0001`.

    Bad:

        @book{knuth84, author = {Prof. Donald E. Knuth}}
                                 ^^^^^
        @article{wang19, author = {Wei Wang 0001 and Jane Smith, PhD}}
                                            ^^^^                 ^^^
        @book{ng99, editor = {Ng, Ann (Ed.)}}
                                      ^^^^^

    Good:

        @book{knuth84, author = {Donald E. Knuth}}
        @article{wang19, author = {Wei Wang and Jane Smith}}
        @book{ng99, editor = {Ng, Ann}}

    Good:

        @article{md99, author = {Smith, M.D. and Holtzheimer III, P.E. and King, Jr., Martin Luther}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, ADDITION):
            yield self.finding(
                names.field.span(fault.start, fault.end),
                f"{names.quote(fault.start, fault.end)} is {fault.said}, and is printed as part of the name",
                *names.edits(fault),
            )
