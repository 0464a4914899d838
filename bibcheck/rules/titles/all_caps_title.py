"""Titles in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Rule
from bibcheck.values.titles import is_braced_whole, title_words

_FEWEST_LETTERS = 12  # what is shorter may be an acronym or two
_FEW = 4  # one title in so many with braces around all of it, up to which the braces are meant


class AllCapsTitle(Rule):
    """Write titles in upper and lower case.

    A style can put a title in lower case, but no style can give an acronym its capitals back. Not reported is a title that
    has braces around all of it in a file where few have: its capitals are meant.

    Bad:

        @article{k, title = {LITERATE PROGRAMMING}}
                            ^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{k, title = {Literate Programming}}
    """

    level = Level.WARNING
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        titles = bib.fields("title")
        is_habit = _FEW * sum(is_braced_whole(field.text) for field in titles) > len(titles)
        for field in titles:
            # The commands of LaTeX are lower case, and hide nothing that has to be decoded first.
            if any(map(str.islower, field.text)) and "\\" not in field.text:
                continue
            # Better BibTeX for Zotero writes three pairs around what is in capitals.
            if not is_habit and is_braced_whole(field.text) and not field.text.lstrip().startswith("{{"):
                continue
            words = [word.text for word in title_words(field.text)]
            if any(any(map(str.islower, word)) for word in words):
                continue
            # Words of a script without capitals, and those with digits, say nothing.
            capital = [word for word in words if word.replace("-", "").isalpha() and word.isupper()]
            if len(capital) > 1 and sum(map(len, capital)) >= _FEWEST_LETTERS:
                yield self.finding(field, "title in capitals throughout: write it in upper and lower case")
