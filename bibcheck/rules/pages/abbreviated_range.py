"""Page ranges with a shortened end."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.values.page_ranges import complete_range
from bibcheck.values.pages import PageNumber, read_pages


class AbbreviatedRange(Rule):
    """Reports page ranges with a shortened end.

    Write both ends in full: a style that wants them short shortens them all. There is no fix where something else may
    be meant: `103--91` may be 91 to 103, and `225--26` a number that was cut off.
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
                    edits = mend(field, (*part.last.span, full)) if _is_certain(part.first, part.last, full) else ()
                    doubt = "" if edits else "; look it up"
                    message = f"shortened end of a page range: `{part.last.text}` for {full}{doubt}"
                    yield self.finding(field.span(*part.last.span), message, *edits)


def _is_certain(first: PageNumber, last: PageNumber, full: str) -> bool:
    """Whether the range is more than two pages, and fewer than it would be with its ends swapped."""
    start, end = first.number or 0, last.number or 0
    return 1 < int(full) - start < start - end
