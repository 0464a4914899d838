"""Fields that the configuration does not want."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import is_listed, read_lists
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field


class ForbiddenField(Rule):
    """Leave out the fields that the house style, or a preset, does not want.

    `fields` lists them by name (`"editor"`), by how they begin (`"note*"`), or for some types (`"inproceedings, article:
    address, month"`). Nothing is forbidden by default.

    Bad, with fields = ["inproceedings: address"]:

        @inproceedings{knuth84, title = {Literate Programming}, address = {New York}}
                                                                ^^^^^^^

    Good, with fields = ["inproceedings: address"]:

        @inproceedings{knuth84, title = {Literate Programming}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    fields: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        lists = {
            type: tuple(name for group in groups for name in group) for type, groups in read_lists(self.fields).items()
        }
        for entry in bib.entries if lists else ():
            for field in entry.fields:
                if is_listed(field.name, lists.get("*", ())):
                    yield self.finding(
                        field.name_span, f"the configuration forbids `{field.name}`", delete_field(field)
                    )
                elif is_listed(field.name, lists.get(entry.type, ())):
                    message = f"the configuration forbids `{field.name}` in `@{entry.type}`"
                    yield self.finding(field.name_span, message, delete_field(field))
