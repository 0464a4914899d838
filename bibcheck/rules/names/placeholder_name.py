"""Text that stands where a name should."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.no_authors import hides_authors, is_platform
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import PLACEHOLDER
from bibcheck.rule import Finding, Fix, Level, Rule


class PlaceholderName(Rule):
    """Write the names of the authors, not `Firstname Lastname`, `Author One` or `[43 authors]`.

    Templates, anonymous submissions and text generators leave such words, and they are printed as names. John Doe and Jane Roe
    are reported only if all authors of a work have such names. `Anonymous` is a good author, except of a paper on arXiv or of
    a conference, which print who wrote it; and neither `OpenReview` nor a publisher has written what is in a journal. If
    there are too many authors to name, write `and others`.

    Bad:

        @article{template, author = {Firstname Lastname and Author Two}}
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        @article{submission, author = {Anonymous Author(s)}}
                                       ^^^^^^^^^^^^^^^^^^^
        @article{llm23, author = {Brown, Tom and [43 authors]}}
                                                 ^^^^^^^^^^^^
        @article{doe99, author = {John Doe and Jane Doe}}
                                  ^^^^^^^^^^^^^^^^^^^^^
        @article{trees, author = {OpenReview}, journal = {Journal of Trees}}
                                  ^^^^^^^^^^

    Good:

        @article{brown20, author = {Brown, Tom and others}}
        @article{roe99, author = {John Doe and Ann Roe}}
        @misc{flyer, author = {Anonymous}}
        @misc{help, author = {OpenReview}, title = {Help Center}}
    """

    level = Level.WARNING
    fix = Fix.NONE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, PLACEHOLDER):
            quoted = names.quote(fault.start, fault.end)
            yield self.finding(names.span(fault), f"{quoted} is a placeholder: write the names, or `and others`")
        for field in bib.fields("author"):
            span = field.span(0, len(field.text))
            if is_platform(field):
                yield self.finding(span, f"`{field.value}` is where the work lies, and no author: write who wrote it")
            elif hides_authors(bib, field):
                yield self.finding(
                    span, f"`{field.value}`, though the authors of such a paper are known: write their names"
                )
