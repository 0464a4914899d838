"""Keys that differ in letter case only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Level, Place, Rule, Scope
from bibcheck.syntax.parser import lower_ascii

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.documents.citing import Citing, EntryPlace


class KeyCaseClash(Rule):
    """Keys that differ in letter case only.

    BibTeX takes `Knuth84` and `knuth84` for one entry and drops the second. Keys of different files are compared where one
    document loads both files. Files for BibLaTeX are not judged: for biber these are two keys.

    Bad:

        @book{Knuth84, title = {T}}
        @book{knuth84, title = {U}}
              ^^^^^^^

    Good:

        @book{Knuth84a, title = {T}}
        @book{Knuth84b, title = {U}}
    """

    level = Level.ERROR
    scope = Scope.PROJECT
    smallest_group = 2
    differing_forms = True
    largest_group = 10_000

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for entry in bib.entries if bib.dialect == "bibtex" else ():
            if entry.key:
                yield self.fact(f"{bib.path}\n{lower_ascii(entry.key)}", entry, entry.key, form=entry.key)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        first, *others = facts
        for other in others:
            if other.about != first.about:
                yield self._clash(other, other.about, first, first.about)

    def check_documents(self, citing: Sequence[Citing]) -> Iterator[Finding]:
        """Keys of two files that one document loads through BibTeX."""
        from bibcheck.documents.evidence import evidence

        for each in citing:
            if len(each.files) > 1 and evidence(each.documents).dialect == "bibtex":
                yield from self._among_files(each)

    def _among_files(self, citing: Citing) -> Iterator[Finding]:
        first: dict[str, EntryPlace] = {}
        for place in (place for places in citing.entries.values() for place in places if place.entry.key):
            earlier = first.setdefault(lower_ascii(place.entry.key), place)
            if earlier.path != place.path and earlier.entry.key != place.entry.key:
                yield self._clash(_place(place), place.entry.key, _place(earlier), earlier.entry.key)

    def _clash(self, other: Fact | Place, key: str, first: Fact | Place, first_key: str) -> Finding:
        where = f" in `{first.path}`" if first.path != other.path else ""
        message = f"key `{key}` differs from `{first_key}`{where} in letter case only: BibTeX drops one of them, so rename one"
        return self.finding(other, message, related=[first])


def _place(place: EntryPlace) -> Place:
    return Place(place.path, place.entry.span, place.entry.key)
