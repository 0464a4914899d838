"""Initials that stand together without a space."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.lazy_re import pattern
from bibcheck.names.parse import Word
from bibcheck.names.words import JOINED, shape, space_initials
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

_WITH_FAMILY = pattern(r"(?:[A-Z]\.-?){1,4}(?=[A-Z][a-z'’])")
_STATES = ("U.S.", "U.K.", "U.N.", "E.U.")  # before the name of an office
_JOINED = pattern(r"\.[^\W\d_]|[A-Z]{2}\.|\}\.\{?\\")
_POINT_WITHIN = pattern(r"\.(?![-.]|\Z)")


class JoinedInitials(Rule):
    """Part initials by spaces, so that BibTeX knows them for several names.

    `D.E.` is one name to BibTeX and to biber, of which a style that abbreviates keeps `D.` alone; and between names that
    are parted it puts the space that suits the style.

    Bad:

        @book{knuth84, author = {Knuth, D.E. and M.A.Roe}}
                                        ^^^^     ^^^^^^^

    Good:

        @book{knuth84, author = {Knuth, D. E. and M. A. Roe}}

    Good:

        @book{sartre43, author = {Sartre, J.-P. and Vi{\\~n}als, Yu. and {U.S. Navy}}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in name_lists(bib):
            if _JOINED.search(names.text) and not _are_kept(names):
                for words in _joined_initials(names):
                    yield self._report(names, words)

    def _report(self, names: NameList, words: list[tuple[Word, str]]) -> Finding:
        start, end = words[0][0].start, words[-1][0].end
        edits = [replace(names.field, word.start, word.end, text) for word, text in words]
        short = _shortened(words[0][0].text)
        message = f"{names.quote(start, end)} is one word, which is abbreviated to `{short}`"
        return self.finding(names.field.span(start, end), message, *edits)


def _are_kept(names: NameList) -> bool:
    """Whether the entry tells BibLaTeX to leave given names as they stand."""
    options = names.field.entry.field("options") if names.field.entry else None
    return options is not None and "giveninits=false" in options.value.replace(" ", "")


def _shortened(word: str) -> str:
    """What a style that abbreviates makes of initials in one word."""
    return word[: word.index(".") + 1] if "." in word[:-1] else word[0] + "."


def _joined_initials(names: NameList) -> Iterator[list[tuple[Word, str]]]:
    """The words of each name that are joined initials, with what they should be."""
    for name in names.people:
        found = [(word, _part(word.text)) for word in name.first if "." in word.text and _are_joined(word.text)]
        if found and (name.commas or found[0][0].text not in _STATES):
            yield found
    if not names.faults:
        for name in names.names:
            if not name.commas and name.last and _WITH_FAMILY.match(name.last[-1].text):
                yield [(name.last[-1], _part_from_family(name.last[-1].text))]


def _are_joined(word: str) -> bool:
    """Whether a word is joined initials; braces around all of it say that it is meant so."""
    return shape(word) == JOINED and not (word[0] == "{" and word[-1] == "}")


def _part(word: str) -> str:
    if "\\" not in word and "{" not in word:
        return space_initials(word)
    return _POINT_WITHIN.sub(". ", word) if word.endswith(".") else _POINT_WITHIN.sub(". ", word) + "."


def _part_from_family(word: str) -> str:
    match = _WITH_FAMILY.match(word)
    assert match
    return space_initials(match[0].rstrip("-")) + " " + word[match.end() :]
