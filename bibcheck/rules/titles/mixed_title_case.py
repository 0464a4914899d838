"""Titles in two ways of using capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.text.language import may_be_foreign
from bibcheck.values.letter_case import has_inner_capitals, may_have_inner_capitals
from bibcheck.values.titles import is_braced_whole, title_words

_SHORTEST_WORD = 4  # articles and prepositions are small in either way
_FEWEST_WORDS = 3
_MOST_BRACES = 3  # Better BibTeX for Zotero writes three pairs


class MixedTitleCase(Rule):
    """Write all titles in title case or all in sentence case.

    This is a house policy. Reported are the titles in the minority. A title whose longer words are partly capitalised and
    partly not counts for neither; nor do titles in other languages than English, and words in braces, unless all of the
    title is in braces.

    Bad:

        @article{a, title = {The Performance of Container Systems}}
        @article{b, title = {The Design of Operating Systems}}
        @article{c, title = {The structure of computer programs}}
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{a, title = {The Performance of Container Systems}}
        @article{c, title = {The Structure of Computer Programs}}
    """

    level = Level.OFF
    scope = Scope.FILE

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields("title"):
            if field.entry and may_be_foreign(field.entry):
                continue
            title = _without_braces(field.text)
            may_have_capitals = may_have_inner_capitals(title)
            words = [
                word.text
                for word in title_words(title)
                if word.bare
                and not word.opens
                and not title.endswith(":", 0, word.start)
                and len(word.text) >= _SHORTEST_WORD
                and not (may_have_capitals and has_inner_capitals(word))
            ]
            capital = sum(word[0].isupper() for word in words)
            if len(words) >= _FEWEST_WORDS and (capital >= 0.8 * len(words) or capital <= 0.2 * len(words)):
                yield self.fact("titles", field, "title case" if capital * 2 > len(words) else "sentence case")

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        ways = [fact.about for fact in facts]
        majority = max(("title case", "sentence case"), key=ways.count)
        most = ways.count(majority)
        if most * 2 == len(ways):
            return
        for fact in facts:
            if fact.about != majority:
                yield self.finding(fact, f"title in {fact.about}, and {most} of {len(ways)} are in {majority}")


def _without_braces(title: str) -> str:
    """A title without the braces that hold all of it."""
    for _ in range(_MOST_BRACES):
        if not is_braced_whole(title):
            break
        title = title.strip()[1:-1]
    return title
