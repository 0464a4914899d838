"""Dates as biber reads them (EDTF, ISO 8601-2 level 1), and years and months as people write them for BibTeX."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

# What biber 2.18 accepts, measured: `X` for any digit of a year, seasons and other divisions of the year as months 20
# to 41, a time only after a whole date, and one mark of doubt at the end.
_MOMENT = pattern(
    r"(?:(?P<far>Y-?\d{5,12})"
    r"|(?P<year>-?[\dX]{4})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)?)?)?)?)"
    r"(?P<doubt>[?~%]?)"
)
_OPEN = ("", "..")
_SEASONS = range(20, 42)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH_WORD = pattern(r"(?<![^\W\d_])([A-Za-z]{3,9})(?![^\W\d_])\.?")
_YEAR = pattern(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_DAY = pattern(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_ISO_DAY = pattern(r"(?P<year>20\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)")
_LONGEST_DAY = 60


class Moment(NamedTuple):
    """A year, a month or a day. `year` is None where a digit is left open, `month` and `day` where they are not given."""

    year: int | None
    month: int | None
    day: int | None
    is_certain: bool  # nothing of it is marked `?`, `~` or `%`


class Date(NamedTuple):
    """A date, or a range with `/`; in a range None stands for an end that is open or unknown."""

    start: Moment | None
    end: Moment | None
    is_range: bool


class MonthWord(NamedTuple):
    """The name of a month in a text, English and in any letter case, with the full stop that abbreviates it."""

    number: int
    span: Span


def read_date(text: str) -> Date | None:
    """A date field's value; None if biber ignores it, wholly or one end of it."""
    first, slash, last = text.strip().partition("/")
    if not slash:
        moment = _read_moment(first)
        return Date(moment, moment, False) if moment else None
    ends = [None if end in _OPEN else _read_moment(end) for end in (first, last)]
    broken = any(moment is None and end not in _OPEN for moment, end in zip(ends, (first, last), strict=True))
    return None if broken or not (first or last) else Date(ends[0], ends[1], True)


def _read_moment(text: str) -> Moment | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    certain = not match["doubt"]
    if match["far"]:
        return Moment(int(match["far"][1:]), None, None, certain)
    year = None if "X" in match["year"] else int(match["year"])
    month = _to_number(match["month"])
    day = _to_number(match["day"])
    if month is not None and month not in range(1, 13) and (month not in _SEASONS or match["day"]):
        return None
    if day is not None and not 1 <= day <= _days_of(year, month):
        return None
    if match["time"] and not _is_time(match["time"]):
        return None
    return Moment(year, month if month in range(1, 13) else None, day, certain)


def _to_number(digits: str | None) -> int | None:
    return int(digits) if digits and digits != "XX" else None


def _days_of(year: int | None, month: int | None) -> int:
    if month == 2 and year is not None and (year % 4 or (not year % 100 and year % 400)):
        return 28
    return _DAYS[month - 1] if month else 31


def _is_time(text: str) -> bool:
    hour, minute, second = text[1:9].split(":")
    return int(hour) < 24 and int(minute) < 60 and int(second) < 60


def find_months(text: str) -> list[MonthWord]:
    """The English month names and their abbreviations in a text."""
    return [
        MonthWord(_MONTH_NAMES[match[1].lower()], Span(*match.span()))
        for match in _MONTH_WORD.finditer(text)
        if match[1].lower() in _MONTH_NAMES
    ]


def find_years(text: str) -> list[tuple[int, Span]]:
    """The years from 1400 to 2099 in a text, digits of longer numbers left out."""
    return [(int(match[0]), Span(*match.span())) for match in _YEAR.finditer(text)]


def read_day(text: str) -> str | None:
    """A day as English prose has it (`May 3rd, 2020`) in ISO form; None for what is no day, or more than one."""
    text = text.strip()
    if len(text) > _LONGEST_DAY:
        return None
    if match := _ISO_DAY.fullmatch(text):
        return _to_iso(int(match["year"]), int(match["month"]), int(match["day"]))
    years, months, days = find_years(text), find_months(text), list(_DAY.finditer(text))
    if not len(years) == len(months) == len(days) == 1:
        return None
    rest = list(text)
    for start, end in (years[0][1], months[0].span, days[0].span()):
        rest[start:end] = " " * (end - start)
    if "".join(rest).strip(" ,.of()"):
        return None
    return _to_iso(years[0][0], months[0].number, int(days[0]["day"]))


def _to_iso(year: int, month: int, day: int) -> str | None:
    """None where there is no such day."""
    iso = f"{year}-{month:02}-{day:02}"
    return iso if read_date(iso) else None
