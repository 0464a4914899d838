"""Characters that nobody can see, and letters that look like others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import Fault, gather
from bibcheck.bibliography.printed import odd_characters, values_holding
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Entry, Field, Junk, Unread
from bibcheck.text.invisible import (
    Invisible,
    find_invisible,
    find_look_alikes,
    has_invisible,
    has_look_alike,
    name_character,
)

_IDENTIFIERS = frozenset("doi url eprint isbn issn date urldate crossref".split())
_BYTE_ORDER_MARK = "\ufeff"


class InvisibleCharacter(Rule):
    """Reports characters that cannot be seen, and letters of another script that look like Latin ones.

    Zero-width characters, soft hyphens, marks of direction, byte order marks and control characters come along when
    text is copied: search, sorting and the comparison of names fail on them, and LaTeX stops at many. BibTeX does not
    split names at a no-break space. A Cyrillic `а` in a Latin word is another letter than the `a` that it looks like.

    Joiners in scripts that need them (Persian, Hindi), marks of direction beside Hebrew or Arabic, no-break spaces
    before the `:` and `»` of French, and Greek letters that look like themselves (`TNFα`, `β-carotene`) stay. Fields
    that styles do not print are not judged, except identifiers. A key has no fix, because documents cite it. All such
    characters of one value are one finding.
    Bad:

        @article{k, title = {Micro\u200bservices for Auto\xadmation}, author = {Smith,\xa0John}}
                                  ^                                           ^

    Good:

        @article{k, title = {Microservices for Automation}, author = {Smith, John}}

    Bad:

        @article{k, title = {Ѕoftware Arсhitecture}}
                             ^^^^^^^^

    Good:

        @article{k, title = {Software Architecture}}
    """

    level = Level.WARNING
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        odd = odd_characters(bib)
        if invisible := [*filter(has_invisible, odd)]:
            yield from self._judge_invisible(bib, invisible)
        if look_alikes := [*filter(has_look_alike, odd)]:
            for value in values_holding(bib, *look_alikes):
                yield from self._judge_words(value.field)

    def _judge_invisible(self, bib: Bibliography, characters: list[str]) -> Iterator[Finding]:
        for value in values_holding(bib, *characters):
            yield from self._report(value.field, find_invisible(value.text))
        for field in bib.fields_holding(*characters):
            if field.entry and field.name in _IDENTIFIERS:
                # White space in addresses and identifiers is the business of their own rules.
                found = [one for one in find_invisible(field.text) if not one.text or not one.text.isspace()]
                yield from self._report(field, found)
        if has_invisible("".join([*bib.field_names, *(entry.key for entry in bib.entries)])):
            for entry in bib.entries:
                yield from self._judge_names(entry)
        for junk in bib.tree.blocks if _BYTE_ORDER_MARK in characters else ():
            if isinstance(junk, Junk | Unread):
                yield from self._judge_junk(bib, junk)

    def _judge_words(self, field: Field) -> Iterator[Finding]:
        faults = []
        for word in find_look_alikes(field.text):
            raw = field.text[word.start : word.end]
            letters = ", ".join(f"`{letter}` (U+{ord(letter):04X})" for letter in word.letters)
            message = f"`{raw}` has {letters} among its Latin letters"
            faults.append(Fault(word.start, word.end, message, ((word.start, word.end, word.text),)))
        yield from self._report_faults(field, faults)

    def _report(self, field: Field, found: list[Invisible]) -> Iterator[Finding]:
        yield from self._report_faults(
            field,
            [
                Fault(start, end, name, () if text is None else ((start, end, text),))
                for start, end, name, text in found
            ],
        )

    def _report_faults(self, field: Field, faults: list[Fault]) -> Iterator[Finding]:
        for fault in gather(fault for fault in faults if field.literal_span(fault.start, fault.end)):
            edits = [replace(field, *change) for change in fault.changes]
            yield self.finding(field.span(fault.start, fault.end), fault.message, *edits)

    def _judge_names(self, entry: Entry) -> Iterator[Finding]:
        """What belongs to a key or to the name of a field although it cannot be seen."""
        for invisible in find_invisible(entry.key):
            start = entry.key_span.start
            span = Span(start + invisible.start, start + invisible.end)
            yield self.finding(span, f"{invisible.name} in the key: documents have to cite it with that character")
        names = Counter(_without_invisible(field.name) for field in entry.fields)
        for field in entry.fields:
            for invisible in find_invisible(field.name):
                start = field.name_span.start
                span = Span(start + invisible.start, start + invisible.end)
                message = f"{invisible.name} in the name of the field `{field.name}`, which no style knows"
                # Where the entry has the field that is meant, nobody can tell which value is.
                is_alone = names[_without_invisible(field.name)] == 1
                yield self.finding(span, message, Edit(span, "") if is_alone else None)

    def _judge_junk(self, bib: Bibliography, junk: Junk | Unread) -> Iterator[Finding]:
        start = bib.text.find(_BYTE_ORDER_MARK, junk.start, junk.end)
        if start >= 0:
            span = Span(start, start + 1)
            yield self.finding(span, f"{name_character(_BYTE_ORDER_MARK)} in the middle of a file", Edit(span, ""))


def _without_invisible(name: str) -> str:
    return "".join([character for character in name if not find_invisible(character)])
