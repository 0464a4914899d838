"""ISSNs that are none."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.tree import Field
from bibcheck.values.isbn import StandardNumber, read_standard_numbers
from bibcheck.values.placeholders import is_placeholder


class MalformedIssn(Rule):
    """Reports ISSNs of a wrong length or with a wrong check digit, ISSNs without their hyphen, and ISBNs in issn.

    Bad:

        @article{knuth84, issn = {00104620}}
                                  ^^^^^^^^

    Good:

        @article{knuth84, issn = {0010-4620}}

    Bad:

        @article{knuth84, issn = {0010-4621}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, numbers in bib.values(read_standard_numbers, "issn"):
            if not field.value or not field.is_known:
                continue
            wrong = [number for number in numbers if number.problem or number.kind != "ISSN"]
            bare = [number for number in numbers if number.span.end - number.span.start == len(number.digits)]
            if wrong:
                yield self._report_wrong(field, wrong)
            elif bare:
                yield self._report_bare(field, bare)
            elif not numbers and not is_placeholder(field.name, field.value):
                yield self.finding(field, f"`{field.value}` is no ISSN; look it up, or remove the field")

    def _report_wrong(self, field: Field, wrong: list[StandardNumber]) -> Finding:
        """One finding for a field, at the first number that is wrong."""
        number = wrong[0]
        written = field.text[number.span.start : number.span.end]
        problem = f"is no ISSN: {number.problem}; look it up" if number.problem else "is an ISBN; move it to isbn"
        more = f", and {len(wrong) - 1} more here" if len(wrong) > 1 else ""
        return self.finding(field.span(*number.span), f"`{written}` {problem}{more}")

    def _report_bare(self, field: Field, bare: list[StandardNumber]) -> Finding:
        number = bare[0]
        more = f", and {len(bare) - 1} more here" if len(bare) > 1 else ""
        edits = mend(field, *((*one.span, one.normal) for one in bare))
        return self.finding(field.span(*number.span), f"ISSN `{number.digits}` without its hyphen{more}", *edits)
