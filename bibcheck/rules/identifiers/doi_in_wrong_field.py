"""DOIs in other fields than doi."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.dois import OTHER_FIELDS, misplaced_doi
from bibcheck.bibliography.mending import is_mended, mend_value
from bibcheck.bibliography.style_hints import does_print
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import insert_after, rename_field
from bibcheck.syntax.tree import Field
from bibcheck.values.doi import bare_doi, find_dois, write_plain
from bibcheck.venues.dois import entry_policy


class DoiInWrongField(Rule):
    """Put a DOI into the doi field, where styles and readers look for it.

    Reports a DOI in url, ee, eprint, howpublished or note of an entry that has no doi. The fix moves a value that is only a
    DOI or its address at doi.org. To a publisher's page that has the DOI in its address, the fix adds a doi field. An
    identifier of another archive (`eprinttype = {jstor}`) is left alone. There is no fix where the venue registers no DOIs.

    Some styles for BibTeX print url, note and howpublished but no doi (IEEEtran, vancouver), so that moving the DOI removes
    the link from the reference. The fix is safe where the style is known to print doi, or not to print the other field: in
    files for BibLaTeX, with `style` in the settings, or with a preset that names the style. Elsewhere it is unsafe. Nothing
    is reported where the style is known to print the other field and no doi.

    Bad:

        @online{knuth84, title = {T}, date = {1984}, url = {https://doi.org/10.1093/comjnl/27.2.97}}
                                                                            ^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @online{knuth84, title = {T}, date = {1984}, doi = {10.1093/comjnl/27.2.97}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        told: set[int] = set()
        for field, dois in bib.values(find_dois, *OTHER_FIELDS):
            entry, doi = field.entry, misplaced_doi(field, dois)
            if doi is None or entry is None or id(entry) in told or bib.may_have(entry, "doi"):
                continue
            bare = bare_doi(field.text, doi)
            whole = bare is not None and doi.kind != "page"
            safety = _safety_of_moving(bib, field)
            if safety is Fix.NONE:
                continue
            told.add(id(entry))
            span, message = field.span(*doi.span), f"DOI in {field.name}, and no doi"
            policy = entry_policy(bib.venues, entry)
            if policy and policy.registers_dois == "no":
                # A number that a library gave to a paper which has no DOI.
                yield self.finding(span, f"{message}; see first whether it resolves, as {policy.reason}")
            elif whole and bare:
                edits: tuple[Edit | None, ...] = (rename_field(field, "doi"), *mend_value(field, bare, "doi"))
                yield self.finding(span, message, *(edits if edits[1:] else ()), safety=safety)
            elif field.name in ("url", "ee"):
                plain = write_plain(field.text[doi.span.start : doi.span.end])
                edits = (insert_after(field, "doi", plain),) if is_mended("doi", plain) else ()
                yield self.finding(span, message, *edits, safety=Fix.UNSAFE)
            else:
                yield self.finding(span, f"{message}; add it")


def _safety_of_moving(bib: Bibliography, field: Field) -> Fix:
    """How safe it is to move what a field holds to doi: whether the style prints it there. NONE if it is known not to."""
    if field.entry is None or field.name == "ee":  # no style prints what DBLP exports as ee
        return Fix.SAFE
    is_printed, would_be_printed = (does_print(bib, field.entry.type, name) for name in (field.name, "doi"))
    if would_be_printed or is_printed is False:
        return Fix.SAFE
    return Fix.UNSAFE if would_be_printed is None else Fix.NONE
