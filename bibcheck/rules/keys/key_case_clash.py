"""Keys that differ in letter case only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.syntax.parser import lower_ascii


class KeyCaseClash(Rule):
    """Let keys differ in more than letter case.

    BibTeX takes `Knuth84` and `knuth84` for one entry and drops the second; biber takes them for two.

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

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for entry in bib.entries:
            if entry.key:
                yield self.fact(lower_ascii(entry.key), entry, entry.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        first, *others = facts
        for other in others:
            if other.about != first.about:
                message = (
                    f"key `{other.about}` differs from `{first.about}` in letter case only: BibTeX drops one of them"
                )
                yield self.finding(other, message, related=[first])
