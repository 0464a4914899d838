"""Slips in the names of venues, publishers and schools."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.venues.spelling import find_slips


class MisspelledVenue(Rule):
    """Spell the name of a venue, a publisher or a school right.

    Reported are the words that most such names are made of, with one letter wrong, missing or too many: `Converence`,
    `Univeristy`. Nothing is said of names in other languages than English.

    Bad:

        @inproceedings{k, booktitle = {International Converence on Computer Vision}}
                                                     ^^^^^^^^^^

    Good:

        @inproceedings{k, booktitle = {International Conference on Computer Vision}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        names = ("booktitle", "journal", "journaltitle", "series", "publisher", "school", "institution", "organization")
        for text, fields in bib.distinct(*names).items():
            for span, meant in find_slips(text):
                for field in fields:
                    edit = replace(field, *span, meant)
                    yield self.finding(field.span(*span), f"`{text[slice(*span)]}` is misspelt: write `{meant}`", edit)
