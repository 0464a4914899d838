"""Page ranges that have one page, or no end."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Span
from bibcheck.syntax.tree import Field
from bibcheck.values.page_ranges import has_one_page
from bibcheck.values.pages import PageNumber, read_pages


class SinglePageRange(Rule):
    """Give one page as one number, and a range with both its ends.

    A range without an end is reported, but only the author knows where it ends. `12+` and `12ff.` say on purpose that
    more pages follow. Pages from 1 to 1 of an article without a volume stand for pages that were not known yet: look them up.

    Bad:

        @article{knuth84, pages = {5--5}}
                                   ^^^^

    Good:

        @article{knuth84, pages = {5}}

    Bad:

        @article{knuth84, pages = {12--}}
                                     ^^

    Good:

        @article{knuth84, pages = {12+}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, pages in bib.values(read_pages, "pages"):
            for part in pages.parts:
                if part.first and part.last and has_one_page(part):
                    yield self._report_one(field, part.first, part.last, part.dash)
                elif part.kind == "open" and part.first and _is_dash(field.text[part.dash.start : part.dash.end]):
                    message = f"page range from {part.first.text} has no end; add the last page"
                    yield self.finding(field.span(*part.dash), message)

    def _report_one(self, field: Field, first: PageNumber, last: PageNumber, dash: Span) -> Finding:
        span = field.span(first.span.start, last.span.end)
        if first.number == 0:
            message = f"`{field.value}` stands for unknown pages; remove the field"
            return self.finding(span, message)
        if first.number == 1 and not _has_volume(field):
            return self.finding(span, f"`{field.value}` stands for pages that were not known yet; look them up")
        start, end = dash.start, last.span.end
        # `{c\,3}-{c\,3}`: the group around the second goes with it.
        end += field.text.count("{", start, end) > field.text.count("}", start, end)
        return self.finding(span, f"page range from {first.text} to itself", *mend(field, (start, end, "")))


def _has_volume(field: Field) -> bool:
    """Whether an article has appeared in a volume: before that, IEEE gives `PP` for it, and pages from 1 to 1."""
    entry = field.entry
    volume = entry.field("volume") if entry else None
    return entry is None or entry.type != "article" or (volume is not None and any(map(str.isdecimal, volume.value)))


def _is_dash(text: str) -> bool:
    return "+" not in text and not any(character.isalpha() for character in text)
