"""Lists with full given names beside initials."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_faults
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import MIXED
from bibcheck.rule import Level, Rule, Tentative

_INSPIRE_KEY = pattern(r"[^\W\d_][\w'.-]*:\d{4}[a-z]{2,3}\Z")


class MixedInitials(Rule):
    """Give the names of a list all in full, or all with initials.

    `Jin Heo and X. Zhu` shows that the full names of some were not looked up, and most styles print it as it is. A middle
    initial (`Kang G. Shin`) or an initial before a full name (`J. Edgar Hoover`) is no such mixture. Not reported are records
    of DBLP and INSPIRE, which have names as people sign them, and a single name that may be written so: one with two initials
    (`E. B. White`), one beside three or more full names, or the first of two authors. Nor is one full name beside thirty with
    initials. Where inconsistent-author reports each of them, for other entries have the names in full, this rule does not.

    Bad:

        @inproceedings{heo09, author = {Jin Heo and X. Zhu and P. Padala and Z. Wang}}
                                                       ^^^

    Good:

        @inproceedings{heo09, author = {Jin Heo and Xiaoyun Zhu and Pradeep Padala and Zhikui Wang}}
        @inproceedings{zhu09, author = {J. Heo and X. Zhu and P. Padala}}
        @inproceedings{shin09, author = {Padala, Pradeep and Shin, Kang G.}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Tentative]:
        for names, fault in name_faults(bib, MIXED):
            if not _is_from_registry(names):
                first = names.names[fault.names[0]]
                quoted = names.quote(first.start, first.end)
                others = f" and {fault.places - 1} more have" if fault.places > 1 else " has"
                said = f"{quoted}{others} initials alone, and `{fault.said}` is in full: give all names in one form"
                places = tuple(names.person(names.names[number]).start for number in fault.names)
                yield Tentative(self.finding(names.span(fault), said), "inconsistent-author", places)


def _is_from_registry(names: NameList) -> bool:
    entry = names.field.entry
    return entry is not None and (
        entry.key.startswith("DBLP:") or entry.field("biburl") is not None or _INSPIRE_KEY.match(entry.key) is not None
    )
