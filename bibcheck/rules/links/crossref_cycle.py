"""Entries that inherit from themselves, or too far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_links
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.syntax.parser import lower_ascii


class CrossrefCycle(Rule):
    """Let no entry inherit from itself, and in BibTeX no parent have a parent.

    BibTeX copies what the parent itself has and warns of nested cross references; what the grandparent has is lost.

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

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for link in find_links(bib, "crossref", "xdata"):
            if link.field.entry:
                child = lower_ascii(link.field.entry.key)
                yield self.fact("", link.span, (child, lower_ascii(link.target), link.field.name, bib.dialect))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        parents: dict[str, list[str]] = {}
        for fact in facts:
            parents.setdefault(fact.about[0], []).append(fact.about[1])
        for fact in facts:
            child, parent, field, dialect = fact.about
            if _reaches(parents, parent, child):
                yield self.finding(fact, f"`{child}` inherits from itself through {field} `{parent}`")
            elif dialect == "bibtex" and field == "crossref" and parent in parents:
                message = (
                    f"`{parent}` inherits from `{parents[parent][0]}` itself: BibTeX follows one cross-reference only"
                )
                yield self.finding(fact, message)


def _reaches(parents: dict[str, list[str]], start: str, goal: str) -> bool:
    seen = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key == goal:
            return True
        if key not in seen:
            seen.add(key)
            waiting += parents.get(key, ())
    return False
