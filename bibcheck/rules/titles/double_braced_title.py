"""Titles in braces as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import has_bare_quote, replace
from bibcheck.text.spacing import start_of_blank
from bibcheck.values.letter_case import is_in_capitals
from bibcheck.values.titles import is_braced_whole, title_words


class DoubleBracedTitle(Rule):
    """Put braces around the words that need them, not around the whole title: the style can no longer set its case.

    This is a house policy, as some exporters protect every title so. There is no fix for a title in capitals, which the braces
    keep.

    Bad:

        @article{k, title = {{Literate Programming}}}
                             ^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{k, title = {Literate Programming}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title", "booktitle"):
            value = field.text.strip()
            if " " in value and is_braced_whole(value):
                start = field.text.index(value)
                end = start + len(value)
                first = end - len(value[1:].lstrip())
                last = max(first, start_of_blank(field.text, end - 1))
                is_fixable = not is_in_capitals(title_words(value[1:-1]))
                if field.source_text[field.value_start] == '"' and has_bare_quote(field.text[first:last]):
                    is_fixable = False  # the quote would end the value
                edits = [replace(field, start, first, ""), replace(field, last, end, "")] if is_fixable else []
                yield self.finding(field.span(start, end), f"{field.name} in braces as a whole", *edits)
