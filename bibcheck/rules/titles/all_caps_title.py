"""Titles in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Rule
from bibcheck.values.titles import title_words

_FEWEST_LETTERS = 12  # what is shorter may be an acronym or two


class AllCapsTitle(Rule):
    """Write titles in upper and lower case.

    A style can lower a title, but none can give an acronym its capitals back.

    Bad:

        @article{k, title = {LITERATE PROGRAMMING}}
                            ^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{k, title = {Literate Programming}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title"):
            # The commands of LaTeX are lower case, and hide nothing that has to be decoded first.
            if any(map(str.islower, field.text)) and "\\" not in field.text:
                continue
            words = [word.text for word in title_words(field.text)]
            if any(any(map(str.islower, word)) for word in words):
                continue
            # Words of a script without capitals, and those with digits, say nothing.
            capital = [word for word in words if word.replace("-", "").isalpha() and word.isupper()]
            if len(capital) > 1 and sum(map(len, capital)) >= _FEWEST_LETTERS:
                yield self.finding(field, "title in capitals throughout")
