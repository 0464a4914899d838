"""`Vol.`, `No.` and the like in fields that hold a bare number."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.numbers import begins_with_number, is_number, read_volume_and_number, read_word_before

# The numbers of these have words of their own: `No. 12` of a series of reports.
_REPORTS = ("techreport", "report", "manual", "standard", "patent", "misc", "unpublished")


class MalformedNumber(Rule):
    """Give volume, number and chapter as bare numbers: the styles write `vol.`, `no.` and `chapter` themselves.

    Reported is the word of the field before a number. There is a fix only if a number is left then. Not reported: letters
    that belong to a number (`14A`, `Suppl. 1`, `Part 2`), leading zeros, the numbers of reports, a number that is a title,
    and a volume with its number in one field, which misplaced-value reports.

    Bad:

        @article{knuth84, journal = {The Computer Journal}, volume = {Vol. 27}, number = {No. 2}}
                                                                      ^^^^^               ^^^^

    Good:

        @article{knuth84, journal = {The Computer Journal}, volume = {27}, number = {2}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for name in ("volume", "number", "chapter"):
            for text, fields in bib.distinct(name).items():
                led = None if text[:1].isdecimal() else read_word_before(name, text)
                if (
                    led is None or not begins_with_number(led.rest) or read_volume_and_number(text)
                ):  # of both in one field misplaced-value speaks
                    continue
                for field in fields:
                    if not field.is_known or (name == "number" and field.entry and field.entry.type in _REPORTS):
                        continue
                    message = f"`{text[slice(*led.word)].strip()}` in `{name}`, where the styles write it themselves"
                    edit = replace(field, *led.word, "") if is_number(led.rest) else None
                    yield self.finding(field.span(*led.word), message, edit)
