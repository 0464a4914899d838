"""Entries that inherit from themselves, or too far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_links
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.syntax.parser import lower_ascii


class CrossrefCycle(Rule):
    """Do not let an entry inherit from itself, nor in BibTeX from a parent that has a parent.

    BibTeX copies what the parent itself has, and warns of nested cross-references: what the grandparent has is lost.

    Bad:

        @book{knuth84, title = {T}, crossref = {knuth84}}
                                                ^^^^^^^

    Bad:

        @inbook{part, title = {T}, crossref = {whole}}
                                               ^^^^^
        @book{whole, title = {T}, crossref = {series}}
        @book{series, title = {T}}

    Good:

        @inbook{part, title = {T}, crossref = {whole}}
        @book{whole, title = {T}}
    """

    level = Level.ERROR
    scope = Scope.PROJECT
    whole_file = True

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for link in find_links(bib, "crossref", "xdata"):
            if link.field.entry:
                child = lower_ascii(link.field.entry.key)
                yield self.fact("", link.span, _Link(child, lower_ascii(link.target), link.field.name, bib.dialect))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        parents: dict[str, list[str]] = {}
        for fact in facts:
            parents.setdefault(fact.about.child, []).append(fact.about.parent)
        circles = _find_circles(parents)
        for fact in facts:
            child, parent, field, dialect = fact.about
            if child == parent or (child in circles and circles[child] == circles.get(parent)):
                yield self.finding(
                    fact, f"`{child}` inherits from itself through {field} `{parent}`: remove one of the links"
                )
            elif dialect == "bibtex" and field == "crossref" and parent in parents:
                follows = f"`{parent}` inherits from `{parents[parent][0]}` itself"
                yield self.finding(fact, f"{follows}, and BibTeX follows one cross-reference only")


class _Link(NamedTuple):
    """An entry and the one that it inherits from, by their keys in lower case."""

    child: str
    parent: str
    field: str
    dialect: str


def _find_circles(parents: dict[str, list[str]]) -> dict[str, int]:
    """The entries that inherit from themselves through others, each with the number of its circle.

    Tarjan's search for strongly connected components, without recursion: linear in the number of links.
    """
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_keys: list[str] = []
    is_open: set[str] = set()
    circles: dict[str, int] = {}
    for root in parents:
        path = [(root, iter(parents[root]))] if root not in order else []
        while path:
            key, rest = path[-1]
            if key not in order:
                order[key] = lowest[key] = len(order)
                open_keys.append(key)
                is_open.add(key)
            for parent in rest:
                if parent not in order:
                    path.append((parent, iter(parents.get(parent, ()))))
                    break
                if parent in is_open:
                    lowest[key] = min(lowest[key], order[parent])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[key])
                if lowest[key] == order[key]:
                    _close(key, open_keys, is_open, circles)
    return circles


def _close(key: str, open_keys: list[str], is_open: set[str], circles: dict[str, int]) -> None:
    """Take a component off the stack; of more than one entry it is a circle."""
    place = len(open_keys) - 1
    while open_keys[place] != key:
        place -= 1
    members = open_keys[place:]
    del open_keys[place:]
    is_open.difference_update(members)
    if len(members) > 1:
        number = len(circles)
        circles.update(dict.fromkeys(members, number))
