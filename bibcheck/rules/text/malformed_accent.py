"""Accents with nothing under them, over several letters, or beside their letter."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import Fault, gather
from bibcheck.bibliography.printed import marked_values
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.accents import find_stray_accents
from bibcheck.text.latex import math_spans
from bibcheck.text.prose import is_inside
from bibcheck.values.url import find_urls

_HINT = pattern(
    r"\\[`'^~=.\"uHvckr][ \t]*+(?:\}|\{|\Z)|\\[`'^~=.\"][ \t\r\n]*+\Z|\{[\"'][A-Za-z]\}|[A-Za-z]`|[´¨˜ˆˇ¸˚]"
)


class MalformedAccent(Rule):
    r"""Reports accents with no letter under them, over several letters, or beside their letter.

    Write `{\"a}` or `\"{a}`, not `{\"}a` and not `\"{au}`. LaTeX stops at an accent with nothing under it, and what
    reads names (BibTeX's sorting, biber, search) takes an accent over several letters for none. A spacing accent copied
    out of a PDF stands beside its letter (`Universite´`), or for an apostrophe (`O´Reilly`). All of `\"a`, `\"{a}`,
    `{\"a}` and `{\"{a}}` print right and are not reported. Where an apostrophe may be meant as well as an accent, there
    is no fix. All accents of one value are one finding.
    Bad:

        @article{k, author = {H{\"}artig, Hermann and Vogel, \"{Au}gust and O´Reilly, Tim and G{"u}nther, Hans}}
                               ^^^^^

    Good:

        @article{k, author = {H{\"a}rtig, Hermann and Vogel, {\"A}ugust and O'Reilly, Tim and G{\"u}nther, Hans}}

    Good:

        @article{k, author = {H\"{a}rtig, Hermann and Sch{\"o}n, J{\'\i}lia}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for value in marked_values(bib):
            if not _HINT.search(value.text):
                continue
            accents = find_stray_accents(value.text)
            if accents:
                formulas = math_spans(value.text)
                addresses = [url.span for url in find_urls(value.text)]
                faults = [
                    Fault(start, end, reason, () if text is None else ((start, end, text),))
                    for start, end, reason, text in accents
                    if value.place(start, end) and not is_inside(formulas, start) and not is_inside(addresses, start)
                ]
                for fault in gather(faults):
                    edits = [replace(value.field, *change) for change in fault.changes]
                    yield self.finding(value.field.span(fault.start, fault.end), fault.message, *edits)
