"""Page ranges that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Rule
from bibcheck.values.page_ranges import complete_range
from bibcheck.values.pages import read_pages


class DescendingPages(Rule):
    """Put the first page of a range first.

    A shortened end (`1234--56`) is the business of abbreviated-range. Page numbers with a prefix and Roman ones are
    left alone: `xii--34` is a preface and what follows it.
    Bad:

        @article{knuth84, pages = {945--123}}
                                   ^^^^^^^^

    Good:

        @article{knuth84, pages = {123--945}, note = {See also pages 97--111}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, pages in bib.values(read_pages, "pages"):
            for part in pages.parts:
                first, last = part.first, part.last
                if part.kind != "range" or not first or not last or not (first.style == last.style == "arabic"):
                    continue
                if (first.number or 0) > (last.number or 0) and complete_range(first, last) is None:
                    message = f"page range ends at {last.text}, before its first page {first.text}; look the pages up"
                    yield self.finding(field.span(first.span.start, last.span.end), message)
