"""Whether a value is one that its own reader takes as it is: what a fix must come to, or it is not offered."""

from __future__ import annotations

from collections.abc import Callable

from bibcheck.lazy_re import pattern
from bibcheck.text.accents import find_stray_accents
from bibcheck.text.mojibake import find_mojibake
from bibcheck.values.arxiv import read_arxiv
from bibcheck.values.dates import read_date
from bibcheck.values.doi import read_doi
from bibcheck.values.isbn import read_standard_numbers
from bibcheck.values.months import read_month_number
from bibcheck.values.ordinals import read_roman
from bibcheck.values.pages import read_pages
from bibcheck.values.placeholders import is_placeholder
from bibcheck.values.url import find_escapes, find_urls, read_url

_YEAR = pattern(r"[12][0-9]{3}")
_NUMBER = pattern(r"(?=[^0-9]*[0-9])[\w.~]{1,20}(?:(?:-{1,3}|[–/&+])[\w.]{1,20}){0,3}")
_PERCENT = pattern(r"%[0-9A-Fa-f]{2}")
_ENTITY = pattern(r"&(?:amp|lt|gt|#\d+);")


def is_well_formed(name: str, value: str) -> bool:
    """Whether the whole value of the field `name` is well formed, for all that the reader of such values can tell."""
    reader = _READERS.get(name, _is_text)
    return value.count("{") == value.count("}") and not is_placeholder(name, value) and reader(value.strip())


def _is_pages(value: str) -> bool:
    pages = read_pages(value)
    numbers = [number for part in pages.parts for number in (part.first, part.last) if number]
    return (
        bool(pages.parts)
        and not pages.prefixes
        and all(
            part.kind != "other" and (part.kind != "open" or "-" not in _dash(value, part.dash)) for part in pages.parts
        )
        and all(number.number != 0 for number in numbers)
    )


def _dash(value: str, span: tuple[int, int]) -> str:
    return value[span[0] : span[1]]


def _is_doi(value: str) -> bool:
    doi = read_doi(value)
    return (
        doi is not None
        and doi.kind == "bare"
        and doi.span == (0, len(value))
        and not find_escapes(value)
        and not _PERCENT.search(value)
        and not _ENTITY.search(value)
    )


def _are_isbns(value: str) -> bool:
    return _are_all("ISBN", value)


def _are_issns(value: str) -> bool:
    return _are_all("ISSN", value)


def _are_all(kind: str, value: str) -> bool:
    numbers = read_standard_numbers(value)
    return bool(numbers) and not any(number.problem or number.kind != kind for number in numbers)


def _is_url(value: str) -> bool:
    core = value.removeprefix("\\url{").removesuffix("}") if value.startswith("\\url{") else value
    url = read_url(core)
    return (
        url is not None
        and bool(url.scheme)
        and url.span == (0, len(core))
        and not find_escapes(core)
        and not _ENTITY.search(core)
        and len(find_urls(core.replace("/http", " http"))) < 2
    )


def _is_arxiv(value: str) -> bool:
    number = read_arxiv(value)
    return number is not None and number.kind == "bare" and not number.problem and value.startswith(number.normal[:4])


def _is_text(value: str) -> bool:
    return not find_mojibake(value) and not find_stray_accents(value)


_READERS: dict[str, Callable[[str], bool]] = {
    "pages": _is_pages,
    "year": lambda value: _YEAR.fullmatch(value) is not None,
    "month": lambda value: read_month_number(value) is not None,
    **dict.fromkeys(("date", "urldate", "eventdate", "origdate"), lambda value: read_date(value) is not None),
    "doi": _is_doi,
    "isbn": _are_isbns,
    "issn": _are_issns,
    "url": _is_url,
    "eprint": _is_arxiv,
    **dict.fromkeys(
        ("volume", "number", "issue"),
        lambda value: _NUMBER.fullmatch(value) is not None or read_roman(value) is not None,
    ),
}
