"""Given names that are initials only."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_lists
from bibcheck.names.words import is_initials
from bibcheck.rule import Finding, Level, Rule


class AbbreviatedGivenName(Rule):
    """Write given names in full: a style can abbreviate them, but not expand them.

    ACM and ACL ask for full names. A name with one given name in full is not reported (`J. Edgar Hoover`). A list with a fault
    (`Knuth, D.E. et al.`) is judged as it reads once that is mended.

    Bad:

        @book{knuth84, author = {Knuth, D. E.}}
                                        ^^^^^

    Good:

        @book{knuth84, author = {Knuth, Donald E. and Hoover, J. Edgar}}
    """

    level = Level.OFF

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in (names.as_mended() for names in name_lists(bib)):
            short = [name for name in names.people if name.first and all(is_initials(word.text) for word in name.first)]
            if short:
                start, end = short[0].first[0].start, short[0].first[-1].end
                more = f" and {len(short) - 1} more" if len(short) > 1 else ""
                said = f"{names.quote(start, end)}{more} instead of a given name: write it in full"
                yield self.finding(names.place(start, end), said)
