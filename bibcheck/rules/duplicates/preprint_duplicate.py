"""Preprints beside what was published of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.works import Work, are_versions, read_works
from bibcheck.rule import Fact, Finding, Level, Rule, Scope

_MOST = 5  # published works of one title
_LONGEST_DELAY = 6  # years from preprint to print


class PreprintDuplicate(Rule):
    """Cite what was published rather than its preprint too.

    The titles must be equal without LaTeX, letter case and punctuation, and the first authors agree. Reported on the
    preprint, and on a `@misc` that gives nothing but title, authors and year of what another entry has as published. Where
    both have one DOI, duplicate-doi speaks. Keys that tell the two apart (`doe20/preprint`, `doe20/article`) say that they
    are meant.

    Bad:

        @misc{doe20, author = {Jane Doe}, title = {On the Shape of Trees}, eprint = {2001.01234}, year = {2020}}
              ^^^^^
        @article{doe21, author = {Doe, Jane}, title = {On the shape of trees}, journal = {J. Trees}, year = {2021}}

    Good:

        @article{doe21, author = {Doe, Jane}, title = {On the shape of trees}, journal = {J. Trees}, year = {2021}}
    """

    level = Level.WARNING
    scope = Scope.PROJECT
    smallest_group = 2
    largest_group = 10_000

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for work in bib.once(read_works):
            if work.author and len(work.title.split()) > 2:
                yield self.fact(f"{work.author} {work.title}", work.key_span, work, entry=work.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        published = [fact for fact in facts if fact.about.container][:_MOST]
        finished = [fact for fact in facts if not fact.about.is_preprint][:_MOST]
        for fact in facts:
            work: Work = fact.about
            is_draft = _is_draft(work)
            others = finished if is_draft else published if work.arxiv else ()
            for other in others if work.is_preprint else ():
                if is_draft and other.about.authors != work.authors:
                    continue
                if other.about.key == work.key or (work.doi and work.doi == other.about.doi):
                    continue
                if _follows(other.about.year, work.year) and not are_versions(work, other.about):
                    what = "preprint of" if work.arxiv else "nothing but title, authors and year of"
                    message = f"{what} `{other.about.key}`, which is in the bibliography as published: cite that"
                    yield self.finding(fact, message, related=[other])
                    break


def _is_draft(work: Work) -> bool:
    """Whether an entry says no more than who wrote what and when."""
    return not work.arxiv and bool(work.year) and all(name == "month" for name, _ in work.texts)


def _follows(published: str, preprint: str) -> bool:
    if not (published.isdecimal() and preprint.isdecimal() and len(published) == len(preprint) == 4):
        return not published or not preprint
    return -1 <= int(published) - int(preprint) <= _LONGEST_DELAY
