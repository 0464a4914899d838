"""What ranges of pages say: their full ends, and how many pages they are."""

from __future__ import annotations

from bibcheck.values.pages import PageNumber, PagePart, Pages


def complete_range(first: PageNumber, last: PageNumber) -> str | None:
    """The last page written out where it is shortened: `56` of `1234--56` is 1256. None where it is not."""
    if not (first.style == last.style == "arabic") or len(last.text) >= len(first.text):
        return None
    full = first.text[: -len(last.text)] + last.text
    return full if full > first.text and full.isdecimal() else None


def has_one_page(part: PagePart) -> bool:
    """Whether a range goes from a page to itself."""
    return part.kind == "range" and bool(part.first and part.last and part.first.text == part.last.text)


def count_pages(pages: Pages) -> int | None:
    """How many pages the ranges have together; None where something else stands among them."""
    total = 0
    for part in pages.parts:
        first, last = part.first, part.last
        if part.kind != "range" or not first or not last or first.number is None or last.number is None:
            return None
        if (first.style, first.prefix) != (last.style, last.prefix) or first.number > last.number:
            return None
        total += last.number - first.number + 1
    return total or None
