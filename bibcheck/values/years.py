"""The year field: what about it is no year, and the year, month and day that are meant where that is certain."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.values.dates import find_months, find_years, read_date
from bibcheck.values.months import write_month
from bibcheck.values.ordinals import read_roman

_SHORT = pattern(r"['’](\d\d)")
_LETTERED = pattern(r"[(]?(\d{4})\s?[a-z][)]?")
_SLIP = pattern(r"(?=[^\d]*\d[^\d]*\d)[12lI][0-9lIOo]{3}")
_DIGITS_MEANT = str.maketrans("lIOo", "1100")
_SPAN_OF_YEARS = pattern(r"(\d{4})\s?(?:-{1,3}|–|/)\s?(\d{2,4})[a-z]?")
_NUMERIC = pattern(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_NUMBERS = pattern(r"\d+")
_COPYRIGHT = pattern(r"\\copyright|©|\(c\)", re.IGNORECASE)
_READ_ON = pattern(
    r"(?:last\s)?(?:accessed|retrieved|visited|viewed|downloaded|checked|acesso|abgerufen|consulté)\b", re.IGNORECASE
)
_WORDS = pattern(r"[A-Za-z][A-Za-z .,'-]{0,40}")
# What people write in the place of a year, in the languages that bibliographies are in.
_STATUS = pattern(
    r"press|print|forth|appear|submit|accept|review|prepar|publish|progress|draft|undated|date|unknown|none|ongoing|present"
    r"|current|early|online|ahead|expected|upcoming|planned|now|prensa|stampa|presse|para[iî]|soumis|druck|ersch|vorb"
    r"|ohne|jahr|data|prelo|aparecer|preparaci|anno|[as]\.\s?[ad]\b|\bn\.?\s?[dy]|\bs\.?\s?[adfl]\b|\bo\.?\s?j|\bt\.?b\.?[ad]"
    r"|\bn/?a\b|spring|summer|autumn|fall|winter",
    re.IGNORECASE,
)
_TRIM = " \t\r\n~.,/;:–-()[]"


class YearFault(NamedTuple):
    """What is wrong with a year, and what it should be.

    `year` is empty where it cannot be told, or where the value says more that has no place elsewhere. `month` is a value
    for the month field, with its delimiters, and `date` the same for BibLaTeX's date; empty where nothing is to be moved.
    """

    reason: str
    year: str = ""
    month: str = ""
    date: str = ""


def find_year_fault(value: str) -> YearFault | None:
    """What about a year field's value is no year. Spans, doubt and words such as `in press` are all right."""
    if value.isdecimal():
        return _judge_digits(value)
    if match := _SHORT.fullmatch(value):
        return YearFault(f"year `{value}` without its century", ("19" if int(match[1]) > 40 else "20") + match[1])
    if match := _LETTERED.fullmatch(value):
        return YearFault(f"`{value}` in year: styles add such letters themselves", match[1])
    if _SLIP.fullmatch(value):
        meant = value.translate(_DIGITS_MEANT)
        return YearFault(f"`{value}` has a letter for a digit", meant if find_years(meant) else "")
    if _READ_ON.match(value.lstrip("[(")):
        return YearFault(f"`{value}` says when a page was read; write that in urldate or note")
    if match := _SPAN_OF_YEARS.fullmatch(value):
        return _judge_span(value, match)
    if _WORDS.fullmatch(value):
        return None if _STATUS.search(value) or read_roman(value) else YearFault(f"`{value}` is no year; look it up")
    return _judge_date(value)


def _judge_digits(value: str) -> YearFault | None:
    if len(value) == 4 and value.strip("0"):
        return None
    if not value.strip("0"):
        return YearFault(f"`{value}` stands for an unknown year; remove the field, or look the year up")
    return YearFault(f"`{value}` has {len(value)} digit{'s' * (len(value) > 1)}, which is no year; look it up")


def _judge_span(value: str, match: re.Match[str]) -> YearFault | None:
    """`1978-79` is a span of years, `2014-09` and `2011-11` a month; `1999-02` may be either."""
    year, end = match[1], match[2]
    is_month = len(end) == 2 and int(end) <= int(year[2:]) and 1 <= int(end) <= 12
    may_cross = year[2:] >= "88" and value[4] != "/"
    return _judge_date(value) if is_month and not may_cross else None


def _judge_date(value: str) -> YearFault | None:
    years = {str(year) for year, _ in find_years(value)}
    if not years:
        return None
    if dated := _read_numeric(value) or _read_words(value):
        return dated
    reason = f"`{value}` in year, with more than the year"
    if find_months(value):
        return YearFault(reason)
    if _COPYRIGHT.search(value):
        rest = _COPYRIGHT.sub("", value)
        is_all = len(years) == 1 and not _NUMBERS.sub("", rest).strip(_TRIM)
        return YearFault(f"copyright sign in year `{value}`", years.pop() if is_all else "")
    others = [digits for digits in _NUMBERS.findall(value) if len(digits) != 4]
    return YearFault(reason) if others and len(years) == 1 and _is_plain(value) else None


def _read_numeric(value: str) -> YearFault | None:
    """`2020-08-24`, `2014-09`, `24.8.2020`: what cannot be read otherwise."""
    match = _NUMERIC.fullmatch(value)
    if not match:
        return None
    year, month, day = (match[1], match[3], match[4]) if match[1] else (match[7], match[6], match[5])
    date = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    read = read_date(date)
    if not read or not read.start or read.start.month is None:
        return None
    return _fault(value, year, write_month(month, '""') or "", day or "", date)


def _read_words(value: str) -> YearFault | None:
    """`June 1981`, `Sept./1988`, `December 15--18, 1997`."""
    spans = find_years(value)
    if len(spans) != 1:
        return None
    year, (start, end) = str(spans[0][0]), spans[0][1]
    before, after = value[:start].strip(_TRIM), value[end:].strip(_TRIM)
    month = write_month(before or after, '""') if not (before and after) else None
    return _fault(value, year, month, "", "") if month and find_months(value) else None


def _fault(value: str, year: str, month: str, day: str, date: str) -> YearFault:
    days = f' # "~{int(day)}"' if day else ""
    return YearFault(f"`{value}` in year, with more than the year", year, month + days, date)


def _is_plain(value: str) -> bool:
    """Whether a text is dates and counts in Latin or Cyrillic letters: other scripts count years of their own."""
    return all(ord(character) < 0x500 or not character.isalpha() for character in value)
