"""Names that begin with small letters."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.knowledge.person_words import PARTICLES, ROLES, SMALL_BY_CHOICE
from bibcheck.names.parse import Name, Word
from bibcheck.names.words import fold
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

# What describes people rather than names them.
_GROUPS = ROLES | frozenset("authors author staff members users maintainers coordinator coordinators others".split())


class LowercaseName(Rule):
    """Begin names with capitals: BibTeX takes what begins with a small letter for a particle, like `van`.

    `donald knuth` has no given name then. Particles, names in braces and people who write their names in small letters
    (bell hooks, danah boyd) are not reported.

    Bad:

        @book{knuth84, author = {knuth, donald}}
                                 ^^^^^^^^^^^^^

    Good:

        @book{knuth84, author = {Knuth, Donald}}

    Good:

        @book{hooks81, author = {bell hooks and Ludwig van Beethoven and van der Berg, Jan and {pandas team}}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in name_lists(bib):
            # A holder of rights may be an organisation, which is called as it likes.
            for name in names.people if names.field.name != "holder" else ():
                if name.last[-1].text[0].islower() or (name.first and name.first[0].text[0].islower()):
                    words = _small_words(name, names.text)
                    if words and not _is_by_choice(name):
                        yield self._report(names, words)

    def _report(self, names: NameList, words: list[Word]) -> Finding:
        start, end = min(word.start for word in words), max(word.end for word in words)
        edits = [replace(names.field, word.start, word.end, word.text[0].upper() + word.text[1:]) for word in words]
        return self.finding(
            names.field.span(start, end), f"{names.quote(start, end)} begins with a small letter", *edits
        )


def _small_words(name: Name, text: str) -> list[Word]:
    """The words that should begin with a capital: the family name or the first given name is among them."""
    words = [word for word in (*name.von, *name.last, *name.first[:1]) if _is_small(word, text)]
    return words if name.last[-1] in words or (name.first and name.first[0] in words) else []


def _is_small(word: Word, text: str) -> bool:
    r"""Whether a word is in small letters and no particle, nor joined to another: `al-Khwarizmi`, `Kai-fu`, `Rom\~ao`."""
    small = word.text
    is_joined = word.before == "-" or text[word.start - 1 : word.start] == "~"
    return small.isalpha() and small.islower() and len(small) > 1 and small not in PARTICLES and not is_joined


def _is_by_choice(name: Name) -> bool:
    given = name.first or name.von
    family = fold(name.last[-1].text)
    return family in _GROUPS or (bool(given) and f"{family} {given[0].text[0].lower()}" in SMALL_BY_CHOICE)
