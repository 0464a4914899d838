"""Hyphens that stand for dashes."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.latex import math_spans
from bibcheck.text.prose import is_inside

# A soft hyphen may hide beside the hyphen, which invisible-character takes out.
_SPACED = pattern(r"(?<=[^\s-])\s\xad{0,2}-\xad{0,2}\s(?=[^\s-])")
_YEARS = pattern(r"\d\s-\s\d")


class SpacedHyphen(Rule):
    """Write a dash as `---`, or a colon, where a hyphen with spaces around it stands between parts of a title.

    Formulas and ranges (`1990 - 2000`) are not reported.

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
            if " - " not in field.text and "\xad" not in field.text:
                continue
            formulas = math_spans(field.text)
            for match in _SPACED.finditer(field.text):
                if is_inside(formulas, match.start()) or _YEARS.match(field.text, match.start() - 1):
                    continue
                edit = replace(field, *match.span(), "---")
                yield self.finding(
                    field.span(*match.span()), "hyphen with spaces around it, where a dash is meant", edit
                )
