"""An entry that is read though it was commented out, and an `@` that begins one though it is prose."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.defects import Defect
from bibcheck.rule import Finding, Fix, Level, Rule


class CommentedEntry(Rule):
    """Take the `@` out of what BibTeX should not read: neither `%` nor `@comment` hides it.

    BibTeX skips everything between entries up to the next `@`, and reads what follows as an entry. So a commented entry
    is still there, or an error where each of its lines has a `%`; and an e-mail address in a header swallows what stands
    below it. A line with several `@` is reported once. In a file for biber, for which `%` begins a comment, only an `@` in
    free text is reported.

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
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        last = 0
        for defect in bib.defects:
            # An `@` after another in one line of prose is the same mistake.
            line = bib.source.place(defect.span.start).line if defect.rule == self.name else last
            if line > last:
                last = line
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
        return f"{bib.program} reads this `{word}` like any other: `%` comments nothing out, so remove the `@`"
    line, column = bib.source.place(defect.at)
    return f"{bib.program} takes this `@` for that of an entry, and cannot read on at line {line}, column {column}: take it out"
