"""Page ranges with a shortened end."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.page_ranges import complete_range
from bibcheck.values.pages import read_pages


class AbbreviatedRange(Rule):
    """Write both ends of a page range in full; a style that wants them short shortens them all.

    Bad:

        @article{knuth84, pages = {1234--56}}
                                         ^^

    Good:

        @article{knuth84, pages = {1234--1256}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, pages in bib.values(read_pages, "pages"):
            for part in pages.parts:
                if part.kind != "range" or not part.first or not part.last:
                    continue
                full = complete_range(part.first, part.last)
                if full:
                    message = f"shortened end of a page range: `{part.last.text}` for {full}"
                    yield self.finding(field.span(*part.last.span), message, replace(field, *part.last.span, full))
