"""Field names with a letter wrong."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import same_fields
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.knowledge.field_names import meant_field
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import rename_field

_MOST = 1000  # unknown names of one file that are looked at


class MisspelledField(Rule):
    """Spell the names of fields as the styles know them: a field of any other name is not printed.

    Reported where no style and no program knows the name, it is one or two slips from a field that the entry lacks, and it
    does not look chosen: a prefix takes a field out of use (`xnote`, `oldtitle`), and `author2` means something else.
    `known` lists fields of your own.

    Bad:

        @article{knuth84, auhtor = {Knuth, Donald E.}, title = {Literate Programming}}
                          ^^^^^^

    Good:

        @article{knuth84, author = {Knuth, Donald E.}, title = {Literate Programming}}

    Good, with known = ["autor"]:

        @article{knuth84, autor = {Donald Knuth}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    known: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        known = {name.lower() for name in self.known}
        unknown = [name for name in bib.field_names if name not in known and not without_prefix(name)]
        meant = {name: meant_field(name) for name in unknown[:_MOST]}
        for name, right in meant.items():
            for field in bib.fields(name) if right else ():
                if right and field.entry and not any(map(field.entry.field, same_fields(right))):
                    message = f"no style knows the field `{name}`; did you mean `{right}`"
                    yield self.finding(field.name_span, message, rename_field(field, right))
