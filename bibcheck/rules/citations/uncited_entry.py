"""Entries that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.documents.citing import Citing
from bibcheck.rule import Finding, Level, Place, Rule, Scope


class UncitedEntry(Rule):
    """Leave out what no document cites.

    `\\nocite{*}` cites every entry, and an entry that another one names (crossref, xdata, related, ...) counts as cited.
    Of a bibliography that documents load of which some part is out of sight, nothing is said.

    Bad:

        \\cite{knuth84}
        @book{knuth84, title = {T}}
        @book{lamport94, title = {U}}
              ^^^^^^^^^

    Good:

        \\cite{knuth84}
        \\nocite{lamport94}
        @book{knuth84, title = {T}}
        @book{lamport94, title = {U}}
    """

    level = Level.OFF
    scope = Scope.PROJECT
    needs_documents = True

    def check_documents(self, citing: Sequence[Citing]) -> Iterator[Finding]:
        for file in dict.fromkeys(file for each in citing for file in each.files):
            users = [each for each in citing if file in each.files]
            if any(not each.is_complete or each.cites_all for each in users):
                continue
            # BibTeX takes a key in whatever letter case; miscased-citation speaks of that.
            used = {citation.key.lower() for each in users for _, citation in each.citations()}
            loaded = {other for each in users for other in each.files}
            used |= {
                link.lower() for other in loaded for entry in citing[0].keys.get(other, ()) for link in entry.links
            }
            yield from self._check(file, users, used)

    def _check(self, file: str, users: Sequence[Citing], used: set[str]) -> Iterator[Finding]:
        who = f"`{users[0].main}` does not cite" if len(users) == 1 else f"none of {len(users)} documents cites"
        for entry in users[0].keys.get(file, ()):
            if used.isdisjoint(key.lower() for key in (entry.key, *entry.aliases)):
                yield self.finding(Place(file, entry.span, entry.key), f"{who} `{entry.key}`")
