"""Capitals that a style would lower."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.language import may_be_german
from bibcheck.values.letter_case import LOWERED_TYPES, has_inner_capitals, is_in_capitals, may_have_inner_capitals
from bibcheck.values.titles import title_words


class UnprotectedCapitals(Rule):
    """Put braces around acronyms and names with capitals inside: many styles set titles in lower case.

    Judged by the word alone: `OSv`, `gVisor`, `DNA`, `X-ray`, `IPv6`. Title case (`E-Commerce`), single letters, Roman
    numerals and titles that are all in capitals are let be, and so are the titles of books, manuals, doctoral theses and
    proceedings, which BibTeX's styles do not lower (that of a @mastersthesis they do). German titles have a style that keeps
    the capitals of their nouns.

    Bad:

        @article{k, title = {OSv: An OS for Virtual Machines}}
                             ^^^     ^^

    Good:

        @article{k, title = {{OSv}: An {OS} for Virtual Machines}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title"):
            if field.entry is None or field.entry.type not in LOWERED_TYPES or not may_have_inner_capitals(field.text):
                continue
            words = title_words(field.text)
            if is_in_capitals(words) or may_be_german(field.entry):
                continue
            for word in words:
                if word.bare and has_inner_capitals(word):
                    edit = replace(field, word.start, word.end, f"{{{field.text[word.start : word.end]}}}")
                    lowered = word.text[:1] + word.text[1:].lower() if word.opens else word.text.lower()
                    message = f"`{word.text}` without braces, which styles set as `{lowered}`"
                    yield self.finding(field.span(word.start, word.end), message, edit)
