"""Fields in which programs keep their own business."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import is_listed, program_of
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field

_CONTENT = ("abstract", "keywords", "file")
_SHOWS_STYLE = "abntex2"  # by whose fields other rules know what the file's style needs


class PrivateField(Rule):
    """Leave out what reference managers and catalogues note for themselves, before the file goes to others.

    Reported are `file`, `mendeley-*`, `bdsk-*`, `__markedentry`, owner, timestamp, groups, biburl, bibsource and the fields of
    some thirty other programs, and also abstract and keywords. `keep` lists fields that stay, `fields` further ones to
    report; `*` stands for the rest of a name.

    Bad:

        @article{knuth84, title = {Literate Programming}, timestamp = {2019-05-01}, bdsk-url-1 = {https://example.org}}
                                                          ^^^^^^^^^                 ^^^^^^^^^^

    Good:

        @article{knuth84, title = {Literate Programming}}

    Good, with keep = ["timestamp"]:

        @article{knuth84, title = {Literate Programming}, timestamp = {2019-05-01}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    fields: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for name in bib.field_names:
            program = program_of(name)
            if (
                program == _SHOWS_STYLE
                or not (program or name in _CONTENT or is_listed(name, self.fields))
                or is_listed(name, self.keep)
            ):
                continue
            whose = (
                f"is {program}'s own business"
                if program and name not in _CONTENT
                else "is for readers of the file only"
            )
            for field in bib.fields(name):
                yield self.finding(field.name_span, f"`{name}` {whose}", delete_field(field))
