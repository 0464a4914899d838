"""The few entries without DOI among many that have one."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.dois import own_doi
from bibcheck.rule import Finding, Level, Rule, Scope
from bibcheck.syntax.tree import Entry

_TYPES = frozenset("article inproceedings conference incollection".split())


class MixedDoiPresence(Rule):
    """Reports articles and papers without a DOI where most have one.

    This is a house policy, for files in which at least `share` of a hundred entries have a DOI, of at least `least`.
    Entries with an eprint count as having one, and so do those that have a DOI in another field.
    Bad, with least = 2:

        @article{a, title = {T}, doi = {10.1000/1}}
        @article{b, title = {U}, doi = {10.1000/2}}
        @article{c, title = {V}, doi = {10.1000/3}}
        @article{d, title = {W}, doi = {10.1000/4}}
        @article{e, title = {X}}
                 ^

    Good, with least = 2:

        @article{a, title = {T}, doi = {10.1000/1}}
        @article{e, title = {X}}
    """

    level = Level.OFF
    scope = Scope.FILE

    share: int = 75
    least: int = 8

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        entries = [entry for entry in bib.entries if entry.type in _TYPES]
        lacking = [entry for entry in entries if not _has_identifier(entry)]
        having = len(entries) - len(lacking)
        if len(entries) >= self.least and having * 100 >= self.share * len(entries):
            for entry in lacking:
                yield self.finding(entry, f"no DOI, which {having} of {len(entries)} articles and papers have")


def _has_identifier(entry: Entry) -> bool:
    return any(map(entry.field, ("doi", "eprint"))) or own_doi(entry) is not None
