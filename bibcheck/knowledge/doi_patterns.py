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


class _Carrier(NamedTuple):
    """How a registrant writes its DOIs."""

    regex: re.Pattern[str]
    year_before_first: int  # the year before volume 1 where there is one volume a year; 0 where that is not known


def facts_in(doi: str) -> DoiFacts:
    """What a DOI carries, by the pattern of its registrant. `doi` is without resolver, in its own letter case."""
    prefix = doi.partition("/")[0]
    for carrier in _patterns().get(prefix, ()):
        match = carrier.regex.match(doi)
        if match:
            groups = match.groupdict()
            year, volume = groups.get("year"), groups.get("volume") or ""
            if carrier.year_before_first:
                year = carrier.year_before_first + int(volume)
            return DoiFacts(int(year) if year else None, volume.lstrip("0"))
    return DoiFacts(None, "")


@cache
def _patterns() -> dict[str, list[_Carrier]]:
    """The patterns of each prefix."""
    found: dict[str, list[_Carrier]] = {}
    for line in read_lines("doi_patterns.txt"):
        prefix, regex, *offset = line.split("\t")
        found.setdefault(prefix, []).append(_Carrier(pattern(regex, re.IGNORECASE), int(offset[0]) if offset else 0))
    return found
