"""Ordinals that English does not write so: `2Nd`, `11st`."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.values.ordinals import Ordinal, find_ordinals, ordinal_suffix

_VENUES = ("booktitle", "booksubtitle", "journal", "journaltitle", "series", "eventtitle", "edition")
_TITLES = ("title", "subtitle", "maintitle")
_SUFFIX = pattern(r"[0-9]\W{0,3}(?:textsuperscript\W{0,2})?(?:[Ss][Tt]|[NnRr][Dd]|[Tt][Hh])(?![a-z])")


class MalformedOrdinal(Rule):
    """Write ordinals as English does: `2nd`, not `2Nd`; `11th`, not `11st`.

    The ACM Digital Library exports `2Nd` and IEEE Xplore `81ST`, and both are printed so. Capitals among capitals
    (`THE 21ST CENTURY`) are right. In titles isotopes (`230Th`) and names of things (`6rd`) look like ordinals; there
    an ending that does not belong to its number is reported only from `11st` on.

    Bad:

        @inproceedings{hunt07, booktitle = {Proceedings of the 2Nd European Conference on Computer Systems}}
                                                               ^^^
        @inproceedings{ng99, booktitle = {{IEEE} 11st International Symposium on Networks}}
                                                 ^^^^

    Good:

        @inproceedings{hunt07, booktitle = {Proceedings of the 2nd European Conference on Computer Systems}}
        @inproceedings{ng99, booktitle = {{IEEE} 11th International Symposium on Networks}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields(*_VENUES, *_TITLES):
            if not _SUFFIX.search(field.text):
                continue
            in_capitals = _is_in_capitals(field.text)
            for ordinal in find_ordinals(field.text):
                fault = _judge(field, ordinal, in_capitals) if ordinal.form == "digits" else ""
                if fault:
                    written = field.text[ordinal.span.start : ordinal.span.end]
                    start = ordinal.span.start + written.index(ordinal.suffix)
                    right = ordinal_suffix(ordinal.number)
                    edit = replace(field, start, start + len(ordinal.suffix), right)
                    message = f"`{written}` {fault}: the ordinal is `{ordinal.number}{right}`"
                    yield self.finding(field.span(*ordinal.span), message, edit)


def _judge(field: Field, ordinal: Ordinal, in_capitals: bool) -> str:
    """What is wrong with an ordinal in digits; empty where nothing is, or where it may be something else."""
    suffix = ordinal.suffix
    if field.text[max(ordinal.span.start - 1, 0) : ordinal.span.start] in ("-", "/", "$"):
        return ""
    if field.text[ordinal.span.end : ordinal.span.end + 1].isdigit():
        return ""  # the number of a catalogue: `99TH8406`
    right = ordinal_suffix(ordinal.number)
    if suffix.lower() != right:
        certain = field.name in _VENUES or ordinal.number > 10
        return "has the ending of another number" if suffix.islower() and certain else ""
    if suffix.islower():
        return ""
    if suffix.isupper():
        return "" if in_capitals else "has an ending in capitals"
    # Thorium and neodymium: `230Th`, `142Nd`.
    return "has a capital in its ending" if ordinal.number < 100 else ""


def _is_in_capitals(text: str) -> bool:
    return sum(letter.isupper() for letter in text) > sum(letter.islower() for letter in text)
