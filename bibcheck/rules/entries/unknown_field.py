"""Fields that no style and no program knows."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import is_known_field, is_listed
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.knowledge.field_names import meant_field
from bibcheck.rule import Finding, Level, Rule

_MANY = 10  # uses of one field, from which on one finding speaks for all


class UnknownField(Rule):
    """Use fields that some style reads: others are never printed.

    Known are the fields of BibTeX, BibLaTeX (annotations like `author+an` included), natbib, REVTeX, acmart, IEEEtran and
    some hundred further styles, and what JabRef, Zotero, Mendeley, BibDesk, DBLP, al-folio and other programs write. `known`
    adds to them; `*` stands for the rest of a name. misspelled-field reports names that are close to a known one.

    Bad:

        @article{knuth84, title = {Literate Programming}, shelf = {7b}}
                                                          ^^^^^

    Good, with known = ["shelf"]:

        @article{knuth84, title = {Literate Programming}, shelf = {7b}}
    """

    level = Level.OFF
    whole_file = True

    known: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for name in bib.field_names:
            if is_known_field(name) or without_prefix(name) or is_listed(name, self.known) or meant_field(name):
                continue
            fields = list(bib.fields(name))
            is_many = len(fields) > _MANY
            for field in fields[:1] if is_many else fields:
                times = f" (it stands {len(fields)} times)" if is_many else ""
                message = f"no style and no program knows the field `{name}`{times}"
                yield self.finding(field.name_span, message, stands_for=name if is_many else "")
