"""People who are named twice."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.knowledge.person_words import SHARED_FAMILIES
from bibcheck.names.parse import Name
from bibcheck.names.words import fold, is_initials
from bibcheck.rule import Finding, Level, Rule


class RepeatedName(Rule):
    """Name everybody once in a list, and in a book either as author or as editor.

    Reported are names in full that are equal but for accents and letter case. Initials may be two people's (`Wang, J.`
    twice), and so may short names that many bear (`Wang, Wei`).

    Bad:

        @article{ng99, author = {Ann Ng and Roe, Bernard and Ng, Ann}}
                                                             ^^^^^^^
        @book{roe99, author = {Roe, Bernard}, editor = {Bernard Roe}}
                                                        ^^^^^^^^^^^

    Good:

        @article{wang99, author = {Wang, J. and Wang, J. and Ng, Ann}}
        @incollection{roe98, author = {Roe, Bernard}, editor = {Roe, Bernard and Ng, Ann}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        authors: dict[int, NameList] = {}
        for names in name_lists(bib):
            people = names.people
            if len(people) > 1 and (
                len({fold(name.last[-1].text) for name in people}) < len(people)
                or len({name.commas for name in people}) > 1
            ):
                yield from self._compare(names, names)
            entry = names.field.entry
            if entry is None or entry.type not in ("book", "mvbook"):
                continue
            if names.field.name == "author":
                authors[id(entry)] = names
            elif names.field.name == "editor" and id(entry) in authors:
                yield from self._compare(names, authors[id(entry)])

    def _compare(self, names: NameList, others: NameList) -> Iterator[Finding]:
        """The names of a list that stand in another before, or further up in the same."""
        known: dict[str, Name] = {} if others is names else {_key(name): name for name in others.people}
        for name in names.people:
            key = _key(name)
            first = known.setdefault(key, name) if others is names else known.get(key)
            if key and first and (first is not name or others is not names):
                place = f"the {others.field.name}s" if others is not names else "the list"
                message = f"{names.quote(name.start, name.end)} is already in {place}"
                related = [self.related(others.field.span(first.start, first.end), "the same name")]
                yield self.finding(names.field.span(name.start, name.end), message, related=related)


def _key(name: Name) -> str:
    """A name with a given name in full, folded; empty for one that two people may bear."""
    if name.jr or not name.first or all(is_initials(word.text) for word in name.first):
        return ""
    family = fold(" ".join(word.text for word in (*name.von, *name.last)))
    given = fold(" ".join(word.text for word in name.first))
    return "" if family in SHARED_FAMILIES and len(given) < 8 else f"{family}, {given}"
