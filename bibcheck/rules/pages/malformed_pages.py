"""Pages that are no pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.tree import Field
from bibcheck.values.page_ranges import has_one_page
from bibcheck.values.pages import PagePart, read_pages
from bibcheck.values.placeholders import is_placeholder

_DASHES = pattern(r"(?<!\s)\s*+(?:-{1,3}|–)\s*+")
_STATUS = pattern(r"to appear|in press|forthcoming|accepted|submitted|online|early access", re.IGNORECASE)


class MalformedPages(Rule):
    r"""Reports pages that are no page, range, list of these, or article number, and leading zeros in a range.

    Page counts (`xvi+354`, `994 + 16 color plates`), identifiers (`e1003`), numbers with a prefix (`S12--S20`,
    `34:1--34:11`, `Unit 4.3`), pages of a newspaper's sections (`DAKOTA-2`), pages in brackets (`[7]`) and BibLaTeX's
    `579\psqq` are all right.
    Bad:

        @article{knuth84, pages = {vol. 27}}
                                   ^^^^^^^

    Good:

        @article{knuth84, pages = {1--10, 15}}

    Bad:

        @inproceedings{knuth84, pages = {000621--000624}}
                                         ^^^^^^^^^^^^^^

    Good:

        @inproceedings{knuth84, pages = {621--624}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, pages in bib.values(read_pages, "pages"):
            if not field.is_known or is_placeholder(field.name, field.value):
                continue
            others = [part for part in pages.parts if part.kind == "other"]
            if others:
                yield self._report(field, others[0], len(others) - 1)
            for part in pages.parts:
                if part.kind == "range" and not has_one_page(part):
                    yield from self._judge_zeros(field, part)

    def _report(self, field: Field, part: PagePart, others: int) -> Finding:
        """One finding for a field, at the first part that is no page."""
        text = field.text[part.span.start : part.span.end]
        ends = _DASHES.split(text)
        if len(ends) == 2 and all(is_placeholder(field.name, end) for end in ends):
            message = f"`{field.value}` stands for unknown pages; remove the field"
            return self.finding(field.span(*part.span), message)
        remedy = (
            "write that in note" if _STATUS.search(text) else "give pages as in `97--111`, and move the rest to note"
        )
        more = f", and {others} more here" if others else ""
        message = f"`{text}` is no page, page range or article number{more}; {remedy}"
        return self.finding(field.span(*part.span), message)

    def _judge_zeros(self, field: Field, part: PagePart) -> Iterator[Finding]:
        first, last = part.first, part.last
        if first and last and first.style == last.style == "arabic" and first.text[0] == "0" and first.number:
            span = field.span(first.span.start, last.span.end)
            changes = [(*end.span, str(end.number)) for end in (first, last)]
            written = field.text[first.span.start : last.span.end]
            yield self.finding(span, f"leading zeros in the page range `{written}`", *mend(field, *changes))
