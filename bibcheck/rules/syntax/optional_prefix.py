"""Fields with the prefix that an editor's template gave them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import is_known_field
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import delete_field, rename_field
from bibcheck.syntax.tree import Field


class OptionalPrefix(Rule):
    """Take the `OPT` or `ALT` off a field's name, or the field out.

    Emacs marks in this way the fields that an entry may have (`OPTnote`), or has one of (`ALTeditor`), and removes the mark
    when the entry is cleaned (C-c C-c). If it stays, no style knows the field, and its value is not printed.

    Bad:

        @book{knuth86, title = {The TeXbook}, OPTedition = {2}, OPTnote = {}}
                                              ^^^^^^^^^^        ^^^^^^^

    Good:

        @book{knuth86, title = {The TeXbook}, edition = {2}}
    """

    level = Level.WARNING
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        names = [name for name in bib.field_names if name.startswith(("opt", "alt"))]
        if not names or _are_by_hand(names):
            return
        for name in names:
            meant = without_prefix(name)
            for field in bib.fields(name) if meant else ():
                written = bib.text[field.name_span.start : field.name_span.end]
                message = f"`{written}` is not printed, as Emacs put a prefix before `{meant}`"
                if field.is_known and not field.value:
                    message = f"`{written}` is empty, left over from Emacs's template"
                yield self.finding(field.name_span, message, _mend(field, meant or "", written))


def _are_by_hand(names: list[str]) -> bool:
    """Whether somebody hides fields by the prefix: it stands before fields that Emacs has in no template (`OPTacmid`)."""
    return any(name.startswith("opt") and not without_prefix(name) and is_known_field(name[3:]) for name in names)


def _mend(field: Field, meant: str, written: str) -> Edit | None:
    entry = field.entry
    if not field.value and field.is_known:
        return delete_field(field) if entry and any(other.value for other in entry.fields) else None
    return None if entry and entry.field(meant) else rename_field(field, written[3:])
