"""Addresses that are no source."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.values.url import Url, find_urls, redirect_target

_HOSTS = (
    (pattern(r"scholar\.google\.[a-z.]+|scholar\.googleusercontent\.com"), "Google Scholar"),
    (pattern(r"(?:www\.)?researchgate\.net"), "ResearchGate"),
    (pattern(r"(?:www\.|api\.|pdfs\.)?semanticscholar\.org"), "Semantic Scholar"),
    (pattern(r"(?:www\.)?sci-hub\.[a-z]+|(?:[a-z]+\.)*libgen\.[a-z]+|gen\.lib\.rus\.ec"), "a shadow library"),
    (pattern(r"(?:www\.)?(?:bing|duckduckgo)\.com|search\.yahoo\.com"), "a search engine"),
    (
        pattern(r"(?:.+\.)?(?:ez|lib|biblio)?-?proxy\d*\..+|.+\.(?:ez|lib)proxy\..+"),
        "a library's proxy, open to its readers only",
    ),
)
_GOOGLE = pattern(r"(?:www\.)?google\.[a-z.]{2,6}")
_SEARCH = pattern(r"/(?:search|scholar|s)\b")
_WIKIPEDIA = pattern(r"(?:[a-z-]+\.)*wikipedia\.org")
_PAPER_TYPES = frozenset("article inproceedings conference incollection inbook phdthesis mastersthesis thesis".split())


class SecondhandUrl(Rule):
    """Reports the address of a place where a source was found, instead of the address of the source.

    These are search pages, links that a search engine redirects, Google Scholar, ResearchGate, Semantic Scholar, shadow
    libraries, the proxies of libraries, and Wikipedia as the address of a paper. Of a redirected link the fix writes
    the target.
    Bad:

        @article{k, url = {https://www.researchgate.net/publication/221654892}}
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{k, url = {https://www.usenix.org/conference/osdi16/technical-sessions/presentation/schatzberg}}

    Bad:

        @misc{k, url = {https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fpage&sa=D}}
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @misc{k, url = {https://example.org/page}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, urls in bib.values(find_urls, "url", "howpublished", "ee"):
            for url in urls:
                target = redirect_target(url)
                if target:
                    edits = mend(field, (*url.span, target)) if field.name == "url" else ()
                    yield self.finding(field.span(*url.span), f"a redirection; its target is `{target}`", *edits)
                    continue
                what = _name(url, field.entry.type if field.entry else "")
                if what:
                    yield self.finding(field.span(*url.span), f"address of {what}; give that of the source")


def _name(url: Url, type: str) -> str:
    for hosts, name in _HOSTS:
        if hosts.fullmatch(url.host):
            return name
    if _GOOGLE.fullmatch(url.host) and _SEARCH.match(url.path):
        return "a search"
    return "Wikipedia" if type in _PAPER_TYPES and _WIKIPEDIA.fullmatch(url.host) else ""
