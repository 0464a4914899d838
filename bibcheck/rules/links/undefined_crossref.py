"""Cross-references to entries that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_links
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.syntax.parser import lower_ascii
from bibcheck.text.suggestion import did_you_mean


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
        for link in find_links(bib):
            folded = lower_ascii(link.target)
            hint = "" if folded in keys else did_you_mean(link.target, [entry.key for entry in bib.entries])
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
