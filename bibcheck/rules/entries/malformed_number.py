"""`Vol.`, `No.` and the like in fields that hold a bare number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

# The word that the styles write before the field, and a number after it with which the value ends.
_NUMBER = r"(?P<number>\d[\w.,/\- ]{0,20}|[IVXLCDM]{1,10})\Z"
_WORDS = {
    "volume": r"vols?\.?|volumes?|band|bd\.",
    "number": r"nos?\.|nos?\.?(?=\s)|numbers?|num\.?|nr\.?|n[°º]|№|issues?|iss\.",
    "chapter": r"chapters?|chap\.?|ch\.",
}
_PREFIXES = {
    name: pattern(rf"\s*+(?P<prefix>(?:{words})[\s~:]*+(?:\#\s*+)?){_NUMBER}", re.IGNORECASE)
    for name, words in _WORDS.items()
}
_ISSUE = pattern(r"(?P<prefix>\#\s*+)(?P<number>\d{1,5})\Z")
_REPORTS = ("techreport", "report", "manual", "standard", "patent", "misc", "unpublished")


class MalformedNumber(Rule):
    """Give volume, number and chapter as bare numbers: the styles write `vol.`, `no.` and `chapter` themselves.

    Reported where the word of the field stands before a number. Not reported: letters that belong to a number (`14A`,
    `Suppl. 1`, `Part 2`), leading zeros, the numbers of reports, and a number that is a title.

    Bad:

        @article{knuth84, journal = {The Computer Journal}, volume = {Vol. 27}, number = {No. 2}}
                                                                      ^^^^^               ^^^^

    Good:

        @article{knuth84, journal = {The Computer Journal}, volume = {27}, number = {2}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for name, prefix in _PREFIXES.items():
            for field in bib.fields(name):
                text = field.text
                if text[:1].isdecimal() or not field.entry or (name == "number" and field.entry.type in _REPORTS):
                    continue
                match = prefix.match(text.rstrip()) or (_ISSUE.match(text.rstrip()) if name == "number" else None)
                if match:
                    start, end = match.span("prefix")
                    word = match["prefix"].strip(" ~")
                    message = f"`{word}` in `{name}`, where the styles write it themselves"
                    yield self.finding(field.span(start, end), message, replace(field, start, end, ""))
