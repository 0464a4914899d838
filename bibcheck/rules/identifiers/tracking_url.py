"""Addresses that say where the reader came from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.values.url import Parameter, Url, find_urls, read_parameters

_TRACKING = pattern(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|casa_token|srsltid|igshid|_hsenc|_hsmi|vero_id|oly_\w+_id|s_kwcid"
    r"|phpsessid|jsessionid|aspsessionid\w*|sessionid|cfid|cftoken",
    re.IGNORECASE,
)
_SESSION = pattern(r";jsessionid=[\w.!-]+", re.IGNORECASE)
# What is in all of these, in lower case.
_HINTS = "utm_ clid mc_ casa_token srsltid sess igshid _hs vero_id oly_ kwcid cfid cftoken".split()


class TrackingUrl(Rule):
    """Reports parts of an address that only say where its reader came from, or whose session it was.

    These are campaign and click identifiers (`utm_source`, `fbclid`, `gclid`, `mc_cid`, `srsltid`), access tokens
    (`casa_token`) and session identifiers; `ref=`, which many addresses need, stays.
    Bad:

        @misc{k, url = {https://example.org/page?id=5&utm_source=twitter}}
                                                      ^^^^^^^^^^^^^^^^^^

    Good:

        @misc{k, url = {https://example.org/page?id=5}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if not any(map(bib.mentions, _HINTS)):
            return
        for field, urls in bib.values(find_urls, "url", "howpublished", "note", "ee"):
            for url in urls:
                session = _SESSION.search(field.text, *url.span) if ";" in url.normal else None
                if session:
                    edit = replace(field, *session.span(), "")
                    yield self.finding(field.span(*session.span()), "session identifier in an address; remove it", edit)
                parameters = read_parameters(field.text, url)
                tracking = [parameter for parameter in parameters if _TRACKING.fullmatch(parameter.name)]
                if tracking:
                    names = ", ".join(f"`{parameter.name}`" for parameter in tracking)
                    span = field.span(tracking[0].span.start, tracking[-1].span.end)
                    verb = "tracks" if len(tracking) == 1 else "track"
                    yield self.finding(
                        span, f"{names} in an address only {verb} its readers", _drop(field, url, parameters)
                    )


def _drop(field: Field, url: Url, parameters: list[Parameter]) -> Edit | None:
    kept = [field.text[slice(*p.span)] for p in parameters if not _TRACKING.fullmatch(p.name)]
    start, end = url.query_span
    query = "&".join(kept)
    return replace(field, start if kept else start - 1, end, query)
