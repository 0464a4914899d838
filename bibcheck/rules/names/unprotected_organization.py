"""Organizations that BibTeX reads as people."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_faults
from bibcheck.names.faults.fault import BODY, NameFault
from bibcheck.names.parse import part_text
from bibcheck.rule import Finding, Fix, Level, Rule


class UnprotectedOrganization(Rule):
    """Put braces around the name of an organization, so that BibTeX does not split it.

    Without them it is a person with a given and a family name: `The UniProt Consortium` is sorted under C and abbreviated to
    `T. U. Consortium`, and `Centers for Disease Control and Prevention` is two people. A name of one word needs no braces
    (`OpenAI`). A university or hospital that follows people may be their affiliation, which does not belong in the list, so it
    is reported without a fix.

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
            edits, is_sure = names.fix(fault)
            said = f"{names.quote(fault.start, fault.end)} {_describe(names, fault, bib.program)}"
            yield self.finding(names.span(fault), said, *edits, safety=Fix.SAFE if is_sure else Fix.UNSAFE)


def _describe(names: NameList, fault: NameFault, program: str) -> str:
    remedy = fault.said or "put braces around it"
    if fault.places < len(fault.names):
        return f"is {len(fault.names)} people to {program}: {remedy}"
    name = names.names[fault.names[0]]
    part = f"family name `{part_text(name.last)}`" if name.first else f"particle `{part_text(name.von)}`"
    more = f" ({fault.places} organizations in this list)" if fault.places > 1 else ""
    return f"is a person to {program}, with the {part}: {remedy}{more}"
