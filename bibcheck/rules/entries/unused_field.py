"""Fields that the type of their entry never prints."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import BIBLATEX_FIELDS, BIBTEX_FIELDS, FIELD_ALIASES, is_listed, printed_fields
from bibcheck.rule import Finding, Level, Rule

# What no type prints on purpose: it steers sorting and labels, is looked up, or is for the reader of the file.
_FOR_CHILDREN = {"proceedings": "booktitle", "book": "booktitle", "collection": "booktitle"}
_NEVER_PRINTED = frozenset(
    "key crossref xref xdata annote keywords abstract file language langid url doi urldate isbn issn eprint archiveprefix "
    "primaryclass eprinttype eprintclass date month year".split()
)


class UnusedField(Rule):
    """Leave out what the type of an entry never prints, or give the entry the type that prints it.

    A field of BibTeX is reported if none of the standard styles, plainnat, apsrev4-2, ACM-Reference-Format, IEEEtran and
    aasjournal prints it for the type; a field of BibLaTeX if its data model does not have it for the type. Not reported:
    fields of programs, unknown fields, and what every entry may have (doi, url, isbn, keywords). `allow` lists more.

    Bad:

        @book{knuth86, title = {The TeXbook}, journal = {The Computer Journal}}
                                              ^^^^^^^

    Good:

        @book{knuth86, title = {The TeXbook}, publisher = {Addison-Wesley}}
    """

    level = Level.OFF

    allow: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        is_biblatex = bib.dialect == "biblatex"
        judged = (BIBLATEX_FIELDS | set(FIELD_ALIASES) if is_biblatex else BIBTEX_FIELDS) - _NEVER_PRINTED
        unused: dict[str, frozenset[str]] = {}
        for entry in bib.entries if not bib.is_mixed else ():
            if entry.type not in unused:
                printed = printed_fields(entry.type, bib.dialect)
                fields = judged if printed is not None else ()
                unused[entry.type] = frozenset(
                    name
                    for name in fields
                    if printed is not None
                    and printed.isdisjoint((name, FIELD_ALIASES.get(name, name) if is_biblatex else name))
                )
            for field in entry.fields:
                if field.name == _FOR_CHILDREN.get(entry.type):
                    continue
                if field.name in unused[entry.type] and not is_listed(field.name, self.allow):
                    who = "BibLaTeX does not have it for the type" if is_biblatex else "no common style prints it"
                    yield self.finding(field.name_span, f"`{field.name}` in `@{entry.type}`: {who}")
