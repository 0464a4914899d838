"""ISBNs that are none."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import rename_field, replace
from bibcheck.syntax.tree import Field
from bibcheck.values.isbn import StandardNumber, read_standard_numbers
from bibcheck.values.placeholders import is_placeholder


class MalformedIsbn(Rule):
    """Check the length and the check digit of ISBNs, and give one for each entry.

    A number that stands in the field twice is reported once.
    Bad:

        @book{knuth86, isbn = {0-201-13447-1}}
                               ^^^^^^^^^^^^^

    Bad:

        @book{knuth86, isbn = {201-13447-0}}

    Good:

        @book{knuth86, isbn = {0201-13447-0}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, numbers in bib.values(read_standard_numbers, "isbn"):
            if not field.value or not field.is_known:
                continue
            if not numbers and not is_placeholder(field.name, field.value):
                yield self.finding(field, f"`{field.value}` is no ISBN")
            yield from self._judge(field, numbers)

    def _judge(self, field: Field, numbers: list[StandardNumber]) -> Iterator[Finding]:
        seen: dict[str, StandardNumber] = {}
        for number in numbers:
            seen.setdefault(number.digits, number)
        for number in seen.values():
            written = field.text[number.span.start : number.span.end]
            span = field.span(*number.span)
            if number.kind == "ISSN" and not number.problem:
                rename = [rename_field(field, "issn")] if len(numbers) == 1 and not _has(field, "issn") else []
                yield self.finding(span, f"`{written}` is an ISSN", *rename)
            elif number.problem:
                # An SBN of before 1970 is an ISBN that lacks its first digit.
                start = number.span.start
                edits = (
                    [replace(field, start, start, "0")]
                    if len(number.digits) == 9 and "leading 0" in number.problem
                    else []
                )
                yield self.finding(span, f"`{written}` is no ISBN: {number.problem}", *edits)
        isbns = [number for number in numbers if number.kind != "ISSN"]
        if len(isbns) > 1 and not any(number.problem for number in numbers):
            start, end = isbns[0].span.start, isbns[-1].span.end
            different = {number.normal for number in isbns}
            what = f"{len(isbns)} ISBNs in one field" if len(different) > 1 else "one ISBN twice in one field"
            yield self.finding(field.span(start, end), what)


def _has(field: Field, name: str) -> bool:
    return field.entry is not None and field.entry.field(name) is not None
