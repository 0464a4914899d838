"""DOIs with the address of their resolver."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace_value
from bibcheck.values.doi import bare_doi, read_doi


class DoiAsUrl(Rule):
    """Give the doi field the bare DOI: styles put the address of the resolver before it.

    With the address in the field, most styles print or link `https://doi.org/https://doi.org/10.1093/...`, which leads
    nowhere. The fix is safe with every style: those that print doi print the whole DOI afterwards, and for the others nothing
    changes.

    Bad:

        @article{knuth84, doi = {https://doi.org/10.1093/comjnl/27.2.97}}
                                 ^^^^^^^^^^^^^^^^

    Good:

        @article{knuth84, doi = {10.1093/comjnl/27.2.97}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, doi in bib.values(read_doi, "doi"):
            if doi and doi.kind != "bare":
                lead = field.text[doi.lead.start : doi.lead.end]
                bare = bare_doi(field.text, doi)
                edits = [replace_value(field, bare)] if bare else []
                yield self.finding(
                    field.span(*doi.lead), f"`{lead.strip()}` before a DOI, which the style writes itself", *edits
                )
