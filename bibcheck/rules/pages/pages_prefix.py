"""`pp.` in a pages field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.pages import read_pages

_PAGES_UNIT = pattern(r"[\s~]?(?:pp?|pages?|pgs?)\.?\s*", re.IGNORECASE)


class PagesPrefix(Rule):
    """Leave `pp.` and `pages` out of the pages field: the style writes them, and they are printed twice.

    A number of pages (`354 pages`) is no page number and stays.
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
            spans = list(pages.prefixes)
            unit = field.text[pages.unit.start : pages.unit.end]
            if _PAGES_UNIT.fullmatch(unit) and all(part.kind == "range" for part in pages.parts):
                spans.append(pages.unit)
            for start, end in spans:
                message = f"`{field.text[start:end].strip()}` in the pages, which the style writes itself"
                yield self.finding(field.span(start, end), message, replace(field, start, end, ""))
