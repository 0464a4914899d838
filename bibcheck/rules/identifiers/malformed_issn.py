"""ISSNs that are none."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.isbn import read_standard_numbers
from bibcheck.values.placeholders import is_placeholder


class MalformedIssn(Rule):
    """Check the length and the check digit of ISSNs, and write them with their hyphen.

    Bad:

        @article{knuth84, issn = {00104620}}
                                  ^^^^^^^^

    Good:

        @article{knuth84, issn = {0010-4620}}

    Bad:

        @article{knuth84, issn = {0010-4621}}
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, numbers in bib.values(read_standard_numbers, "issn"):
            if field.value and field.is_known and not numbers and not is_placeholder(field.name, field.value):
                yield self.finding(field, f"`{field.value}` is no ISSN")
            for number in numbers:
                written = field.text[number.span.start : number.span.end]
                span = field.span(*number.span)
                if number.kind == "ISBN" and not number.problem:
                    yield self.finding(span, f"`{written}` is an ISBN")
                elif number.problem:
                    yield self.finding(span, f"`{written}` is no ISSN: {number.problem}")
                elif len(written) == len(number.digits):
                    yield self.finding(
                        span, f"ISSN `{written}` without its hyphen", replace(field, *number.span, number.normal)
                    )
