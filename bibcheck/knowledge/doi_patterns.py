"""What a DOI says of its work: the year and the volume that some registrants write into the suffix.

Tested on the DOIs of public bibliographies. The year is often that of submission or acceptance.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from bibcheck.knowledge.publishers import read_lines
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple

# ACM numbers what it registers in one series, books, issues and volumes of proceedings alike. The numbers of KDD's, one each
# summer since 2003, say when others were given out; the DOIs of public bibliographies agree.
_ACM = pattern(r"10\.1145/([0-9]{6,8})(?:\.[0-9]+)?")
_ACM_SUMMERS = (
    956750, 1014052, 1081870, 1150402, 1281192, 1401890, 1557019, 1835804, 2020408, 2339530, 2487575, 2623330, 2783258,
    2939672, 3097983, 3219819, 3292500, 3394486, 3447548, 3534678, 3580305, 3637528,
)  # fmt: skip
_FIRST_SUMMER = 2003


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
            if "yy" in groups:
                year = f"20{groups['yy']}"
            if carrier.year_before_first:
                year = carrier.year_before_first + int(volume)
            return DoiFacts(int(year) if year else None, volume.lstrip("0"))
    return DoiFacts(None, "")


def registered_by(doi: str) -> int | None:
    """The year by whose end a DOI was registered, as far as its number tells; None where it does not."""
    match = _ACM.fullmatch(doi)
    number = int(match[1]) if match else 0
    if not _ACM_SUMMERS[0] <= number < _ACM_SUMMERS[-1]:
        return None
    return _FIRST_SUMMER + bisect_right(_ACM_SUMMERS, number)


@cache
def _patterns() -> dict[str, list[_Carrier]]:
    """The patterns of each prefix."""
    found: dict[str, list[_Carrier]] = {}
    for line in read_lines("doi_patterns.txt"):
        prefix, regex, *offset = line.split("\t")
        found.setdefault(prefix, []).append(_Carrier(pattern(regex, re.IGNORECASE), int(offset[0]) if offset else 0))
    return found
