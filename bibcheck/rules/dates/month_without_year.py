"""Months and days that belong to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Rule


class MonthWithoutYear(Rule):
    """Reports a month without a year, and a day without a month.

    What an entry inherits counts; where its parent is not in the file, nothing is reported.
    Bad:

        @article{knuth84, title = {T}, month = may}
                                               ^^^

    Good:

        @article{knuth84, title = {T}, month = may, year = {1984}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for name, belongs_to in (("month", ("year", "date")), ("day", ("month", "date"))):
            for field in bib.fields(name):
                if field.entry and field.value and not bib.may_have(field.entry, *belongs_to):
                    yield self.finding(field, f"{name} without a {belongs_to[0]}; add the {belongs_to[0]}")
