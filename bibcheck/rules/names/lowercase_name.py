"""Names that begin with a lower-case letter."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import LOWERCASE
from bibcheck.rule import Finding, Fix, Level, Rule


class LowercaseName(Rule):
    """Begin names with a capital letter.

    BibTeX takes a word that begins with a lower-case letter for a particle like `van`, so `donald knuth` has no given name.
    Particles, names in braces and people who write their names in lower case (bell hooks, danah boyd) are not reported. A
    single name is reported only if it holds a common given name.

    Bad:

        @book{knuth84, author = {knuth, donald}}
                                 ^^^^^^^^^^^^^

    Good:

        @book{knuth84, author = {Knuth, Donald}}

    Good:

        @book{hooks81, author = {bell hooks and Ludwig van Beethoven and van der Berg, Jan and {pandas team}}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, LOWERCASE):
            if names.field.name != "holder":  # a holder of rights may be an organization, with any name
                verb = "begin" if fault.places > 1 else "begins"
                quoted, wanted = names.quote_first(fault), names.wanted(fault)
                said = f"{quoted} {verb} with a lower-case letter, as particles do: write {wanted}"
                yield self.finding(names.span(fault), said, *names.fix(fault)[0])
