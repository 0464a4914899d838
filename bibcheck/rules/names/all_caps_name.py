"""Family names in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.lazy_re import pattern
from bibcheck.names.parse import Name, Word
from bibcheck.names.words import FULL, RUN, shape
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

_LEAST = 4  # letters of a family name that is reported: YU and NG may be initials, CERN and IBM stand for something
_LETTERS = pattern(r"\\(?:[A-Za-z]+|.)|[^\W\d_]", re.DOTALL)


class AllCapsName(Rule):
    """Write names in capitals and small letters: the style can set small capitals, and nothing can undo capitals.

    Publishers' records have such names. Family names of two or three letters and what stands in braces are not reported,
    for they may be initials, or the name of an organisation.

    Bad:

        @article{knuth68, author = {KNUTH, DONALD and O'BRIEN-SMITH, Ann}}
                                    ^^^^^^^^^^^^^     ^^^^^^^^^^^^^

    Good:

        @article{knuth68, author = {Knuth, Donald and O'Brien-Smith, Ann}}

    Good:

        @article{yu99, author = {YU, Wei and {ATLAS Collaboration} and NASA}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in name_lists(bib):
            for name in names.people:
                if name.last[-1].text.isupper() and (words := _words_in_capitals(name)):
                    yield self._report(names, words)

    def _report(self, names: NameList, words: list[Word]) -> Finding:
        start, end = min(word.start for word in words), max(word.end for word in words)
        edits = [replace(names.field, word.start, word.end, _set_case(word.text)) for word in words]
        return self.finding(names.field.span(start, end), f"{names.quote(start, end)} is all in capitals", *edits)


def _words_in_capitals(name: Name) -> list[Word]:
    """The words to be set in small letters, if the family name is one of them and somebody may be called so."""
    family = [word for word in name.last if _is_name(word)]
    letters = sum(len(_LETTERS.findall(word.text)) for word in family)
    are_given = any(shape(word.text) != RUN for word in name.first)
    if letters < _LEAST or not are_given or len(family) < len(name.last):
        return []
    return [*family, *(word for word in name.first if _is_name(word))]


def _is_name(word: Word) -> bool:
    """Whether a word is all in capitals, and neither initials nor in braces."""
    text = word.text
    return text.isupper() and "{" not in text.replace("{\\", "") and (len(text) > 3 or shape(text) == FULL)


def _set_case(word: str) -> str:
    """A word in small letters, but for the first and those after an apostrophe or `Mc`."""
    done: list[str] = []
    position = 0
    is_first = True
    for match in _LETTERS.finditer(word):
        done.append(word[position : match.start()])
        letter = match[0]
        if letter[0] != "\\":
            is_begin = is_first or done[-1].endswith(("'", "’"))
            letter = letter if is_begin else letter.lower()
            is_first = False
        done.append(letter)
        position = match.end()
    text = "".join(done) + word[position:]
    return "Mc" + text[2:].capitalize() if text.startswith("Mc") and len(text) > 4 else text
