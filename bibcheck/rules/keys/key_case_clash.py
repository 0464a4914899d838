"""Keys that differ in letter case only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.syntax.parser import lower_ascii


class KeyCaseClash(Rule):
    """Keys that differ in letter case only.

    BibTeX takes `Knuth84` and `knuth84` for one entry and drops the second. Files for BibLaTeX are not judged: for biber
    these are two keys.

    Bad:

        @book{Knuth84, title = {T}}
        @book{knuth84, title = {U}}
              ^^^^^^^

    Good:

        @book{Knuth84a, title = {T}}
        @book{Knuth84b, title = {U}}
    """

    level = Level.ERROR
    scope = Scope.PROJECT
    smallest_group = 2
    differing_forms = True
    largest_group = 10_000

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for entry in bib.entries if bib.dialect == "bibtex" else ():
            if entry.key:
                yield self.fact(lower_ascii(entry.key), entry, entry.key, form=entry.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        first, *others = facts
        for other in others:
            if other.about != first.about:
                pair = f"key `{other.about}` differs from `{first.about}`"
                message = f"{pair} in letter case only: BibTeX drops one of them, so rename one"
                yield self.finding(other, message, related=[first])
