"""An entry, or the rest of one, that is never read though it looks well."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.defects import Defect
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit, Source, Span
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import UNDEFINED_MACRO, Entry, Preamble, String, Unread

_BLANKS = pattern(r"([})])[ \t]*+\Z")
_CLOSING_AND_COMMA = pattern(r"[ \t\r\n]*+[})][ \t\r\n]*+,")
_WORD = pattern(r"@(?:[ \t\r\n]*+[^{( \t\r\n]++)*+")
_NEAR = 200  # how many blanks are looked at


class LostEntry(Rule):
    """Bring back what BibTeX skips silently.

    BibTeX reads one command on the last line of a file and nothing after it. A value that has neither braces nor quotes
    ends at the first character that cannot be part of a number or a name, and the rest of the entry is dropped with it. An
    entry that is not closed may take the next one for a field; the one that is lost is reported here.

    Bad:

        @book{knuth86, title = {The TeXbook}} @book{lamport86, title = {LaTeX}}
                                              ^^^^^

    Good:

        @book{knuth86, title = {The TeXbook}}
        @book{lamport86, title = {LaTeX}}

    Bad:

        @article{knuth84,
          pages = 97--111,
                  ^^^^^^^
          year  = 1984,
        }

    Good:

        @article{knuth84,
          pages = {97--111},
          year  = 1984,
        }

    Bad:

        @book{knuth86,
          title = {The TeXbook},

        @book{lamport86,
        ^^^^^
          title = {LaTeX},
        }
    """

    level = Level.ERROR
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name:
                is_swallowed = defect.other is not None
                yield self._swallowed(bib, defect) if is_swallowed else self._bare(bib, defect.span, "the entry's rest")
        if bib.dialect == "biblatex" and any(fault.code == UNDEFINED_MACRO for fault in bib.tree.faults):
            for span in _numbers_for_macros(bib):
                yield self._bare(bib, span, "it")
        if bib.tree.blocks and isinstance(bib.tree.blocks[-1], Unread):
            yield from self._on_last_line(bib, bib.tree.blocks[-1].start)

    def _swallowed(self, bib: Bibliography, defect: Defect) -> Finding:
        assert defect.other
        line = bib.source.place(defect.other.start).line
        message = f"{bib.program} never reads this entry, as the one that begins on line {line} is not closed"
        finding = self.finding(defect.span, message, related=[self.related(defect.other, "not closed")])
        return finding._replace(key=defect.name)

    def _bare(self, bib: Bibliography, span: Span, lost: str) -> Finding:
        value = bib.text[span.start : span.end]
        message = f"`{value}` has neither braces nor quotes around it: {bib.program} drops {lost}"
        return self.finding(span, message, Edit(span, f"{{{value}}}"))

    def _on_last_line(self, bib: Bibliography, start: int) -> Iterator[Finding]:
        percent = bib.text.find("%", max(bib.text.rfind(end, 0, start) for end in "\r\n") + 1)
        newline = bib.source.newline
        rest = bib.text[start:] + "\n\n"  # read apart, this is what would be read on lines of its own
        for block in parse(Source("", rest), bib.dialect).blocks if "@" in rest else ():
            gap = _BLANKS.search(bib.text, max(0, start + block.start - _NEAR), start + block.start)
            if isinstance(block, Entry | String | Preamble) and block.fault is None and gap and gap[1]:
                message = f"{bib.program} reads one command on a file's last line, and this is not the first"
                head = Span(gap.end(), gap.end() + len(_WORD.match(rest, block.start)[0]))  # type: ignore[index]
                edit = Edit(Span(gap.end(1), gap.end()), newline)
                # Biber passes over what follows a `%` on its line: in lines of its own it might stumble at it.
                finding = self.finding(head, message, None if 0 <= percent < gap.start() else edit)
                yield finding._replace(key=block.key if isinstance(block, Entry) else "")


def _numbers_for_macros(bib: Bibliography) -> Iterator[Span]:
    """What begins with a digit and is yet a macro to biber: ranges, dates, versions."""
    for entry in bib.entries:
        for field in entry.fields:
            piece = field.pieces[0]
            is_number = piece.kind == "macro" and len(field.pieces) == 1 and bib.text[piece.start] in "0123456789"
            if is_number and not _CLOSING_AND_COMMA.match(bib.text, piece.end):  # that lacks a brace, not two
                yield Span(piece.start, piece.end)
