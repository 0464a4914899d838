"""Lists of names that are cut short in words that BibTeX does not know."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import ET_AL
from bibcheck.rule import Finding, Fix, Level, Rule


class LiteralEtAl(Rule):
    """End a list that is cut short with `and others`.

    The style prints `et al.` for it, or the words of its language. BibTeX reads `et al.` in a list as a family name: it is
    counted, sorted and abbreviated like one. So is `Others`, because styles compare the exact letters (biber does not).

    Bad:

        @article{li11, author = {Fabian Li et al.}}
                                           ^^^^^^
        @article{li12, author = {Fabian Li and Ann Roe and Others}}
                                                           ^^^^^^

    Good:

        @article{li11, author = {Fabian Li and others}}
        @article{li12, author = {Fabian Li and Ann Roe and others}}
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, ET_AL):
            quoted = names.quote(fault.start, fault.end)
            said = f"{quoted} is a name to {bib.program}: write `and others`"
            yield self.finding(names.span(fault), said, *names.fix(fault)[0])
