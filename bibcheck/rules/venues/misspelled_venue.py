"""Slips in the names of venues, publishers and schools."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.venue_words import meant_word
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

_WORD = pattern(r"(?<![\\\w{}@./'’-])[A-Za-z]{7,40}+(?![\w}@./'’])")
# A name in English has one of these, and no letters of other languages.
_ENGLISH = pattern(r"(?i)\b(?:of|on|the|and|for|in|international|press|conference|journal|proceedings)\b")
_FOREIGN = pattern(
    r"(?i)[^\x00-\x7f]|\\[a-z\"'`^~=.]|\b(?:das|de|del|della|der|des|di|die|du|et|fuer|la|le|les|und|van|voor)\b"
)


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
            for match in _WORD.finditer(text):
                meant = meant_word(match[0].lower())
                if meant and _ENGLISH.search(text) and not _FOREIGN.search(text):
                    cased = _in_case_of(match[0], meant)
                    for field in fields:
                        edit = replace(field, *match.span(), cased)
                        yield self.finding(
                            field.span(*match.span()), f"`{match[0]}` is misspelt: write `{cased}`", edit
                        )


def _in_case_of(word: str, meant: str) -> str:
    return meant.upper() if word.isupper() else meant.capitalize() if word[0].isupper() else meant
