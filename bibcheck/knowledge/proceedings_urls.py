"""Addresses of papers that name the year of their volume.

As the sites themselves have them: https://proceedings.mlr.press, https://openaccess.thecvf.com, https://aclanthology.org,
https://www.jmlr.org/papers, https://papers.nips.cc, https://www.usenix.org/conferences, https://www.ndss-symposium.org.
"""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_SHORT = r"(?P<short>[0-9]{2})"
_FORMS = (
    rf"proceedings\.mlr\.press/v[0-9]+/[a-z-]+{_SHORT}[a-z]*(?:\.html|/)",
    rf"openaccess\.thecvf\.com/content(?:/|_)[A-Za-z]+_?{_YEAR}(?![0-9])",
    rf"(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/(?:{_YEAR}\.[a-z0-9-]+\.[0-9]+|[A-Z]{_SHORT}-[0-9]{{4}})(?![0-9])",
    r"(?:www\.)?jmlr\.org/papers/v(?P<volume>[0-9]{1,2})/",
    rf"(?:papers|proceedings)\.(?:nips|neurips)\.cc/(?:paper_files/)?paper/{_YEAR}/",
    rf"(?:www\.)?usenix\.org/(?:conference|legacy/events|legacy/event)/[a-z-]+{_SHORT}/",
    rf"(?:www\.)?ndss-symposium\.org/(?:ndss-paper/)?ndss{_YEAR}/",
)
_ADDRESS = tuple(pattern(form, re.IGNORECASE) for form in _FORMS)
_HINT = pattern(
    r"mlr\.press|thecvf|acl(?:anthology|web)|jmlr\.org|(?:nips|neurips)\.cc|usenix\.org|ndss-symp", re.IGNORECASE
)
# Volume 4 of JMLR is of 2003; those before it went over the turn of the year.
_BEFORE_FIRST_VOLUME, _FIRST_CERTAIN = 1999, 4
_CENTURY = 70


def year_of_address(url: str) -> int | None:
    """The year of the volume in which the paper at an address stands; None where the address does not tell."""
    if not _HINT.search(url):
        return None
    for form in _ADDRESS:
        match = form.search(url)
        if match:
            return _read(match.groupdict())
    return None


def _read(groups: dict[str, str]) -> int | None:
    if groups.get("volume"):
        volume = int(groups["volume"])
        return volume + _BEFORE_FIRST_VOLUME if volume >= _FIRST_CERTAIN else None
    if groups.get("year"):
        return int(groups["year"])
    short = int(groups["short"])
    return short + (1900 if short > _CENTURY else 2000)
