"""arXiv identifiers that cannot exist."""

from __future__ import annotations

import time
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.values.arxiv import ArxivId, find_arxiv, is_arxiv_eprint, read_arxiv


class MalformedArxivId(Rule):
    """Check arXiv identifiers: `YYMM.NNNNN` (four digits until 1412), before April 2007 `archive/YYMMNNN`.

    In eprint, the number stands alone: styles write `arXiv:` themselves. `today` sets the clock (`2026-11-24`) by which
    a month lies in the future; without it, it is the computer's.
    Bad:

        @misc{k, eprint = {arXiv:1706.03762}, archivePrefix = {arXiv}}
                           ^^^^^^

    Good:

        @misc{k, eprint = {1706.03762}, archivePrefix = {arXiv}}

    Bad:

        @misc{k, eprint = {1713.03762}, archivePrefix = {arXiv}}
                           ^^^^^^^^^^
    """

    level = Level.ERROR
    fix = Fix.SAFE

    today: str = ""

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if not bib.mentions("arxiv"):
            return
        for field, number in bib.values(read_arxiv, "eprint", "arxivid"):
            if number and (field.name == "arxivid" or is_arxiv_eprint(field)):
                yield from self._judge(field, number)
                if number.kind == "label" and field.name == "eprint":
                    lead = field.text[number.lead.start : number.lead.end]
                    message = f"`{lead}` before the identifier, which the style writes itself"
                    yield self.finding(field.span(*number.lead), message, replace(field, *number.lead, ""))
        for field, numbers in bib.values(find_arxiv, "journal", "journaltitle", "url", "note", "howpublished"):
            for number in numbers if field.is_literal else ():
                yield from self._judge(field, number)

    def _judge(self, field: Field, number: ArxivId) -> Iterator[Finding]:
        written = field.text[number.span.start : number.span.end]
        problem = number.problem
        # An archive that is missing is the business of missing-eprint-type.
        if problem and problem != "no archive before the number":
            yield self.finding(field.span(*number.span), f"arXiv identifier `{written}` cannot exist: {problem}")
        elif not problem and (number.year, number.month) > self._now():
            message = f"arXiv identifier `{written}` lies in the future, {number.year}-{number.month:02}"
            yield self.finding(field.span(*number.span), message)

    def _now(self) -> tuple[int, int]:
        year, month = (self.today or time.strftime("%Y-%m")).split("-")[:2]
        return int(year), int(month)
