"""Titles, degrees, roles, addresses and marks in names."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import ADDITION, MALFORMED, ROLE, NameFault
from bibcheck.rule import Finding, Fix, Level, Rule

# Fields in which a role says what no other part of the entry does.
_WITHOUT_ROLE = ("author", "shortauthor", "holder")


class TitleInName(Rule):
    """Leave out of a name what is not part of it: titles, degrees, roles, addresses, footnote marks, numbers.

    BibTeX takes them for given or family names: `Prof. Donald Knuth` is abbreviated to `P. D. Knuth`, and `Wei Wang 0001`, with
    the number that DBLP gives people who share a name, has the family name `0001`. The fix deletes a role only where the field
    says the same: `(Ed.)` in `editor`. From `author`, move the name to the field of the role.

    Bad:

        @book{knuth84, author = {Prof. Donald E. Knuth}}
                                 ^^^^^
        @article{wang19, author = {Wei Wang 0001 and Jane Smith}}
                                            ^^^^
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
            said = f"{names.quote(fault.start, fault.end)} is {fault.said}, not part of a name: delete it"
            yield self.finding(names.span(fault), said + _tell_places(fault), *names.fix(fault)[0])
        for names, fault in name_faults(bib, ROLE):
            # A whole reference in the list has roles in it as well.
            if any(other.kind == MALFORMED for other in names.faults):
                continue
            said = f"{names.quote(fault.start, fault.end)} is a role, not part of a name: "
            if names.field.name in _WITHOUT_ROLE:
                said += "move the name to the field of the role, like `editor`"
                yield self.finding(names.span(fault), said + _tell_places(fault))
            else:
                yield self.finding(names.span(fault), f"{said}delete it{_tell_places(fault)}", *names.fix(fault)[0])


def _tell_places(fault: NameFault) -> str:
    return f" ({fault.places} in this list)" if fault.places > 1 else ""
