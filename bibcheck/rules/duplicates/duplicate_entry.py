"""Works that stand under two keys, by title, author and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.works import Work, are_near, contradict, is_dummy, read_works
from bibcheck.rule import Fact, Finding, Level, Rule, Scope

# A slip of the pen near a title's start or end leaves the titles neighbours in one of two sorted orders.
_NEIGHBOURS = 3


class DuplicateEntry(Rule):
    """Cite a work under one key.

    Titles are compared without LaTeX, letter case and punctuation, and may differ by a letter or two; the first author and
    the year must agree. Editions, volumes, parts, pages and venues that differ make different works, and so do numbers in
    titles. What duplicate-doi or preprint-duplicate says is not said again.

    Bad:

        @book{knuth86, author = {Donald E. Knuth}, title = {The {\\TeX}book}, year = {1986}}
        @book{texbook, author = {Knuth, Donald}, title = {The TeXbook}, year = 1986}
              ^^^^^^^

    Good:

        @book{knuth1, author = {Donald E. Knuth}, title = {The Art of Computer Programming, Volume 1}, year = {1997}}
        @book{knuth2, author = {Donald E. Knuth}, title = {The Art of Computer Programming, Volume 2}, year = {1997}}
    """

    level = Level.WARNING
    scope = Scope.PROJECT
    smallest_group = 2
    largest_group = 10_000

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for work in bib.once(read_works):
            if work.author and work.year and work.title and not is_dummy(bib, work.title, work.author):
                yield self.fact(f"{work.author} {work.year}", work.key_span, work, entry=work.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        place = {id(fact): number for number, fact in enumerate(facts)}
        reported = set()
        for order in (lambda fact: fact.about.title, lambda fact: fact.about.title[::-1]):
            ordered = sorted(facts, key=order)
            for number, fact in enumerate(ordered):
                for other in ordered[number + 1 : number + 1 + _NEIGHBOURS]:
                    first, second = sorted((fact, other), key=lambda one: place[id(one)])
                    if id(second) not in reported and _is_same(first.about, second.about):
                        reported.add(id(second))
                        message = f"`{second.about.key}` is the same work as `{first.about.key}`: keep one"
                        yield self.finding(second, message, related=[first], twin=first.about.key)


def _is_same(one: Work, other: Work) -> bool:
    if one.key == other.key or (one.doi and one.doi == other.doi) or one.is_preprint != other.is_preprint:
        return False
    if not are_near(one.title, other.title) or contradict(one, other):
        return False
    if one.container and other.container and one.container != other.container and not _abbreviates(one, other):
        return False
    # Titles of a word or two are not enough, not even in one journal: `Preface`, `Editorial`.
    shared = dict(set(one.marks) & set(other.marks))
    return (
        len(one.title.split()) > 2
        or one.type == "book"
        or ("pages" in shared and ("volume" in shared or "number" in shared))
    )


def _abbreviates(one: Work, other: Work) -> bool:
    """Whether one container may be the other's short form: its words begin with the same letters in the same order."""
    short, long = sorted((one.container, other.container), key=len)
    words = iter(long.split())
    return all(any(word.startswith(part[:4]) or part.startswith(word[:4]) for word in words) for part in short.split())
