"""Entries in parentheses."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit, Source, Span
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Block, Entry, Preamble, String


class ParenthesizedEntry(Rule):
    """Delimit entries with braces, not with parentheses.

    BibTeX and biber read both, but many other programs read braces only. This is a house policy.

    Bad:

        @book(knuth86, title = {The TeXbook})
             ^

    Good:

        @book{knuth86, title = {The TeXbook}}
    """

    level = Level.OFF
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for block in bib.tree.blocks:
            if isinstance(block, Entry | String | Preamble) and block.closing == ")" and block.fault is None:
                opening = bib.text.index("(", block.start)
                edits = _braces(bib, block, opening)
                yield self.finding(Span(opening, opening + 1), "parentheses around the entry, not braces", *edits)


def _braces(bib: Bibliography, block: Block, opening: int) -> list[Edit]:
    """Braces for the parentheses, if the same is read then: a key may hold what ends it in braces."""
    text = bib.text
    if text[block.end - 1] != ")":
        return []
    changed = text[block.start : opening] + "{" + text[opening + 1 : block.end - 1] + "}\n\n"
    before, after = (parse(Source("", part), bib.dialect) for part in (text[block.start : block.end] + "\n\n", changed))
    if not _reads_alike(before.blocks[0], after.blocks[0]) or len(after.blocks) != len(before.blocks):
        return []
    return [Edit(Span(opening, opening + 1), "{"), Edit(Span(block.end - 1, block.end), "}")]


def _reads_alike(block: Block, other: Block) -> bool:
    if isinstance(block, Entry) and isinstance(other, Entry):
        same = [(f.name, f.value_span) for f in block.fields] == [(f.name, f.value_span) for f in other.fields]
        return same and block.key == other.key and block.end == other.end and other.fault is None
    return type(block) is type(other) and block.end == other.end
