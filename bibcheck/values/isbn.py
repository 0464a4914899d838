"""ISBNs and ISSNs with their check digits (ISO 2108, ISO 3297)."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

_HYPHENS = "-‐‑‒–—−"
# Groups of digits joined by hyphens or single spaces: how many numbers such a run holds is decided by counting. A label
# is matched so that its `13` is not taken for a number.
_RUN = pattern(
    rf"ISBN(?:[-\s]?1[03])?+(?![0-9])|(?<![0-9.])(?P<run>[0-9](?:[{_HYPHENS}]{{0,2}}\s?(?:[0-9]|X(?![A-Z0-9])))*+)",
    re.IGNORECASE,
)
_GROUP = pattern(r"\S++")
_SEPARATORS = pattern(r"[^0-9Xx]++")
_KINDS = {8: "ISSN", 10: "ISBN", 13: "ISBN"}
_FEWEST_DIGITS = 7  # below that, it is a volume or an edition beside a number


class StandardNumber(NamedTuple):
    """An ISBN or ISSN in a text, well formed or not.

    `kind` is what its number of digits makes it: "ISBN", "ISSN", or empty where it has neither's. `problem` says in a few
    words what is wrong with its digits, and is empty where they are right; hyphens are not judged.
    """

    kind: str
    digits: str  # without hyphens, `X` upper case
    normal: str  # ISBN-13 for an ISBN, `1234-5678` for an ISSN; the digits where there is a problem
    span: Span
    problem: str


def read_standard_numbers(text: str) -> list[StandardNumber]:
    """The numbers in an isbn or issn field, which holds little else, each read as what its length makes it."""
    numbers = []
    for run in _RUN.finditer(text):
        if run["run"]:
            numbers += [_read(text, start, end) for start, end in _split(text, *run.span("run"))]
    long = [number for number in numbers if len(number.digits) >= _FEWEST_DIGITS]
    return long or numbers


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the numbers in a run: its white space separates numbers, or groups of one."""
    groups = [(match.span(), len(_digits(match[0]))) for match in _GROUP.finditer(text, start, end)]
    if sum(count for _, count in groups) in _KINDS:
        return [(start, end)]
    spans = []
    first, count = start, 0
    for (group_start, group_end), digits in groups:
        first = group_start if not count else first
        count += digits
        if count == 13 or (count in _KINDS and not text.startswith(("978", "979"), first)):
            spans.append((first, group_end))
            count = 0
    return [*spans, (first, end)] if count else spans


def _read(text: str, start: int, end: int) -> StandardNumber:
    digits = _digits(text[start:end])
    kind = _KINDS.get(len(digits), "")
    problem = _judge(digits)
    normal = digits
    if not problem:
        normal = f"{digits[:4]}-{digits[4:]}" if kind == "ISSN" else _to_isbn13(digits)
    return StandardNumber(kind, digits, normal, Span(start, end), problem)


def _judge(digits: str) -> str:
    count = len(digits)
    if count not in _KINDS:
        # The nine digits of an SBN (until 1970) are those of an ISBN that begins with 0.
        is_sbn = count == 9 and not _judge("0" + digits)
        return "9 digits, the leading 0 of an ISBN is missing" if is_sbn else f"{count} digit{'s' * (count != 1)}"
    if count == 13 and digits[-1] == "X":
        return "13 digits never end in `X`"
    if "X" in digits[:-1]:
        return "an `X` that is no check digit"
    if count == 13 and not digits.startswith(("978", "979")):
        return "13 digits that do not begin with 978 or 979"
    expected = _check_digit(digits[:-1])
    return "" if digits[-1] == expected else f"check digit {digits[-1]}, {expected} by the others"


def _check_digit(digits: str) -> str:
    if len(digits) == 12:
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        return str(-total % 10)
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(len(digits) + 1, 1, -1), strict=True))
    return "0123456789X"[-total % 11]


def _to_isbn13(digits: str) -> str:
    if len(digits) == 13:
        return digits
    return (first := "978" + digits[:-1]) + _check_digit(first)


def _digits(text: str) -> str:
    return _SEPARATORS.sub("", text).upper()
