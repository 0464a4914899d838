"""Cross-references to entries that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_links
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.syntax.parser import lower_ascii
from bibcheck.text.suggestion import did_you_mean

_START = 2  # letters
_MOST_HINTS = 50  # of a file: who has more of them has not mistyped them
_MOST_NEAR = 2000  # keys that are compared with one that is not there


class UndefinedCrossref(Rule):
    """Let crossref, xref, xdata, related and entryset name entries that exist.

    Every file of the project counts. BibTeX ignores the letter case of such a key, biber does not.

    Bad:

        @inproceedings{knuth84, title = {T}, crossref = {icalp84}}
                                                         ^^^^^^^

    Good:

        @inproceedings{knuth84, title = {T}, crossref = {icalp84}}
        @proceedings{icalp84, title = {Automata, Languages and Programming}}
    """

    level = Level.ERROR
    scope = Scope.PROJECT
    absence = True

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        keys = {lower_ascii(entry.key) for entry in bib.entries}
        hints = _Hints(bib)
        for link in find_links(bib):
            folded = lower_ascii(link.target)
            hint = "" if folded in keys else hints.hint(link.target)
            yield self.fact(folded, link.span, ("link", link.target, link.field.name, bib.dialect, hint))
        for entry in bib.entries:
            yield self.fact(lower_ascii(entry.key), entry, ("entry", entry.key))
        for alias in find_links(bib, "ids"):
            yield self.fact(lower_ascii(alias.target), alias.span, ("entry", alias.target))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        keys = {fact.about[1]: fact for fact in facts if fact.about[0] == "entry"}
        for fact in facts:
            if fact.about[0] == "entry":
                continue
            _, target, field, dialect, hint = fact.about
            if not keys:
                yield self.finding(fact, f"{field} names `{target}`, which is no entry{hint}")
            elif target not in keys and dialect == "biblatex":
                found, place = next(iter(keys.items()))
                message = f"{field} names `{target}`, but the entry is `{found}`: for biber letter case counts"
                yield self.finding(fact, message, related=[place])

    def sought(self, facts: Sequence[Fact]) -> Iterator[str]:
        # Behind `ids`, a key may be put together of pieces.
        yield from (facts[0].key, "ids=", "ids =")


class _Hints:
    """Which keys may be meant by keys that are not there: looked for among those that begin alike, for a few of them."""

    def __init__(self, bib: Bibliography) -> None:
        self.bib = bib
        self.left = _MOST_HINTS
        self.found: dict[str, str] = {}

    @cached_property
    def by_start(self) -> dict[str, list[str]]:
        """The keys of the file by their first letters."""
        groups: dict[str, list[str]] = {}
        for entry in self.bib.entries:
            groups.setdefault(lower_ascii(entry.key[:_START]), []).append(entry.key)
        return groups

    def hint(self, target: str) -> str:
        """What may follow a message that a key is not there."""
        if target not in self.found and self.left:
            self.left -= 1
            near = self.by_start.get(lower_ascii(target[:_START]), [])
            self.found[target] = did_you_mean(target, near) if len(near) <= _MOST_NEAR else ""
        return self.found.get(target, "")
