"""Addresses that say what doi or eprint says."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field
from bibcheck.syntax.tree import Field
from bibcheck.values.arxiv import find_arxiv, read_arxiv
from bibcheck.values.doi import read_doi


class RedundantUrl(Rule):
    """Leave out a url that is only the address of the DOI or of the arXiv page: styles make it from doi and eprint.

    A url that leads to another work is the business of doi-mismatch, a publisher's own page stays.

    Bad:

        @article{k, doi = {10.1093/comjnl/27.2.97}, url = {https://doi.org/10.1093/comjnl/27.2.97}}

    Good:

        @article{k, doi = {10.1093/comjnl/27.2.97}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("url"):
            what = _repeats(field) if "10." in field.text or "arxiv" in field.text.lower() else ""
            if what:
                yield self.finding(field, f"url says only what {what} says", delete_field(field))


def _repeats(field: Field) -> str:
    entry = field.entry
    if entry is None:
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
