"""Addresses that say what doi or eprint says."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import does_print
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.arxiv import find_arxiv, read_arxiv
from bibcheck.values.doi import read_doi


class RedundantUrl(Rule):
    """Leave out a url that is only the address of the DOI or arXiv page, where the style prints doi or eprint.

    Such a style prints the link twice. A url that leads to another work is reported by doi-mismatch; a publisher's own page
    stays.

    Many styles for BibTeX print url and no doi (IEEEtran), and most print no eprint (IEEEtran, plainnat, splncs04, apacite):
    there the url is the only link in the reference. So the address of a DOI is not reported where the style is known not to
    print doi, and the address of an arXiv page is reported only where the style is known to print eprint: in files for
    BibLaTeX, with `style` in the settings, or with a preset that names the style. The fix is unsafe everywhere.

    Bad:

        @article{k, doi = {10.1093/comjnl/27.2.97}, url = {https://doi.org/10.1093/comjnl/27.2.97}}

    Good:

        @article{k, doi = {10.1093/comjnl/27.2.97}}

    Bad:

        @online{k, date = {2017}, eprint = {1706.03762}, eprinttype = {arxiv}, url = {https://arxiv.org/abs/1706.03762}}

    Good:

        @online{k, date = {2017}, eprint = {1706.03762}, eprinttype = {arxiv}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("url"):
            what = _repeats(field) if "10." in field.text or "arxiv" in field.text.lower() else ""
            if what and field.entry and _may_print(bib, field.entry, what):
                yield self.finding(field, f"url says only what {what} says", delete_field(field))


def _may_print(bib: Bibliography, entry: Entry, name: str) -> bool:
    """Whether the style prints doi or eprint. Where nothing tells the style, it may print doi; few styles print eprint."""
    is_printed = does_print(bib, entry.type, name)
    return name == "doi" if is_printed is None else is_printed


def _repeats(field: Field) -> str:
    entry = field.entry
    if entry is None or " " in field.value.strip():  # two addresses, or a broken one
        return ""
    own, there = entry.field("doi"), read_doi(field.text)
    here = read_doi(own.text) if own else None
    if here and there and there.kind == "resolver" and there.normal == here.normal:
        return "doi"
    own = entry.field("eprint")
    number = read_arxiv(own.text) if own else None
    found = find_arxiv(field.text)
    if number and len(found) == 1 and found[0].kind == "address" and found[0].normal == number.normal:
        return "eprint" if "/pdf/" not in field.text else ""
    return ""
