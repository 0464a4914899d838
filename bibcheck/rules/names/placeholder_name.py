"""What stands where a name should."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import PLACEHOLDER
from bibcheck.rule import Finding, Fix, Level, Rule


class PlaceholderName(Rule):
    """Write who the authors are in the place of `Firstname Lastname`, `Author One` or `[43 authors]`.

    Templates, anonymous submissions and programs that write references leave such words, and they are printed as names. John
    Doe and Jane Roe are reported only where all authors of a work are called so; `Anonymous` is a good author.

    Bad:

        @article{template, author = {Firstname Lastname and Author Two}}
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        @article{submission, author = {Anonymous Author(s)}}
                                       ^^^^^^^^^^^^^^^^^^^
        @article{llm23, author = {Brown, Tom and [43 authors]}}
                                                 ^^^^^^^^^^^^
        @article{doe99, author = {John Doe and Jane Doe}}
                                  ^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{brown20, author = {Brown, Tom and others}}
        @article{roe99, author = {John Doe and Ann Roe}}
        @misc{flyer, author = {Anonymous}}
    """

    level = Level.ERROR
    fix = Fix.NONE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, PLACEHOLDER):
            span = names.field.span(fault.start, fault.end)
            yield self.finding(span, f"{names.quote(fault.start, fault.end)} {fault.said} where names should")
