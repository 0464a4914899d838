"""A `%` that was to begin a comment inside an entry."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.defects import Defect
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import delete

_INDENTED_COMMENT = pattern(r"(?<![\r\n])([\r\n]++)[ \t]*+(?=%)")
_BLANKS = " \t"


class PercentInEntry(Rule):
    """Keep comments out of entries: BibTeX has none there.

    It stops at the `%` and drops the rest of the entry. Between entries everything is a comment, so the fix moves the
    line above the entry. Not reported: a `%` inside a value, which is text, and a file for biber, to which `%` begins a
    comment.

    Bad:

        @article{knuth84,
          title = {Literate Programming},
          % note = {check this},
          ^^^^^^^^^^^^^^^^^^^^^^
          year  = {1984},
        }

    Good:

        % note = {check this},
        @article{knuth84,
          title = {Literate Programming},
          year  = {1984},
        }
    """

    level = Level.ERROR
    fix = Fix.UNSAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name:
                message = "`%` begins no comment inside an entry: BibTeX drops what follows in it"
                yield self.finding(defect.span, message, *_move(bib, defect))


def _move(bib: Bibliography, defect: Defect) -> tuple[Edit, ...]:
    """Take the comment out and put it above the entry, where an `@` in it would begin another."""
    text = bib.text
    start, end = defect.span
    place = defect.command.start
    if "@" in text[start:end] or (place and text[place - 1] not in "\r\n"):
        return ()
    taken = delete(text, defect.span)
    if taken.span == defect.span:
        taken = Edit(Span(start - len(text[:start]) + len(text[:start].rstrip(_BLANKS)), end), "")
    comment = _INDENTED_COMMENT.sub(r"\1", text[start:end])
    return taken, Edit(Span(place, place), comment + bib.source.newline)
