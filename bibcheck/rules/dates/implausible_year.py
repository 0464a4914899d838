"""Years that have not come yet, and printed works from before printing."""

from __future__ import annotations

import time
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.dates import read_date

_YEAR = pattern(r"\d{4}")
# Printing is some 570 years old, but 1300 to 1450 are years of our time in the Persian and the Islamic calendar.
_FIRST_PLAUSIBLE = 1300
# The Buddhist calendar is 543 years ahead, and in use where these scripts are (Thai, Lao, Myanmar, Khmer).
_BUDDHIST = pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_PRINTED = frozenset(
    "article book inbook incollection inproceedings proceedings conference phdthesis techreport".split()
)


class ImplausibleYear(Rule):
    """Reports a year after the next one, and a printed work from before printing.

    A file in which every year lies in the future is an example, and left alone. `today` sets the date that counts as
    today (`2026-11-24`), so that runs repeat; without it, the computer's clock does.
    Bad, with today = "2026-11-24":

        @article{knuth84, year = {2104}}
                                 ^^^^^^

    Good, with today = "2026-11-24":

        @article{knuth84, year = {2027}}
    """

    level = Level.WARNING
    whole_file = True

    today: str = ""

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        now = int(self.today[:4] or time.strftime("%Y"))
        years = [
            (year, fields)
            for name in ("year", "date")
            for fields in bib.distinct(name).values()
            if (year := _year_of(fields[0])) is not None
        ]
        if sum(len(fields) for _, fields in years) > 1 and all(year > now + 1 for year, _ in years):
            return  # made up
        suspects = [
            (field, year) for year, fields in years if year > now + 1 or year < _FIRST_PLAUSIBLE for field in fields
        ]
        for field, year in suspects:
            if field.entry is None:
                continue
            if year > now + 1 and not _counts_otherwise(field.entry):
                yield self.finding(field, f"the year {year} lies in the future; look it up")
            elif 0 < year < _FIRST_PLAUSIBLE and field.entry.type in _PRINTED:
                yield self.finding(
                    field, f"year {year} of an @{field.entry.type} is before printing was invented; look it up"
                )


def _counts_otherwise(entry: Entry) -> bool:
    return any(_BUDDHIST.search(field.text) for field in entry.fields)


def _year_of(field: Field) -> int | None:
    if field.name == "year":
        return int(field.value) if _YEAR.fullmatch(field.value) else None
    date = read_date(field.text)
    return date.start.year if date and date.start else None
