"""Years that are more or less than a year."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend_value
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import insert_after, rename_field
from bibcheck.syntax.tree import Field
from bibcheck.values.years import YearFault, find_year_fault

_NOT_A_YEAR = pattern(r"(?![12][0-9]{3}\Z)")
_ANCIENT = pattern(r"(?!19|20)[0-9]{3}")
_PRINTED = frozenset(
    "article inproceedings conference incollection proceedings phdthesis mastersthesis techreport online".split()
)


class MalformedYear(Rule):
    r"""Reports a year that is more or less than a year: styles sort and label by it.

    Reported are a month, a day, a page count or a copyright sign beside the year, a date on which a page was read, a
    letter (`1986a`: styles add these themselves, and biber ignores such a year), a letter typed for a digit (`20l0`),
    too few or too many digits, and words that are no year. Spans (`1985/86`), doubt (`c. 1850`, `[1990]`, `1988?`),
    years before 1000 of books and words such as `in press`, `forthcoming` and `n.d.` are all right. The fix moves the
    month and the day to where they belong; where the value says more than that, there is no fix.
    Bad:

        @article{knuth84, year = {Sept./1988}}
                                  ^^^^^^^^^^

    Good:

        @article{knuth84, year = {1988}, month = sep}

    Bad:

        @article{knuth84, year = {[2021] \copyright 2021}}

    Good:

        @article{knuth84, year = {2021}}

    Bad:

        @misc{knuth84, year = {1984a}}

    Good:

        @misc{knuth84, year = {1984}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.beginning(_NOT_A_YEAR, "year"):
            value = field.text.strip()
            fault = find_year_fault(value) if value and field.is_known else None
            if fault and not _may_be_ancient(field, value):
                start = field.text.index(value)
                yield self.finding(field.span(start, start + len(value)), fault.reason, *_mend(bib, field, fault))


def _may_be_ancient(field: Field, value: str) -> bool:
    return bool(_ANCIENT.fullmatch(value)) and field.entry is not None and field.entry.type not in _PRINTED


def _mend(bib: Bibliography, field: Field, fault: YearFault) -> tuple[Edit | None, ...]:
    entry = field.entry
    if not fault.year or entry is None:
        return ()
    if bib.dialect == "biblatex" and fault.date and not entry.field("date"):
        return (rename_field(field, "date"), *mend_value(field, fault.date, "date"))
    if fault.month and entry.field("month"):
        return () if "#" in fault.month else mend_value(field, fault.year)  # a day would be lost
    month = (insert_after(field, "month", fault.month, is_macro=True),) if fault.month else ()
    edits = mend_value(field, fault.year)
    return edits + month if edits else ()
