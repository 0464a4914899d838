"""Entries that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.documents.citing import Citing
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Place, Rule, Scope
from bibcheck.text.suggestion import Suggestions

_SEPARATORS = pattern(r"[;\s]++")  # which are taken for the comma


class UncitedEntry(Rule):
    """Leave out what no document cites.

    `\\nocite{*}` cites every entry, and an entry that another one names (crossref, xdata, related, ...) counts as cited.
    So does the one that a mistyped citation seems to mean: undefined-citation speaks of that. Of a bibliography that documents
    load of which some part is out of sight, nothing is said.

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
            used = {key for each in users for key in _cited(each)}
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


def _cited(citing: Citing) -> Iterator[str]:
    """The keys in lower case that documents cite or, where they are not there, mean."""
    suggestions = Suggestions([*citing.entries, *citing.defined])
    for _, citation in citing.citations():
        key = citation.key
        yield key.lower()
        if key.lower() not in citing.by_folded_key and key not in citing.defined:
            parts = _SEPARATORS.split(key)
            yield from (part.lower() for part in parts)
            if len(parts) == 1:
                yield suggestions.meant(key).lower()
