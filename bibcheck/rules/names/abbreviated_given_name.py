"""Given names of which only the initials are given."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_lists
from bibcheck.names.words import is_initials
from bibcheck.rule import Finding, Level, Rule


class AbbreviatedGivenName(Rule):
    """Write given names in full: the style can abbreviate them, and nobody can expand them.

    ACM and ACL ask for full names. A name with one given name in full is not reported (`J. Edgar Hoover`).

    Bad:

        @book{knuth84, author = {Knuth, D. E.}}
                                        ^^^^^

    Good:

        @book{knuth84, author = {Knuth, Donald E. and Hoover, J. Edgar}}
    """

    level = Level.OFF

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in name_lists(bib):
            for name in names.people:
                if name.first and all(is_initials(word.text) for word in name.first):
                    start, end = name.first[0].start, name.first[-1].end
                    said = f"{names.quote(start, end)} is all there is of a given name"
                    yield self.finding(names.field.span(start, end), said)
