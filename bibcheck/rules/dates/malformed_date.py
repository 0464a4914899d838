"""Dates that biber ignores."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend_value
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.values.dates import find_months, read_date

# Orders of day and month that cannot be mistaken: the year first, or a day over 12, or the month as a word.
_YEAR_FIRST = pattern(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_DOTTED = pattern(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")  # German and its neighbours: day, month, year
_UNPADDED = pattern(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_YEARS = pattern(r"(\d{4})\s?(?:--?|–|/)\s?(\d{4})")
_DAY_FIRST = pattern(r"(\d{1,2})(?:st|nd|rd|th)?[\s.,~-]*[A-Za-z]+[\s.,~-]*(\d{4})")
_MONTH_FIRST = pattern(r"[A-Za-z]+[\s.,~]*(\d{1,2})(?:st|nd|rd|th)?[\s,~]+(\d{4})")
_MONTH_YEAR = pattern(r"[A-Za-z]+[\s.,~]*(\d{4})")
_ISO_TIME = pattern(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.{0,20}")


class MalformedDate(Rule):
    """Reports dates that are not in the form of ISO 8601-2 (EDTF): biber ignores a date field that it cannot read.

    Seasons (`2004-22`), open and unknown ends (`1999/`), doubt (`1999?`, `1999~`) and open digits (`199X`) are all
    right. Only BibLaTeX files are judged; BibTeX prints such fields as they are, if at all.
    Bad:

        @online{knuth, date = {26.09.2020}, title = {T}}
                               ^^^^^^^^^^

    Good:

        @online{knuth, date = {2020-09-26}, title = {T}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if bib.dialect != "biblatex":
            return
        for field, date in bib.values(read_date, "date", "urldate", "eventdate", "origdate"):
            value = field.value
            if date is None and value and field.is_known:
                meant = _guess(value)
                edits = mend_value(field, meant) if meant else ()
                start = field.text.find(value)
                span = field.span(start, start + len(value)) if start >= 0 else field.anchor
                yield self.finding(
                    span,
                    f"`{value}` is no date that biber reads, so it ignores {field.name}; write `YYYY-MM-DD`",
                    *edits,
                )


def _guess(value: str) -> str | None:
    """The date that is meant, where only one can be."""
    for form, order in ((_YEAR_FIRST, (1, 2, 3)), (_DOTTED, (3, 2, 1)), (_UNPADDED, (1, 2, 3))):
        if match := form.fullmatch(value):
            return _join(*(match[number] for number in order))
    if match := _YEARS.fullmatch(value):
        if match[1] >= match[2]:
            return None
        return f"{match[1]}/{match[2]}"
    if match := _ISO_TIME.fullmatch(value):
        return match[1] if read_date(match[1]) else None
    months = find_months(value)
    if len(months) != 1:
        return None
    for form, day, year in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 1, 2), (_MONTH_YEAR, None, 1)):
        if match := form.fullmatch(value):
            return _join(match[year], str(months[0].number), match[day] if day else None)
    return None


def _join(year: str, month: str, day: str | None) -> str | None:
    date = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    return date if read_date(date) else None
