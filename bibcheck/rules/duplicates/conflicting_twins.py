"""Entries that claim to be one work and contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.works import Work, are_near, contradict, is_dummy, read_works
from bibcheck.knowledge.entry_types import WHOLE_TYPES
from bibcheck.rule import Fact, Finding, Level, Rule, Scope

_SHORT_WORD = 3  # letters of `and`, `the`, `of`
_SHORTEST_RANGE = 3


class ConflictingTwins(Rule):
    """Look at entries that share what only one work can have, and yet differ.

    Entries with one DOI, one arXiv identifier, or one journal, volume, number and pages, whose titles have nothing in
    common; and entries with one title of three words or more, in one place and year, and no author in common. A book and its
    chapters may share a DOI; reports of one title have their numbers, and articles their pages.

    Bad:

        @article{a, title = {Literate Programming}, doi = {10.1093/comjnl/27.2.97}}
        @article{b, title = {On the Shape of Trees}, doi = {10.1093/comjnl/27.2.97}}
                 ^

    Good:

        @article{a, title = {Literate Programming}, doi = {10.1093/comjnl/27.2.97}}
        @article{b, title = {On the Shape of Trees}, doi = {10.1000/182}}
    """

    level = Level.WARNING
    scope = Scope.PROJECT
    smallest_group = 2
    largest_group = 10_000

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for work in bib.once(read_works):
            pages = work.mark("pages")
            claims = [f"the DOI {work.doi}"] if work.doi else []
            if work.arxiv:
                claims.append(f"the arXiv identifier {work.arxiv}")
            if work.type == "article" and _is_long(pages):
                volume, number = map(work.mark, ("volume", "number"))
                if None not in (volume, number) and work.container:
                    claims.append(f"journal, volume, number and pages\n{work.container}\n{volume}\n{number}\n{pages}")
            if (
                work.title.count(" ") >= 2
                and work.author
                and work.year
                and (pages is None or _is_long(pages))
                and not is_dummy(bib, work.title, work.author)
            ):
                claims.append(f"the title\n{work.title}\n{work.year}")
            for claim in claims:
                yield self.fact(claim, work.key_span, work, entry=work.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        by_title = facts[0].key.startswith("the title")
        for number, fact in enumerate(facts):
            for earlier in facts[max(number - 5, 0) : number]:
                if earlier.about.key == fact.about.key:
                    continue
                difference = _authors_differ if by_title else _titles_differ
                if difference(earlier.about, fact.about):
                    claim = fact.key.partition("\n")[0]
                    differing = "authors" if by_title else "titles"
                    twins = f"`{fact.about.key}` shares {claim} with `{earlier.about.key}`"
                    message = f"suspicious: {twins}, but their {differing} differ; look both up"
                    yield self.finding(fact, message, related=[earlier], twin=earlier.about.key)
                    break


def _is_long(pages: str | None) -> bool:
    """Whether pages are a range that only one work has: notes share a page, and what begins on page 1 is counted alone."""
    first, _, last = (pages or "").partition(" ")
    if not (first.isdecimal() and last.isdecimal() and len(first + last) < 20):
        return False
    return int(first) > 1 and int(last) - int(first) >= _SHORTEST_RANGE


def _titles_differ(one: Work, other: Work) -> bool:
    """Whether the titles have hardly a word in common: not a subtitle more or less, not another spelling."""
    if (one.type in WHOLE_TYPES) != (other.type in WHOLE_TYPES) or are_near(one.title, other.title):
        return False
    words, others = ({word for word in work.title.split() if len(word) > _SHORT_WORD} for work in (one, other))
    return len(words & others) * 3 < min(len(words), len(others))


def _authors_differ(one: Work, other: Work) -> bool:
    """Whether nobody wrote both, and nothing else says that there are two works of that title."""
    if contradict(one, other) or one.container != other.container:
        return False
    if set(one.authors) & set(other.authors) or "others" in (*one.authors, *other.authors):
        return False
    return not any(_may_be_one(name, twin) for name in one.authors for twin in other.authors)


def _may_be_one(name: str, other: str) -> bool:
    """Whether two family names may be one: one is part of the other, or they begin alike."""
    return bool(set(name.split()) & set(other.split())) or name[:4] == other[:4]
