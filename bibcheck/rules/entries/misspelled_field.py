"""Field names with a letter wrong."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import same_fields
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.knowledge.field_names import meant_field
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import rename_field
from bibcheck.syntax.tree import Field

_NUMERIC = frozenset("pages year volume number chapter date isbn issn".split())
_MOST = 1000  # unknown names of one file that are looked at


class MisspelledField(Rule):
    """Spell the names of fields as the styles know them: a field of any other name is not printed.

    A name is reported if no style and no program knows it, if it is one or two slips from a field that the entry lacks, and
    if it does not look chosen (a prefix takes a field out of use: `xnote`, `oldtitle`; `author2` means something else).
    There is a fix if the value fits the field that is meant. `known` lists fields of your own.

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
                    # Where two fields mean one, nobody can tell which of them does.
                    is_alone = sum(meant.get(other.name) == right for other in field.entry.fields) == 1
                    is_fixable = is_alone and _fits(field, right)
                    yield self.finding(field.name_span, message, rename_field(field, right) if is_fixable else None)


def _fits(field: Field, name: str) -> bool:
    """Whether the value is what the field holds: `In press` is no page."""
    return name not in _NUMERIC or any(map(str.isdecimal, field.value)) or not field.is_known
