"""`pp.` in a pages field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Span
from bibcheck.syntax.tree import Field
from bibcheck.values.pages import Pages, read_pages

_PAGES_UNIT = pattern(r"[\s~]?(?:pp?|pages?|pgs?)\.?\s*", re.IGNORECASE)


class PagesPrefix(Rule):
    """Reports `pp.` and `pages` in the pages field: the style writes them, so they are printed twice.

    A number of pages (`354 pages`) is no page number and stays, and so does a page of a numbered section (`Section 1,
    Page 14`).
    Bad:

        @inproceedings{knuth84, pages = {pp. 1--3}}
                                         ^^^^

    Good:

        @inproceedings{knuth84, pages = {1--3}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, pages in bib.values(read_pages, "pages"):
            spans = _find_prefixes(field, pages) if pages.prefixes or pages.unit.start < pages.unit.end else []
            edits = mend(field, *((start, end, "") for start, end in spans))
            for number, (start, end) in enumerate(spans):
                message = f"`{field.text[start:end].strip()}` in pages, which the style writes itself; remove it"
                # The first finding mends the value whole; an edit of one prefix alone would leave the others.
                yield self.finding(field.span(start, end), message, *(edits if number == 0 else ()))


def _find_prefixes(field: Field, pages: Pages) -> list[Span]:
    """The spans of the words to take out; none where what follows them is no page, which malformed-pages reports."""
    if any(part.kind == "article" and part.first and part.span.start < part.first.span.start for part in pages.parts):
        return []  # the page of a section
    others = {part.span.start for part in pages.parts if part.kind == "other"}
    spans = [span for span in pages.prefixes if span.end not in others]
    unit = field.text[pages.unit.start : pages.unit.end]
    if _PAGES_UNIT.fullmatch(unit) and all(part.kind == "range" for part in pages.parts):
        spans.append(pages.unit)
    return spans
