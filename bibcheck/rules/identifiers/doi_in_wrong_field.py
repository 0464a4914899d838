"""DOIs in other fields than doi."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import insert_after, rename_field, replace_value
from bibcheck.values.doi import bare_doi, find_dois

# Pages of publishers that carry the DOI of the work they show.
_WORK_PAGE = pattern(
    r"/(?:doi/(?:abs/|full/|pdf/|epdf/|pdfplus/|book/)?|doi/10|article/|chapter/|book/|articles/)\Z", re.IGNORECASE
)
_FAKE = "10.5555"


class DoiInWrongField(Rule):
    """Put a DOI into the doi field, where styles and readers look for it.

    Speaks where doi is empty. What is nothing but a DOI, or its address at doi.org, is moved; a publisher's page that
    carries the DOI stays, and the DOI is added.
    Bad:

        @article{knuth84, title = {T}, url = {https://doi.org/10.1093/comjnl/27.2.97}}
                                                              ^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{knuth84, title = {T}, doi = {10.1093/comjnl/27.2.97}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        told: set[int] = set()
        for field, dois in bib.values(find_dois, "url", "ee", "eprint", "howpublished", "note"):
            entry = field.entry
            if len(dois) != 1 or entry is None or id(entry) in told or bib.may_have(entry, "doi"):
                continue
            doi = dois[0]
            if doi.prefix == _FAKE or (doi.kind == "page" and not _WORK_PAGE.search(field.text[: doi.span.start])):
                continue
            bare = bare_doi(field.text, doi)
            whole = bare is not None and doi.kind != "page"
            if not whole and field.name == "note" and doi.kind == "bare":
                continue
            told.add(id(entry))
            message = f"DOI in {field.name}, and no doi"
            if whole and bare:
                edits = [rename_field(field, "doi"), replace_value(field, bare)]
                yield self.finding(field.span(*doi.span), message, *edits)
            elif field.name in ("url", "ee"):
                addition = insert_after(field, "doi", doi.normal)
                yield self.finding(field.span(*doi.span), message, addition, safety=Fix.UNSAFE)
            else:
                yield self.finding(field.span(*doi.span), message)
