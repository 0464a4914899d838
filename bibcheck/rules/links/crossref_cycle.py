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
        circles = _circles(parents)
        for fact in facts:
            child, parent, field, dialect = fact.about
            if circles[child] == circles.get(parent):
                yield self.finding(fact, f"`{child}` inherits from itself through {field} `{parent}`")
            elif dialect == "bibtex" and field == "crossref" and parent in parents:
                message = (
                    f"`{parent}` inherits from `{parents[parent][0]}` itself: BibTeX follows one cross-reference only"
                )
                yield self.finding(fact, message)


def _circles(parents: dict[str, list[str]]) -> dict[str, int]:
    """A number for each key that inherits: two have the same one if each inherits from the other (Kosaraju's algorithm)."""
    children: dict[str, list[str]] = {}
    for child, above in parents.items():
        for parent in above:
            children.setdefault(parent, []).append(child)
    numbers: dict[str, int] = {}
    for key in reversed(_ancestors_first(parents)):
        waiting = [key]
        while waiting:
            current = waiting.pop()
            if current not in numbers:
                numbers[current] = numbers[key] if current != key else len(numbers)
                waiting += (child for child in children.get(current, ()) if child not in numbers)
    return numbers


def _ancestors_first(parents: dict[str, list[str]]) -> list[str]:
    """The keys in an order in which each comes after all that it inherits from, circles aside."""
    order = []
    seen: set[str] = set()
    for start in parents:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(parents[start]))]
        while path:
            key, above = path[-1]
            for parent in above:
                if parent not in seen:
                    seen.add(parent)
                    path.append((parent, iter(parents.get(parent, ()))))
                    break
            else:
                order.append(key)
                path.pop()
    return order
