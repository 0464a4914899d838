"""Hyphens that stand for dashes."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

_SPACED = pattern(r"(?<=[\w)}])\s-\s(?=[\w({\\])")


class SpacedHyphen(Rule):
    """Write a dash as `---`, or a colon, where a hyphen with spaces around it stands between parts of a title.

    Bad:

        @article{k, title = {Tangle - A Tool for Literate Programming}}
                                   ^^^

    Good:

        @article{k, title = {Tangle---A Tool for Literate Programming}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title", "booktitle", "subtitle"):
            if " - " not in field.text:
                continue
            for match in _SPACED.finditer(field.text):
                edit = replace(field, *match.span(), "---")
                yield self.finding(
                    field.span(*match.span()), "hyphen with spaces around it, where a dash is meant", edit
                )
