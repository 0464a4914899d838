"""Values that belong in another field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import does_print
from bibcheck.knowledge.entry_types import WORK_TYPES
from bibcheck.knowledge.publishers import NO_HOSTS, Publisher, is_platform, place_within, publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import delete_field, insert_after, rename_field, replace, replace_field, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.values.doi import find_dois
from bibcheck.values.editions import find_edition
from bibcheck.values.misplaced import (
    WEB_ADDRESS,
    Misplaced,
    find_address,
    find_editors,
    find_in_container,
    find_series,
    is_series_name,
    read_access,
    read_alone,
)
from bibcheck.values.numbers import read_volume_and_number
from bibcheck.values.ordinals import write_ordinal

_ON_PLATFORMS = {
    "publisher": "who published this one",
    "journal": "the journal of this one",
    "journaltitle": "the journal of this one",
    "author": "who wrote this one",
}
# With what the names of archives end.
_PLATFORM_ENDINGS = tuple(
    "academic anthology core direct gate heinonline journals jstor library link muse online pubmed scholar xplore".split()
)
_END = 40  # characters: of a longer name the end tells
_IN_PARENTHESES = pattern(r"(?i)ed(?:ition|n)?\.?[)\]]\s*+\Z")
_YEAR = pattern(r"\s*+\(?(?:1[89]|20)\d\d\)?\s*+\Z")
_SERIES_START = pattern(r"[\s{]*+(?:springer|lecture|communications|(?:under)?graduate)\s", re.IGNORECASE)
_VOLUMES = frozenset("book inbook incollection mvbook collection inproceedings article".split())
_ADDRESSES = ("url", "doi", "eprint")
_DIGITS = pattern(r"\s*+\d*+\s*+\Z")


class MisplacedValue(Rule):
    """Put a value into the field that is meant for it: the styles then print it where and how it belongs.

    Reported are pages, editors, an edition and a series with its volume in booktitle; pages and volumes in journal and series;
    editors in journal; an edition in the title of a @book; the name of a series in title; pages in number or volume; a volume
    and its number in one field; a year for the name of a journal; an address in eprint, which is for the identifier of an
    archive (not where the style prints none); an archive such as JSTOR for an author, a journal or a publisher, and a place in
    publisher, but for the publisher of an @article, which no style prints; and a publisher in organization, where other
    conference papers have it in publisher. In a file for BibLaTeX also `Accessed 3 May 2020` in note, which belongs in urldate,
    and an address there, if the entry has no other; in a file for BibTeX the note is their place. `Volume 1: Long Papers` is
    part of a title.

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
        for field in bib.beginning(_YEAR, "journal", "journaltitle"):
            yield self.finding(field, f"a year (`{field.value}`) for the name of a journal")
        for field in bib.beginning(WEB_ADDRESS, "eprint"):
            yield from self._check_eprint(bib, field)
        for field in bib.beginning(_SERIES_START, "title"):
            if is_series_name(decode(field.text).text.strip("{}")) and field.entry and field.entry.type in _VOLUMES:
                yield self.finding(
                    field, f"`{field.value}` in `title` is the name of a series: write the title of the book"
                )
        yield from self._check_containers(bib)
        yield from self._check_publishers(bib)
        yield from self._check_organizations(bib)
        yield from self._check_platforms(bib)
        for name in ("number", "volume"):
            for text, fields in bib.distinct(name).items():
                if not _DIGITS.match(text):
                    yield from self._check_number(name, text, fields)
        if bib.dialect == "biblatex":
            for field in bib.fields("note", "howpublished", "addendum"):
                if date := read_access(field.text):
                    edit = None if _has(field, "urldate") else replace_field(field, [("urldate", date)])
                    yield self.finding(field, f"`{field.value}` in `{field.name}` is what `urldate` is for", edit)
            yield from self._check_addresses(bib)

    def _check_eprint(self, bib: Bibliography, field: Field) -> Iterator[Finding]:
        entry = field.entry
        if entry is None or not field.is_literal or does_print(bib, entry.type, "eprint") is False:
            return
        if _has(field, "url", "doi"):
            message = "an address in `eprint`, which styles print beside the one in `url` or `doi`: delete it"
            yield self.finding(field, message, delete_field(field))
        elif not bib.may_have(entry, "url", "doi") and not find_dois(field.text):  # see doi-in-wrong-field
            yield self.finding(field, "an address in `eprint` belongs in `url`", rename_field(field, "url"))

    def _check_addresses(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("note", "addendum"):
            found = find_address(field.text)
            if not found or not field.entry or any(bib.may_have(field.entry, name) for name in _ADDRESSES):
                continue
            rest = field.text[: found.cut.start] + field.text[found.cut.end :]
            values = [("url", found.value)]
            if date := read_access(rest):
                values.append(("urldate", date))
            message = f"`{field.text[slice(*found.span)]}` in `{field.name}` belongs in `url`"
            if date and _has(field, "urldate"):
                edits: list[Edit | None] = [None]
            elif date or not rest.strip(" \t\r\n.,;"):
                edits = [replace_field(field, values)]
            else:
                edits = _move(field, found)
            yield self.finding(field.span(*found.span), message, *edits)

    def _check_containers(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("booktitle", "journal", "journaltitle", "series"):
            for found in find_in_container(field.text):
                if found.field != "volume" or field.name != "booktitle":
                    message = f"`{field.text[slice(*found.span)]}` in `{field.name}` belongs in `{found.field}`"
                    yield self.finding(field.span(*found.span), message, *_move(field, found))
        for field in bib.matching(_IN_PARENTHESES, "booktitle", "title"):
            if field.name == "booktitle" or (field.entry and field.entry.type == "book"):
                yield from self._check_edition(bib, field)
        for field in bib.fields("booktitle", "journal", "journaltitle"):
            if editors := find_editors(field.text):
                message = f"`{field.text[slice(*editors)]}` in `{field.name}`: editors belong in `editor`"
                yield self.finding(field.span(*editors), message)
        for field in bib.fields("booktitle", "publisher", "organization"):
            if series := find_series(field.text):
                what = field.text[slice(*series)]
                message = f"`{what}` in `{field.name}`: series and volume belong in `series` and `volume`"
                yield self.finding(field.span(*series), message)

    def _check_edition(self, bib: Bibliography, field: Field) -> Iterator[Finding]:
        if found := find_edition(field.text):
            number, span, cut = found
            value = str(number) if bib.dialect == "biblatex" else (write_ordinal(number, "word") or "").capitalize()
            move = Misplaced("edition", value, span, cut)
            more = ", which has it already: take it out here" if _has(field, "edition") else ""
            message = f"`{field.text[slice(*span)]}` in `{field.name}` belongs in `edition`{more}"
            yield self.finding(field.span(*span), message, *(_move(field, move) if value else [None]))

    def _check_publishers(self, bib: Bibliography) -> Iterator[Finding]:
        for text, fields in bib.distinct("publisher").items():
            place = place_within(text)
            # No style prints the publisher of an article.
            for field in fields if place and text.rstrip().endswith(place) else ():
                if field.entry is None or field.entry.type == "article" or not field.is_known:
                    continue
                end = len(text.rstrip())
                name_end = len(text[: end - len(place)].rstrip(" ,"))
                move = Misplaced("address", _tidy(place), Span(end - len(place), end), Span(name_end, end))
                message = f"`{move.value}` in `publisher` belongs in `address`"
                edits = [None] if _has(field, "location") else _move(field, move)
                yield self.finding(field.span(*move.span), message, *edits)

    def _check_organizations(self, bib: Bibliography) -> Iterator[Finding]:
        houses = {text: house.key for text in bib.distinct("organization") if (house := _house(text))}
        # Styles print both in one place: what is wrong is only that papers of one file have the house in two fields.
        elsewhere = bib.of_whole(_houses_of_papers) if houses else frozenset()
        for text, key in houses.items():
            for field in bib.distinct("organization")[text] if key in NO_HOSTS & elsewhere else ():
                if field.is_known and _is_paper(field) and not _has(field, "publisher"):
                    message = f"`{text.strip()}` in `organization` belongs in `publisher`, where other papers have it"
                    yield self.finding(field, message, rename_field(field, "publisher"))

    def _check_platforms(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields(*_ON_PLATFORMS):
            if not field.text[-_END:].rstrip("} \t\r\n").lower().endswith(_PLATFORM_ENDINGS):
                continue
            if field.is_known and _is_work(field) and is_platform(decode(field.text).text):
                remedy = f"write {_ON_PLATFORMS[field.name]}"
                yield self.finding(field, f"`{field.text.strip()}` in `{field.name}` is where works are read: {remedy}")

    def _check_number(self, name: str, text: str, fields: Sequence[Field]) -> Iterator[Finding]:
        both, alone = read_volume_and_number(text), read_alone(text)
        for field in fields if both or alone else ():
            if both:
                others = [other for other in ("volume", "number") if other != name]
                values = zip(("volume", "number"), both, strict=True)
                edit = None if _has(field, *others) else replace_field(field, values)
                message = f"`{field.value}` in `{name}` belongs in `volume` (`{both[0]}`) and `number` (`{both[1]}`)"
                yield self.finding(field, message, edit)
            elif alone and alone[0] != name:
                edits = [rename_field(field, alone[0]), replace_value(field, alone[1])]
                message = f"`{field.value}` in `{name}` belongs in `{alone[0]}`"
                yield self.finding(field, message, *([None] if _has(field, alone[0]) else edits))


def _houses_of_papers(bib: Bibliography) -> frozenset[str]:
    texts = {field.text for field in bib.fields("publisher") if _is_paper(field)}
    return frozenset(house.key for text in texts if (house := _house(text)))


def _house(text: str) -> Publisher | None:
    return publisher_of(decode(text).text)


def _is_paper(field: Field) -> bool:
    return field.entry is not None and field.entry.type in ("inproceedings", "conference", "proceedings")


def _is_work(field: Field) -> bool:
    """Whether a field is that of a published work; of an article, whose publisher no style prints, another field."""
    type = field.entry.type if field.entry else ""
    return type != "article" if field.name == "publisher" else type in WORK_TYPES


def _tidy(place: str) -> str:
    """A place without the line break in it and the full stop behind it."""
    return " ".join(place.removesuffix(".").split() if place.count(".") == 1 else place.split())


def _move(field: Field, found: Misplaced) -> list[Edit | None]:
    """The edits that take a value out and give it a field of its own; none where there is one."""
    if _has(field, found.field):
        return [None]
    return [replace(field, *found.cut, ""), insert_after(field, found.field, found.value)]


def _has(field: Field, *names: str) -> bool:
    return field.entry is None or any(map(field.entry.field, names))
