"""Page ranges that have one page, or no end."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.page_ranges import has_one_page
from bibcheck.values.pages import read_pages


class SinglePageRange(Rule):
    """Give one page as one number, and a range with both its ends.

    A range without an end is reported, but only the author knows where it ends. `12+` and `12ff.` say on purpose that
    more pages follow.
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
                    message = f"page range from {part.first.text} to itself"
                    start, end = part.dash.start, part.last.span.end
                    # `{c\,3}-{c\,3}`: the group around the second goes with it.
                    end += field.text.count("{", start, end) > field.text.count("}", start, end)
                    edit = replace(field, start, end, "") if _is_balanced(field.text[start:end]) else None
                    yield self.finding(field.span(part.first.span.start, part.last.span.end), message, edit)
                elif part.kind == "open" and part.first and _is_dash(field.text[part.dash.start : part.dash.end]):
                    yield self.finding(field.span(*part.dash), f"page range from {part.first.text} has no end")


def _is_dash(text: str) -> bool:
    return "+" not in text and not any(character.isalpha() for character in text)


def _is_balanced(text: str) -> bool:
    return text.count("{") == text.count("}")
