"""Organisations that BibTeX takes for people."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import name_faults
from bibcheck.names.faults.fault import BODY
from bibcheck.names.parse import part_text
from bibcheck.rule import Finding, Fix, Level, Rule


class UnprotectedOrganization(Rule):
    """Put the name of an organisation in braces of its own, so that BibTeX leaves it whole.

    Without them it is a person with a given and a family name: `The UniProt Consortium` is sorted under C and abbreviated to
    `T. U. Consortium`, and `Centers for Disease Control and Prevention` is two people. A name of one word needs no braces
    (`OpenAI`).

    Bad:

        @article{uniprot21, author = {The UniProt Consortium}}
                                      ^^^^^^^^^^^^^^^^^^^^^^
        @misc{cdc20, author = {Centers for Disease Control and Prevention}}
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{uniprot21, author = {{The UniProt Consortium}}}
        @misc{cdc20, author = {{Centers for Disease Control and Prevention}}}

    Good:

        @misc{openai23, author = {OpenAI}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, BODY):
            if len(fault.names) > 1:
                said = f"is {len(fault.names)} people to {bib.program}, which parts names at `and`"
            else:
                name = names.names[fault.names[0]]
                part = f"family name `{part_text(name.last)}`" if name.first else f"particle `{part_text(name.von)}`"
                said = f"is a person to {bib.program}, with the {part}"
            yield self.finding(
                names.field.span(fault.start, fault.end),
                f"{names.quote(fault.start, fault.end)} {said}",
                *names.edits(fault),
                safety=Fix.SAFE if fault.is_sure else Fix.UNSAFE,
            )
