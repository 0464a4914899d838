"""arXiv identifiers and classes that cannot exist."""

from __future__ import annotations

import time
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend, mend_value
from bibcheck.knowledge.arxiv_classes import ARXIV_CLASSES
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.suggestion import did_you_mean
from bibcheck.values.arxiv import ArxivId, find_arxiv, is_arxiv_eprint, names_only_arxiv, read_arxiv
from bibcheck.values.placeholders import is_placeholder

_CLASS = pattern(r"[^\s,;{}\[\]()]++(?: [^\s,;{}\[\]()]++)*+")  # one of a list
_IDENTIFIERS = ("doi", "eprint", "arxivid", "url", "number", "volume", "pages", "note", "howpublished")


class MalformedArxivId(Rule):
    """Reports arXiv identifiers and classes that cannot exist, and what stands before an identifier in eprint.

    An identifier is `YYMM.NNNNN` (four digits until 1412), before April 2007 `archive/YYMMNNN`. In eprint it stands alone:
    styles write `arXiv:` and the address themselves. A class (primaryClass, eprintclass) is one of arXiv's, such as
    `cs.CL`, and archivePrefix is written `arXiv`, as styles print it, beside an identifier in eprint. `today` sets the date
    that counts as today (`2026-11-24`), by which a month lies in the future; without it, the computer's clock does.

    With `required = true`, an entry is reported too that names arXiv as the place where it appeared, and has nothing by which
    to find it there: no identifier, DOI or address. `preprint-as-journal` says so of a journal.
    Bad:

        @misc{k, eprint = {arXiv:1706.03762}, archivePrefix = {arXiv}}
                           ^^^^^^

    Good:

        @misc{k, eprint = {1706.03762}, archivePrefix = {arXiv}}

    Bad:

        @misc{k, eprint = {1713.03762}, archivePrefix = {arXiv}}
                           ^^^^^^^^^^

    Bad:

        @misc{k, eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {cs.ME}}
                                                                                 ^^^^^
    """

    level = Level.WARNING
    fix = Fix.SAFE

    today: str = ""
    required: bool = False

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if not bib.mentions("arxiv"):
            return
        for field, number in bib.values(read_arxiv, "eprint", "arxivid"):
            if not (field.name == "arxivid" or is_arxiv_eprint(field)):
                continue
            if number is None:
                yield from self._judge_other(field)
            elif number.kind == "bare" or number.problem or field.name != "eprint":
                yield from self._judge(field, number)
            else:
                lead = field.text[number.lead.start : number.lead.end]
                message = f"`{lead}` before the identifier, which the style writes itself"
                yield self.finding(field.span(*number.lead), message, *_strip(field, number))
        for field, numbers in bib.values(find_arxiv, "journal", "journaltitle", "url", "note", "howpublished"):
            for number in numbers if field.is_literal else ():
                yield from self._judge(field, number)
        yield from self._check_classes(bib)
        yield from self._check_prefixes(bib)
        for field in bib.fields("journal", "journaltitle", "booktitle") if self.required else ():
            if field.entry and names_only_arxiv(field.text) and not _leads_anywhere(field, field.entry):
                yield self.finding(
                    field, f"`{field.value}` without an identifier, by which the work could be found there"
                )

    def _check_classes(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("primaryclass", "eprintclass"):
            eprint = field.entry.field("eprint") if field.entry else None
            if not eprint or not is_arxiv_eprint(eprint) or not field.is_literal:
                continue
            for match in _CLASS.finditer(field.text):
                if match[0].lower() not in ARXIV_CLASSES:
                    hint = did_you_mean(match[0], list(ARXIV_CLASSES.values()))
                    yield self.finding(field.span(*match.span()), f"`{match[0]}` is no class of arXiv{hint}")

    def _check_prefixes(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("archiveprefix"):
            name = field.value.strip("{}")
            if name.lower() != "arxiv" or field.entry is None:
                continue
            if not bib.may_have(field.entry, "eprint"):
                yield self.finding(field, f"`{name}` without an identifier in `eprint`")
            elif name != "arXiv" and bib.dialect == "bibtex":  # BibLaTeX writes the name itself
                yield self.finding(
                    field, f"`{name}` is printed as it stands: write `arXiv`", *mend_value(field, "arXiv")
                )

    def _judge_other(self, field: Field) -> Iterator[Finding]:
        if field.value and field.is_known and not is_placeholder(field.name, field.value):
            yield self.finding(field, f"`{field.value}` is no arXiv identifier, such as `1706.03762`")

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


def _strip(field: Field, number: ArxivId) -> tuple[Edit | None, ...]:
    """Take out what stands before an identifier, and after it what only an address has there."""
    if number.kind == "label":
        return mend(field, (*number.lead, ""))
    rest = field.text[number.span.end :].strip(" \t\r\n}")
    written = field.text[number.span.start : number.span.end]
    return mend_value(field, written) if rest in ("", ".pdf", "/") else ()


def _leads_anywhere(field: Field, entry: Entry) -> bool:
    """Whether an entry says where a work is to be found."""
    return bool(find_arxiv(field.text)) or any(found.value for name in _IDENTIFIERS if (found := entry.field(name)))
