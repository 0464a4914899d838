"""Dates of one entry that contradict one another."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Related, Rule
from bibcheck.syntax.tree import Field
from bibcheck.values.dates import Date, Moment, find_months, read_date

_WEB_TYPES = frozenset("online electronic www misc".split())


class DateConflict(Rule):
    """Reports dates of one entry that contradict one another.

    A date must agree with year and month, a range must not end before it starts, and urldate must not be before the
    date. Articles are read online before their issue is dated: outside @online and @misc, urldate is too early from two
    years on.
    Bad:

        @article{knuth84, date = {1984-05}, year = {1985}}
                                                   ^^^^^^

    Good:

        @article{knuth84, date = {1984-05}, year = {1984}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, date in bib.values(read_date, "date", "urldate", "eventdate", "origdate"):
            if date and date.is_range and _is_before(date.end, date.start):
                yield self.finding(field, f"{field.name} `{field.value}` ends before it starts; look it up")
            if date and date.start and field.name == "date":
                yield from self._compare(field, date)

    def _compare(self, field: Field, date: Date) -> Iterator[Finding]:
        entry, start = field.entry, date.start
        assert entry and start
        year, month, urldate = entry.field("year"), entry.field("month"), entry.field("urldate")
        if year and year.value.isdecimal() and start.year is not None and int(year.value[:9]) not in _years(date):
            yield self.finding(
                year,
                f"year {year.value}, but date is `{field.value}`: keep what is right",
                related=[self._beside(field)],
            )
        number = _month_number(month) if month else None
        if month and number and start.month and not date.is_range and number != start.month:
            yield self.finding(
                month,
                f"month `{month.value}`, but date is `{field.value}`: keep what is right",
                related=[self._beside(field)],
            )
        read = read_date(urldate.text) if urldate else None
        if urldate and read and read.start and _is_too_early(read.start, start, entry.type):
            message = f"urldate {urldate.value} is before the date `{field.value}`"
            yield self.finding(urldate, message, related=[self._beside(field)])

    def _beside(self, field: Field) -> Related:
        return self.related(field, "the date")


def _years(date: Date) -> range:
    start = date.start.year if date.start and date.start.year is not None else 0
    end = date.end.year if date.end and date.end.year is not None else start
    return range(start, end + 1)


def _month_number(field: Field) -> int | None:
    if field.value.isdecimal():
        return int(field.value[:3])
    months = find_months(field.value)
    return months[0].number if len(months) == 1 else None


def _is_before(first: Moment | None, second: Moment | None) -> bool:
    """Whether a moment lies before another as far as both say, and both for certain."""
    if not first or not second or not (first.is_certain and second.is_certain):
        return False
    for one, other in zip(first[:3], second[:3], strict=True):
        if one is None or other is None:
            return False
        if one != other:
            return one < other
    return False


def _is_too_early(read: Moment, dated: Moment, type: str) -> bool:
    if type in _WEB_TYPES:
        return _is_before(read, dated)
    return read.year is not None and dated.year is not None and dated.year - read.year >= 2
