"""Works that stand under two keys, by their DOI."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.works import Work, are_near, read_works
from bibcheck.rule import Fact, Finding, Level, Rule, Scope

_COMPARED = 5  # with how many earlier entries: one that has the same work is hardly ever further up


class DuplicateDoi(Rule):
    """Cite a work under one key: two entries with one DOI are printed as two references.

    Letter case, resolver and escapes of the DOI are ignored, and one in url or note counts where there is no doi. Entries that
    share a DOI and have different titles are the business of conflicting-twins.

    Bad:

        @article{knuth84, title = {Literate Programming}, doi = {10.1093/comjnl/27.2.97}}
        @article{lp, title = {Literate programming}, doi = {https://doi.org/10.1093/COMJNL/27.2.97}}
                 ^^

    Good:

        @article{knuth84, title = {Literate Programming}, doi = {10.1093/comjnl/27.2.97}}
    """

    level = Level.WARNING
    scope = Scope.PROJECT
    smallest_group = 2
    largest_group = 10_000

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for work in bib.once(read_works):
            if work.doi:
                yield self.fact(work.doi, work.key_span, work, entry=work.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        for number, fact in enumerate(facts):
            work: Work = fact.about
            for earlier in facts[max(number - _COMPARED, 0) : number]:
                if earlier.about.key != work.key and are_near(earlier.about.title, work.title):
                    message = f"`{work.key}` has the DOI of `{earlier.about.key}`, {work.doi}: look both up"
                    yield self.finding(fact, message, related=[earlier], twin=earlier.about.key)
                    break
