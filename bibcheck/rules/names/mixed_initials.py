"""Lists with full given names beside initials."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_faults, name_lists
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import MIXED, NameFault
from bibcheck.names.given import is_short_for, read_given
from bibcheck.names.parse import Name
from bibcheck.names.words import fold
from bibcheck.rule import Finding, Level, Rule

_MOST_PEOPLE = 30  # of a list that inconsistent-author looks at
_INSPIRE_KEY = pattern(r"[^\W\d_][\w'.-]*:\d{4}[a-z]{2,3}\Z")


class MixedInitials(Rule):
    """Give the names of a list all in full, or all with initials.

    `Jin Heo and X. Zhu` shows that the full names of some were not looked up, and most styles print it as it is. A middle
    initial (`Kang G. Shin`) or an initial before a full name (`J. Edgar Hoover`) is no such mixture. Not reported are records
    of DBLP and INSPIRE, which have names as people sign them, and a single name that may be written so: one with two initials
    (`E. B. White`), one beside three or more full names, or the first of two authors. Nor is one full name beside thirty with
    initials. If the file has the full names of all of them in other entries, inconsistent-author reports them instead.

    Bad:

        @inproceedings{heo09, author = {Jin Heo and X. Zhu and P. Padala and Z. Wang}}
                                                       ^^^

    Good:

        @inproceedings{heo09, author = {Jin Heo and Xiaoyun Zhu and Pradeep Padala and Zhikui Wang}}
        @inproceedings{zhu09, author = {J. Heo and X. Zhu and P. Padala}}
        @inproceedings{shin09, author = {Padala, Pradeep and Shin, Kang G.}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, fault in name_faults(bib, MIXED):
            if not _is_from_registry(names) and not _are_known(bib, names, fault):
                first = names.names[fault.names[0]]
                quoted = names.quote(first.start, first.end)
                others = f" and {fault.places - 1} more have" if fault.places > 1 else " has"
                said = f"{quoted}{others} initials alone, and `{fault.said}` is in full: give all names in one form"
                yield self.finding(names.span(fault), said)


def _is_from_registry(names: NameList) -> bool:
    entry = names.field.entry
    return entry is not None and (
        entry.key.startswith("DBLP:") or entry.field("biburl") is not None or _INSPIRE_KEY.match(entry.key) is not None
    )


def _are_known(bib: Bibliography, names: NameList, fault: NameFault) -> bool:
    """Whether other entries of the file have all these names in full, beside a co-author of this list."""
    full_names = bib.once(_find_full_names)
    company = {_person(name) for name in names.people}
    for number in fault.names:
        name = names.names[number]
        given = read_given(name.given)
        person = _person(name)
        if not any(
            is_short_for(given, read_given(full)) and not company.isdisjoint(others - {person})
            for full, others in full_names.get(person, ())
        ):
            return False
    return True


def _find_full_names(bib: Bibliography) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """By family name and first initial: given names in full, and with whom they stand in a list."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for names in name_lists(bib):
        if len(names.people) <= _MOST_PEOPLE:
            company = frozenset(map(_person, names.people))
            for name in names.people:
                if name.first and len(name.first[0].text.rstrip(".")) > 1:
                    found.setdefault(_person(name), []).append((name.given, company))
    return found


def _person(name: Name) -> str:
    return f"{fold(name.family)} {fold(name.given)[:1]}"
