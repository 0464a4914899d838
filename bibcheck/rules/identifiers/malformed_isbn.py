"""ISBNs that are none."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend, mend_value
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import rename_field
from bibcheck.syntax.tree import Field
from bibcheck.values.isbn import StandardNumber, read_standard_numbers
from bibcheck.values.placeholders import is_placeholder


class MalformedIsbn(Rule):
    """Reports ISBNs of a wrong length or with a wrong check digit, and ISSNs in isbn.

    Several valid ISBNs in one field are those of a set, or of the printed and the electronic book, and all right.
    Bad:

        @book{knuth86, isbn = {0-201-13447-1}}
                               ^^^^^^^^^^^^^

    Bad:

        @book{knuth86, isbn = {201-13447-0}}

    Good:

        @book{knuth86, isbn = {0201-13447-0}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, numbers in bib.values(read_standard_numbers, "isbn"):
            if not field.value or not field.is_known:
                continue
            wrong = [number for number in numbers if number.problem or number.kind == "ISSN"]
            if wrong:
                yield self._report(field, wrong)
            elif not numbers and not is_placeholder(field.name, field.value):
                yield self.finding(field, f"`{field.value}` is no ISBN; look it up, or remove the field")

    def _report(self, field: Field, wrong: list[StandardNumber]) -> Finding:
        """One finding for a field, at the first number that is wrong."""
        number, others = wrong[0], len({one.digits for one in wrong}) - 1
        written = field.text[number.span.start : number.span.end]
        is_issn = number.kind == "ISSN" and not number.problem
        what = (
            f"`{written}` is an ISSN; move it to issn"
            if is_issn
            else f"`{written}` is no ISBN: {number.problem}; look it up"
        )
        more = f", and {others} more here" if others else ""
        return self.finding(field.span(*number.span), what + more, *_mend(field, number, is_issn))


def _mend(field: Field, number: StandardNumber, is_issn: bool) -> tuple[Edit | None, ...]:
    if is_issn:
        edits = mend_value(field, number.normal, "issn")
        is_all = not field.text[: number.span.start].strip(" {") and not field.text[number.span.end :].strip(" }")
        is_free = field.entry is not None and field.entry.field("issn") is None
        return (rename_field(field, "issn"), *edits) if edits and is_all and is_free else ()
    # An SBN of before 1970 is an ISBN that lacks its first digit.
    start = number.span.start
    return mend(field, (start, start, "0")) if len(number.digits) == 9 and "leading 0" in number.problem else ()
