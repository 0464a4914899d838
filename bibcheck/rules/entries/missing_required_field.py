"""Entries without a field that their type cannot do without."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.required import find_lookalikes, missing_fields, name_missing
from bibcheck.bibliography.style_hints import shows_entry_types
from bibcheck.knowledge.datamodel import (
    CONTAINER_TYPES,
    Alternatives,
    of_type,
    read_lists,
    required_fields,
    same_fields,
)
from bibcheck.rule import Finding, Level, Rule


class MissingRequiredField(Rule):
    """Give every entry the fields that its type requires: without them the reference is printed with a hole.

    A type requires what the standard styles of BibTeX warn about, or what BibLaTeX's data model calls mandatory; where a
    file may be for either, what both require. A field that comes through crossref or xdata counts, and an entry whose parent
    is in another file is not judged. In BibLaTeX an editor or a translator may stand for the author, and urldate for a date.
    An @article with an eprint is a preprint and needs no journal; what is in press needs no year; a collaboration may stand
    for the author.

    Not reported is what styles of other countries do without (publisher and year for abntex2 and GB/T 7714, which print
    `[s.n.]`; the author, and the school of a thesis, in a file with works in Russian), and what has none (the publisher of a
    book before 1900, the author of a special issue that is cited as a whole).

    `fields` adds to what types require (`"book: address"`, `"article: doi|url"`), and `optional` takes away
    (`"unpublished: note"`). The name `*` stands for all types.

    Bad:

        @article{knuth84, author = {Knuth, Donald E.}, title = {Literate Programming}, year = 1984}
                 ^^^^^^^

    Good:

        @article{knuth84, author = {Knuth, Donald E.}, title = {Literate Programming}, year = 1984,
          journal = {The Computer Journal}}

    Bad, with fields = ["book: address"]:

        @book{knuth86, author = {Knuth, Donald E.}, title = {The {\\TeX}book}, publisher = {Addison-Wesley}, year = 1986}
    """

    level = Level.WARNING

    fields: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        more, less = read_lists(self.fields), read_lists(self.optional)
        program = "BibLaTeX" if bib.dialect == "biblatex" else "BibTeX and BibLaTeX" if bib.is_mixed else "BibTeX"
        # Of what an entry of abntex2 is reprinted from, only the source is printed.
        shown_by_others = bib.of_whole(_find_reprinted)
        groups: dict[tuple[str, bool, bool], tuple[Alternatives, Alternatives]] = {}
        for entry in () if shows_entry_types(bib) else bib.entries:
            # What follows a fault is unread.
            if entry.fault is not None or entry.type in CONTAINER_TYPES or entry.key in shown_by_others:
                continue
            kind = (entry.type, "crossref" in entry.by_name, "journal" in entry.by_name)
            if kind not in groups:
                optional = {name for group in of_type(less, entry.type) for name in group}
                lists = (_required(bib, *kind), of_type(more, entry.type))
                own, others = (tuple(group for group in list if optional.isdisjoint(group)) for list in lists)
                groups[kind] = own, others
            for wanted, who in zip(groups[kind], (program, "the configuration"), strict=True):
                missing = missing_fields(bib, entry, wanted) if wanted else []
                if missing:
                    found = " or ".join(f"`{name}`" for name in find_lookalikes(entry, missing))
                    hint = f"; it may stand in {found}" if found else ""
                    message = f"{name_missing(missing)}, which {who} {_verb(who)} of `@{entry.type}`{hint}"
                    yield self.finding(entry, message)


def _verb(who: str) -> str:
    return "require" if " and " in who else "requires"


def _required(bib: Bibliography, type: str, has_crossref: bool, has_journal: bool) -> Alternatives:
    groups = required_fields(type, bib.dialect, in_crossref=has_crossref)
    if type in ("inproceedings", "conference") and has_journal:
        groups = tuple(group for group in groups if "booktitle" not in group)  # wrong-entry-type speaks of it
    if not bib.is_mixed:
        return groups
    # The file may be for biber: only what both require.
    others = {name for group in required_fields(type, "biblatex") for name in group}
    return tuple(group for group in groups if any(not others.isdisjoint(same_fields(name)) for name in group))


def _find_reprinted(bib: Bibliography) -> frozenset[str]:
    return frozenset(field.value for field in bib.fields("reprinted-from"))
