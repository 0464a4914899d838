"""Entries that inherit from themselves, or too far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_circles, find_links
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
        circles = find_circles(parents)
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
