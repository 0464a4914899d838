"""Text between entries that looks like a part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Span
from bibcheck.syntax.tree import Comment, Entry, Junk, Unread

_TYPES = (
    "article|book|booklet|collection|conference|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|"
    "phdthesis|proceedings|report|string|techreport|thesis|unpublished"
)
# `encoding = "utf-8"` at the head is what R packages say of the file.
_STRAY = pattern(
    r"(?:\A|[\r\n])[ \t]*+,?+[ \t]*+"
    r"(?:(?P<brace>\})"
    rf"|(?P<entry>(?i:{_TYPES})[ \t]*+\{{[ \t]*+[^\s,{{}}=]++(?=[ \t]*+,))"
    r"|(?P<field>(?!encoding\b)[A-Za-z][\w-]*+)[ \t]*+=[ \t]*+(?:[{\"]|[\w-]++[ \t]*+(?:[,}]|\Z|(?=[\r\n]))))"
)


class StrayText(Rule):
    """Put what belongs to an entry into it.

    BibTeX skips text between entries: a field after a closing brace too many, a brace that is left over, an entry that lost
    its `@`. Prose and lines that begin with `%` are not reported.

    Bad:

        @book{knuth86, title = {The TeXbook}},
          year = {1986},
          ^^^^
        }

    Bad:

        book{knuth86, title = {The TeXbook}}
        ^^^^^^^^^^^^

    Good:

        To be sorted: what follows is from the year = the best one.

        @book{knuth86, title = {The TeXbook},
          year = {1986},
        }
    """

    level = Level.WARNING
    fix = Fix.NONE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        text = bib.text
        entry: Entry | None = None
        is_in_comment = False
        for block in bib.tree.blocks:
            if type(block) is Entry:
                entry = block
            elif type(block) is Comment:
                is_in_comment = text[block.end - 1] not in "})"
            elif isinstance(block, Junk | Unread) and not text[block.start : block.end].isspace():
                match = _STRAY.search(text[block.start : block.end])
                if match is None or self._is_explained(bib, block.start):
                    continue
                if match["brace"] and is_in_comment:
                    is_in_comment = False
                    continue
                yield self._stray(bib, block.start, match, entry)

    def _is_explained(self, bib: Bibliography, offset: int) -> bool:
        """Whether a mistake above is known, after which the text was passed over."""
        return any(defect.command.start < offset < defect.reach for defect in bib.defects)

    def _stray(self, bib: Bibliography, start: int, match: re.Match[str], entry: Entry | None) -> Finding:
        kind = match.lastgroup or ""
        span = Span(start + match.start(kind), start + match.end(kind))
        ended = (
            f"`{entry.key}` ends on line {bib.source.place(entry.end).line}" if entry else "no entry stands above it"
        )
        message = f"`{match[kind]}` belongs to no entry: {ended}"
        if kind == "brace":
            message = f"`}}` closes nothing: {ended}"
        if kind == "entry":
            message = f"`{match[kind]}` begins no entry: it has no `@`"
        return self.finding(span, message)
