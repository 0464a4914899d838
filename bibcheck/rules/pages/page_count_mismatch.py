"""Numbers of pages that do not go with the pages."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.source import Span
from bibcheck.syntax.tree import Field
from bibcheck.values.page_ranges import count_pages
from bibcheck.values.pages import Pages, read_pages

_NUMBER = pattern(r"[1-9][0-9]{0,6}")
_MADE_UP = pattern(r"\b(?:1234|4321|9999)\b")  # as examples have it: `1234--4321`
_LONGEST_ARTICLE = 1000
_ARTICLE_TYPES = frozenset({"article", "inproceedings", "conference"})


class PageCountMismatch(Rule):
    """Reports numpages or pagetotal that disagrees with pages, and articles of more than a thousand pages.

    A difference of one is allowed, because some count a blank last page; so is 0, which exporters write for unknown.
    Bad:

        @article{knuth84, pages = {97--111}, numpages = {51}}
                                                         ^^

    Bad:

        @article{knuth84, pages = {97--1511}}
                                   ^^^^^^^^

    Good:

        @article{knuth84, pages = {97--111}, numpages = {15}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, pages in bib.values(read_pages, "pages"):
            count = count_pages(pages)
            if count is None or field.entry is None:
                continue
            yield from self._check_numbers(field, count)
            if count > _LONGEST_ARTICLE and field.entry.type in _ARTICLE_TYPES and not _MADE_UP.search(field.text):
                yield self.finding(_range_span(field, pages), f"an article of {count} pages; look the pages up")

    def _check_numbers(self, field: Field, count: int) -> Iterator[Finding]:
        assert field.entry
        for name in ("numpages", "pagetotal"):
            total = field.entry.field(name)
            if total and _NUMBER.fullmatch(total.value) and abs(int(total.value) - count) > 1:
                message = f"{name} is {total.value}, but pages `{field.value}` are {count}"
                start = total.text.index(total.value)
                span = total.span(start, start + len(total.value))
                yield self.finding(span, message, related=[self.related(field, "the pages")])


def _range_span(field: Field, pages: Pages) -> Span:
    return field.span(pages.parts[0].span.start, pages.parts[-1].span.end)
