"""DOIs in other fields than doi."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import is_mended, mend_value
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import insert_after, rename_field
from bibcheck.values.doi import bare_doi, find_dois, write_plain

# Pages of publishers that carry the DOI of the work they show.
_WORK_PAGE = pattern(
    r"/(?:doi/(?:abs/|full/|pdf/|epdf/|pdfplus/|book/)?|doi/10|article/|chapter/|book/|articles/)\Z", re.IGNORECASE
)
_FAKE = "10.5555"
_OTHER_ARCHIVES = ("eprinttype", "archiveprefix")
_PRINTED = frozenset(("url", "howpublished", "note", "eprint"))  # by some style for BibTeX or other


class DoiInWrongField(Rule):
    """Reports a DOI in another field where the entry has no doi, in which styles and readers look for it.

    A value that is nothing but a DOI, or its address at doi.org, is moved. The fix is unsafe where a style may print
    that field and not doi, as IEEEtran prints url. A publisher's page whose address holds the DOI stays, and the DOI is
    added. An identifier of another archive (`eprinttype = {jstor}`) is left alone.
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
            if field.name == "eprint" and any(map(entry.field, _OTHER_ARCHIVES)):
                continue
            doi = dois[0]
            if doi.prefix == _FAKE or (doi.kind == "page" and not _WORK_PAGE.search(field.text[: doi.span.start])):
                continue
            bare = bare_doi(field.text, doi)
            whole = bare is not None and doi.kind != "page"
            if not whole and field.name == "note" and doi.kind == "bare":
                continue
            told.add(id(entry))
            span, message = field.span(*doi.span), f"DOI in {field.name}, and no doi"
            if whole and bare:
                edits: tuple[Edit | None, ...] = (rename_field(field, "doi"), *mend_value(field, bare, "doi"))
                is_safe = bib.dialect == "biblatex" or field.name not in _PRINTED
                yield self.finding(span, message, *(edits if edits[1:] else ()), safety=None if is_safe else Fix.UNSAFE)
            elif field.name in ("url", "ee"):
                plain = write_plain(field.text[doi.span.start : doi.span.end])
                edits = (insert_after(field, "doi", plain),) if is_mended("doi", plain) else ()
                yield self.finding(span, message, *edits, safety=Fix.UNSAFE)
            else:
                yield self.finding(span, f"{message}; add it")
