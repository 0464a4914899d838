"""An entry that is read though it was commented out, and an `@` that begins one though it is prose."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.defects import Defect
from bibcheck.rule import Finding, Fix, Level, Rule


class CommentedEntry(Rule):
    """Take the `@` out of what BibTeX is not to read: neither `%` nor `@comment` hides it.

    BibTeX passes over everything between entries up to the next `@`, and what follows that it reads as an entry. So a
    commented entry is still there, or an error where each of its lines has a `%`; and an e-mail address in a header
    swallows what stands below it. Not reported in a file for biber, to which `%` begins a comment; an `@` in free text
    is, in either.

    Bad:

        % @article{knuth84, title = {Literate Programming}}
          ^^^^^^^^
        @book{knuth86, title = {The TeXbook}}

    Bad:

        Questions to don@example.org (Don)
                        ^^^^^^^^^^^^
        @book{knuth86, title = {The TeXbook}}

    Good:

        % article{knuth84, title = {Literate Programming}}
        Questions to Don (don at example.org)
        @book{knuth86, title = {The TeXbook}}
    """

    level = Level.WARNING
    fix = Fix.NONE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name:
                related = [self.related(defect.other, "swallowed")] if defect.other else []
                yield self.finding(defect.span, _message(bib, defect), related=related)


def _message(bib: Bibliography, defect: Defect) -> str:
    word = bib.text[defect.span.start : defect.span.end]
    if defect.other:
        line = bib.source.place(defect.other.start).line
        return f"{bib.program} takes this `@` for the start of an entry, and swallows the one on line {line}"
    if defect.name:
        return f"{bib.program} takes this `@` in free text for the start of an entry, with the key `{defect.name}`"
    if defect.at == defect.command.start:
        return f"{bib.program} reads this `{word}` like any other: nothing comments it out"
    line, column = bib.source.place(defect.at)
    return f"{bib.program} takes this `@` for the start of an entry, and cannot read on at line {line}, column {column}"
