"""Entry types that nothing defines."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import is_known_type
from bibcheck.knowledge.entry_types import COMMANDS, meant_type
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import change_type
from bibcheck.syntax.tree import Entry

_OWN = 5  # entries of one type, from which on the document has a style of its own for it

_MOST = 1000  # types that are looked at


class UnknownEntryType(Rule):
    """Use entry types that BibTeX, BibLaTeX or a style defines: others are printed as @misc, without most fields.

    Types of well-known styles are known (`@webpage`, `@newspaper`, `@softwareversion`, `@footnote`), and control entries
    (`@IEEEtranBSTCTL`, `@CONTROL`) are not references. A type that resembles no known one is reported once, and not at all
    if five entries or more have it: the document then has a style of its own for it. `known` adds types.

    Bad:

        @inproceeding{knuth84, title = {Literate Programming}}
         ^^^^^^^^^^^^

    Good:

        @inproceedings{knuth84, title = {Literate Programming}}

    Bad:

        @thing{knuth84, title = {Literate Programming}}
         ^^^^^

    Good, with known = ["thing"]:

        @thing{knuth84, title = {Literate Programming}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE
    whole_file = True

    known: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        known = {type.lower() for type in self.known}
        unknown: dict[str, list[Entry]] = {}
        for entry in bib.entries:
            if not is_known_type(entry.type) and entry.type not in known:
                unknown.setdefault(entry.type, []).append(entry)
        for type, entries in list(unknown.items())[:_MOST]:
            yield from self._judge(bib, type, entries)

    def _judge(self, bib: Bibliography, type: str, entries: list[Entry]) -> Iterator[Finding]:
        effect = "biber takes it for @misc" if bib.dialect == "biblatex" else "BibTeX's styles take it for @misc"
        if meant := meant_type(type, bib.dialect):
            for entry in entries:
                message = f"no style knows the entry type `@{type}`, {effect}; did you mean `@{meant}`"
                # A command holds no entry: what this one is to hold is for the author to say.
                edits = [] if meant in COMMANDS else [change_type(entry, meant)]
                yield self.finding(entry.type_span, message, *edits)
        elif len(entries) < _OWN:
            times = f" (it has {len(entries)} entries)" if len(entries) > 1 else ""
            message = f"no style knows the entry type `@{type}`, {effect}{times}: use another"
            yield self.finding(entries[0].type_span, message, stands_for=type)
