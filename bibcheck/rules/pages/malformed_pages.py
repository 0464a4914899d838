"""Pages that are no pages."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Rule
from bibcheck.values.pages import read_pages
from bibcheck.values.placeholders import is_placeholder


class MalformedPages(Rule):
    """Give pages as a page, a range, a list of these, or an article number.

    Page counts (`xvi+354`), identifiers (`e1003`), numbers with a prefix (`S12--S20`, `34:1--34:11`) and pages in
    brackets (`[7]`) are all right.
    Bad:

        @article{knuth84, pages = {vol. 27}}
                                   ^^^^^^^

    Good:

        @article{knuth84, pages = {1--10, 15}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, pages in bib.values(read_pages, "pages"):
            if not field.is_known or is_placeholder(field.name, field.value):
                continue
            for part in pages.parts:
                if part.kind == "other":
                    text = field.text[part.span.start : part.span.end]
                    message = f"`{text}` is no page, page range or article number"
                    yield self.finding(field.span(*part.span), message)
