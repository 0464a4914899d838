"""Addresses that are retired."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.retired_urls import is_retired_host, replacement
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.values.doi import read_doi
from bibcheck.values.url import Url, find_urls, read_url

_HOST = pattern(r"(?://|(?<![\w/.-]))((?:[\w-]++\.)++[A-Za-z]{2,})(?=/)")
# What TeX does not take outside \url.
_SPECIAL = frozenset("_%#&~$^{}\\")


class LegacyUrl(Rule):
    r"""Reports addresses on hosts that have been retired, which work only while somebody keeps the redirection.

    Known are the old addresses of the DOI system (`dx.doi.org`), the ACM (`dl.acm.org/citation.cfm`, `portal.acm.org`,
    `doi.acm.org`), IEEE Xplore, the ACL Anthology, HAL, ADS, arXiv's mirrors, many publishers, and `goo.gl`. The fix
    writes the new address where the old one determines it; the number of `citation.cfm?id=` does not: its DOI may begin
    with 10.1145, or there may be none. The doi field is judged by `doi-as-url`, and a url that repeats the doi by
    `redundant-url`.
    Bad:

        @inproceedings{kivity14, url = {http://dl.acm.org/citation.cfm?id=2643634.2643642}}
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @inproceedings{kivity14, url = {https://www.usenix.org/conference/atc14/technical-sessions/presentation/kivity}}

    Bad:

        @article{lamport78, url = {http://dx.doi.org/10.1145/359545.359563}}
        @inproceedings{devlin19, howpublished = {\url{https://www.aclweb.org/anthology/N19-1423/}}}

    Good:

        @article{lamport78, url = {https://doi.org/10.1145/359545.359563}}
        @inproceedings{devlin19, howpublished = {\url{https://aclanthology.org/N19-1423}}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("url", "howpublished", "note"):
            if not any(is_retired_host(host.lower()) for host in _HOST.findall(field.text)):
                continue
            for url in _read(field):
                new = replacement(url.host, _after_host(url))
                if new is None or _is_redundant(field, url):
                    continue
                message = f"retired address on `{url.host}`" + (f", now `{new}`" if new else "; look the new one up")
                edit = replace(field, *url.span, new) if new and _can_stand(new, field, url) else None
                yield self.finding(field.span(*url.span), message, edit)


def _read(field: Field) -> tuple[Url, ...]:
    whole = read_url(field.text) if field.name == "url" else None
    return (whole,) if whole else find_urls(field.text)


def _after_host(url: Url) -> str:
    query, fragment = f"?{url.query}" if url.query else "", f"#{url.fragment}" if url.fragment else ""
    return url.path + query + fragment


def _is_redundant(field: Field, url: Url) -> bool:
    """Whether an address only says what the doi field says: redundant-url takes it out."""
    doi = field.entry.field("doi") if field.entry and field.name == "url" else None
    here, there = (read_doi(doi.text) if doi else None), read_doi(url.normal)
    return here is not None and there is not None and there.kind == "resolver" and here.normal == there.normal


def _can_stand(new: str, field: Field, url: Url) -> bool:
    """Whether an address can stand in the place of another as it is, without escapes."""
    return field.name == "url" or bool(url.command) or not _SPECIAL.intersection(new)
