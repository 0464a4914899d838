"""Lists of names that are cut short."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_lists
from bibcheck.rule import Finding, Level, Rule


class TruncatedNames(Rule):
    """Name all authors: the style decides how many names it prints.

    A list that ends in `and others`, or in `et al.`, was cut short by whoever wrote it, often by Google Scholar. Off by
    default, because many bibliographies do so on purpose.

    Bad:

        @article{brown20, author = {Brown, Tom and Mann, Benjamin and others}}
                                                                      ^^^^^^

    Good:

        @article{mann19, author = {Mann, Benjamin and Brown, Tom}}
    """

    level = Level.OFF

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in (names.as_mended() for names in name_lists(bib)):
            if len(names.names) > 1 and names.names[-1].is_others:
                span = names.place(names.names[-1].start, names.names[-1].end)
                count = len(names.names) - 1
                yield self.finding(
                    span, f"only {count} name{'s' if count > 1 else ''} of a longer list: write them all"
                )
