"""DOIs that were never registered."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import delete_field, rename_field, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.values.doi import Doi, read_doi
from bibcheck.venues.dois import entry_policy

_ACM = "10.5555"
_TEST_PREFIXES = {
    "10.5072": "DataCite's prefix for tests",
    "10.12345": "a prefix of examples",
    "10.0000": "a prefix of nobody",
    "10.88888": "Crossref's prefix for test accounts",
}
# Prefixes are given out upwards, in batches for each agency (Crossref's forum, thread 13215). The highest of some 28,000 in
# Crossref's list of members was 10.82051 in June 2026, its test accounts left out, and in 2024 it had given out 10.71000.
_NEVER_ASSIGNED = pattern(r"10\.(?:9[0-9]{4}|[0-9]{6,})")


class FakeDoi(Rule):
    """Reports DOIs that never resolve: ACM's placeholder `10.5555/...`, and prefixes that nobody has been given.

    The page at dl.acm.org exists all the same, and goes into url. Where it is known whether the papers of the venue
    have DOIs, the message says so: then there is a real one to look for, or none.
    Bad:

        @inproceedings{k, title = {T}, doi = {10.5555/2643634.2643642}}
                                              ^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @inproceedings{k, title = {T}, url = {https://dl.acm.org/doi/10.5555/2643634.2643642}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, doi in bib.values(read_doi, "doi"):
            if doi and doi.prefix == _ACM:
                message = f"`{doi.normal}` is ACM's placeholder for a work without DOI, and never resolves{_remark(bib, field)}"
                yield self.finding(field.span(*doi.span), message, *_move(field, doi))
            elif doi and _NEVER_ASSIGNED.fullmatch(doi.prefix):
                message = f"`{doi.normal}` begins with a prefix that nobody has been given, and never resolves"
                yield self.finding(field.span(*doi.span), message)
            elif doi and doi.prefix in _TEST_PREFIXES:
                message = f"`{doi.normal}` begins with {_TEST_PREFIXES[doi.prefix]}, and never resolves"
                yield self.finding(field.span(*doi.span), message)


def _remark(bib: Bibliography, field: Field) -> str:
    policy = entry_policy(bib.venues, field.entry) if field.entry else None
    if not policy or policy.registers_dois == "partly":
        return ""
    return f": {policy.reason}"


def _move(field: Field, doi: Doi) -> list[Edit | None]:
    if field.entry and field.entry.field("url"):
        return [delete_field(field)]
    return [rename_field(field, "url"), replace_value(field, f"https://dl.acm.org/doi/{doi.normal}")]
