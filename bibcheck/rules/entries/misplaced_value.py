"""Values that belong in another field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import insert_after, rename_field, replace, replace_field, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.values.dates import find_months

_RANGE = r"\d{1,6}(?:\s*(?:-{1,3}|–|—)\s*\d{1,6})?"
_PAGES = pattern(
    rf"[\s~]*[,;.(]?[\s~]*\b(?:pp?\.|pages?)[\s~]*(?P<value>{_RANGE})\)?(?=\s*\.?\s*\Z|[,;])", re.IGNORECASE
)
_VOLUME = pattern(r"[\s~]*,[\s~]*(?:vol\.|volume)[\s~]*(?P<value>\d{1,5})\s*\.?\s*\Z", re.IGNORECASE)
_DIGIT = pattern(r"\d")
_EDITORS = pattern(r"\(\s?[Ee]ds?\.\s?\)|,\s(?:[Ee]ds\.|[Ee]ditors?),|\b[Ee]dited\sby\s(?=[A-Z])|\([Ee]ditors?\)")
_SERIES = pattern(
    r"\b(?:LN(?:CS|AI|BI|EE|ICST)|Lecture\sNotes\sin\s[A-Z][\w ]{3,40}|LIPIcs|CCIS)[\s,~]+(?:[Vv]ol\.|[Vv]olume)[\s~]*\d{1,5}"
)
_YEAR = pattern(r"\(?(?:1[89]|20)\d\d\)?")
_PAGES_IN_NUMBER = pattern(rf"(?P<unit>(?:pp?\.|pages?)\s*)(?P<value>{_RANGE})", re.IGNORECASE)
_VOLUME_IN_NUMBER = pattern(r"(?P<unit>(?:vol\.?|volume)\s*)(?P<value>\d{1,5})", re.IGNORECASE)
_VOLUME_AND_NUMBER = pattern(
    r"(?:vol\.?|volume)?\s*(?P<volume>\d{1,5})\s*[,;]?\s*(?:no\.?|number|issue|iss\.)\s*(?P<number>\d{1,5})",
    re.IGNORECASE,
)
_ACCESSED = pattern(
    r"[(\[]?\s*(?:online;\s)?(?:last\s)?(?:accessed|visited|retrieved|checked)(?:\son)?\s*:?\s*(?P<date>[^()\[\]]{6,40}?)[)\].\s]*",
    re.IGNORECASE,
)
_DAY = pattern(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_ISO = pattern(r"(?P<year>20\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)")
_LONGEST = 2000


class MisplacedValue(Rule):
    """Put a value into the field that is meant for it: the styles then print it where and how it belongs.

    Reported are pages, editors and a series with its volume in booktitle, pages and volumes in journal and series, pages
    and volumes in number, a number in volume, a journal that is a year and, in a file for BibLaTeX, `Accessed 3 May 2020`
    in note, which belongs in urldate. In a file for BibTeX that is its place. `Volume 1: Long Papers` is part of a title.

    Bad:

        @article{knuth84, journal = {The Computer Journal}, number = {pp. 97--111}}
                                                                     ^^^^^^^^^^^^^

    Good:

        @article{knuth84, journal = {The Computer Journal}, pages = {97--111}}

    Bad:

        @inproceedings{knuth84, booktitle = {Proceedings of the Workshop on Literacy, pp. 97--111}}
                                                                                      ^^^^^^^^^^^

    Good:

        @inproceedings{knuth84, booktitle = {Proceedings of the Workshop on Literacy}, pages = {97--111}}

    Bad:

        @online{knuth84, date = {1984}, url = {https://example.org}, note = {Accessed 3 May 2020}}

    Good:

        @online{knuth84, date = {1984}, url = {https://example.org}, urldate = {2020-05-03}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("booktitle", "journal", "journaltitle", "series"):
            if len(field.text) < _LONGEST:
                yield from self._check_container(field)
        for field in bib.fields("booktitle", "publisher", "organization"):
            if len(field.text) < _LONGEST and (series := _SERIES.search(field.text)):
                message = f"`{series[0]}` in `{field.name}`: series and volume have fields of their own"
                yield self.finding(field.span(*series.span()), message)
        for field in bib.fields("number", "volume"):
            text = field.text.strip()
            if text[-1:].isdecimal() and not text.isdecimal():
                yield from self._check_number(field, text)
        if bib.dialect == "biblatex":
            for field in bib.fields("note", "howpublished", "addendum"):
                access = _ACCESSED.fullmatch(field.text.strip()) if len(field.text) < _LONGEST else None
                if access and (date := _read_day(access["date"])):
                    edit = None if _has(field, "urldate") else replace_field(field, [("urldate", date)])
                    yield self.finding(field, f"`{field.value}` in `{field.name}` is what `urldate` is for", edit)

    def _check_container(self, field: Field) -> Iterator[Finding]:
        text = field.text
        if field.name.startswith("journal") and _YEAR.fullmatch(text.strip()):
            yield self.finding(field, f"a year (`{field.value}`) for the name of a journal")
        for name, found in (("pages", _PAGES), ("volume", _VOLUME)) if _DIGIT.search(text) else ():
            if name == "volume" and field.name == "booktitle":
                continue
            for match in found.finditer(text):
                what = match[0].strip(" ~,;.()")
                start = text.index(what, match.start())
                message = f"`{what}` in `{field.name}` belongs in `{name}`"
                yield self.finding(field.span(start, start + len(what)), message, *_move(field, match, name))
        if field.name == "booktitle" and (editors := _EDITORS.search(text)):
            what = editors[0].strip(" ,")
            start = text.index(what, editors.start())
            message = f"`{what}` in `booktitle`: editors belong in `editor`"
            yield self.finding(field.span(start, start + len(what)), message)

    def _check_number(self, field: Field, text: str) -> Iterator[Finding]:
        if match := _VOLUME_AND_NUMBER.fullmatch(text):
            others = [name for name in ("volume", "number") if name != field.name]
            edit = None if _has(field, *others) else replace_field(field, match.groupdict().items())
            yield self.finding(field, f"volume and number (`{field.value}`) in `{field.name}`", edit)
            return
        for name, found in (("pages", _PAGES_IN_NUMBER), ("volume", _VOLUME_IN_NUMBER)):
            moved = found.fullmatch(text)
            if moved and name != field.name:
                edits: list[Edit | None] = [rename_field(field, name), replace_value(field, moved["value"])]
                message = f"`{field.value}` in `{field.name}` belongs in `{name}`"
                yield self.finding(field, message, *([None] if _has(field, name) else edits))


def _move(field: Field, match: re.Match[str], name: str) -> list[Edit | None]:
    """The edits that take a value out and give it a field of its own; none where there is one."""
    if _has(field, name):
        return [None]
    return [replace(field, *match.span(), ""), insert_after(field, name, match["value"])]


def _has(field: Field, *names: str) -> bool:
    return field.entry is None or any(map(field.entry.field, names))


def _read_day(text: str) -> str | None:
    """A day as English prose has it, in ISO form."""
    if match := _ISO.fullmatch(text.strip()):
        return "{year}-{month}-{day}".format(**match.groupdict())
    year, months, days = _YEAR.search(text), find_months(text), list(_DAY.finditer(text))
    if not year or len(months) != 1 or len(days) != 1 or not 1 <= int(days[0]["day"]) <= 31:
        return None
    spans = [year.span(), tuple(months[0].span), days[0].span()]
    rest = "".join(letter for place, letter in enumerate(text) if not any(start <= place < end for start, end in spans))
    if rest.strip(" ,.of"):
        return None
    return f"{year[0].strip('()')}-{months[0].number:02}-{int(days[0]['day']):02}"
