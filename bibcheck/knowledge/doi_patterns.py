"""What a DOI says of its work: the year and the volume that some registrants write into the suffix.

Tested on the DOIs of public bibliographies. The year is often that of submission or acceptance.
"""

from __future__ import annotations

import re
from functools import cache

from bibcheck.knowledge.publishers import read_lines
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple


class DoiFacts(NamedTuple):
    """The year and the volume in a DOI; None and empty where it carries none."""

    year: int | None
    volume: str


def facts_in(doi: str) -> DoiFacts:
    """What a DOI carries, by the pattern of its registrant. `doi` is without resolver, in its own letter case."""
    prefix = doi.partition("/")[0]
    for carrier in _patterns().get(prefix, ()):
        match = carrier.match(doi)
        if match:
            groups = match.groupdict()
            year = groups.get("year")
            return DoiFacts(int(year) if year else None, (groups.get("volume") or "").lstrip("0"))
    return DoiFacts(None, "")


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    """The patterns of each prefix."""
    found: dict[str, list[re.Pattern[str]]] = {}
    for line in read_lines("doi_patterns.txt"):
        prefix, _, regex = line.partition("\t")
        found.setdefault(prefix, []).append(pattern(regex, re.IGNORECASE))
    return found
