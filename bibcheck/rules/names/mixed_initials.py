"""Lists with full given names beside initials."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.names.parse import Name
from bibcheck.names.words import FULL, JOINED, RUN, is_initials, shape
from bibcheck.rule import Finding, Level, Rule

_MANY = 10  # full names to one that may be a signature
_LARGE = 30  # names in initials to a full one: how ADS lists a large collaboration


class MixedInitials(Rule):
    """Give all given names of a list in full, or all as initials.

    `Jin Heo and X. Zhu` shows that the full names of some were not looked up, and prints as it stands in most styles. A
    middle initial (`Kang G. Shin`) and an initial before a full name (`J. Edgar Hoover`) are no such mixture. Not reported
    are records of DBLP, which has names as their bearers write them, and a lone name that may well be written so: one with
    two initials (`E. B. White`), one among more than two full names, or the first of two authors. Neither is one full name
    among thirty in initials.

    Bad:

        @inproceedings{heo09, author = {Jin Heo and X. Zhu and P. Padala and Z. Wang}}
                                                    ^^^^^^

    Good:

        @inproceedings{heo09, author = {Jin Heo and Xiaoyun Zhu and Pradeep Padala and Zhikui Wang}}
        @inproceedings{zhu09, author = {J. Heo and X. Zhu and P. Padala}}
        @inproceedings{shin09, author = {Padala, Pradeep and Shin, Kang G.}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in name_lists(bib):
            people = names.people
            if len(people) < 2:
                continue
            initialled = [name for name in people if _is_initialled(name)]
            if not initialled or len(initialled) == len(people):
                continue
            full = [name for name in people if _is_full(name)]
            if full and not _is_signature(initialled, full) and not _is_from_dblp(names):
                yield self._report(names, initialled, full)

    def _report(self, names: NameList, initialled: list[Name], full: list[Name]) -> Finding:
        start, end = initialled[0].start, initialled[0].end
        others = f" and {len(initialled) - 1} more" if len(initialled) > 1 else ""
        other = names.quote(full[0].start, full[0].end)
        message = f"{names.quote(start, end)}{others} with initials alone, beside {other} in full"
        return self.finding(names.field.span(start, end), message)


def _is_initialled(name: Name) -> bool:
    """Whether a name has initials for all of its given names."""
    return bool(name.first) and all(is_initials(word.text) for word in name.first) and not _is_turned(name)


def _is_full(name: Name) -> bool:
    """Whether the first given name is there in full. `M. De Luca` has none, for BibTeX takes `De` for one."""
    given = name.first[0].text.strip("{}") if name.first else ""
    return len(given) > 2 and "." not in given and shape(given) == FULL and not _is_turned(name)


def _is_turned(name: Name) -> bool:
    """Whether what BibTeX takes for the family name are initials: `Shin K. G.`"""
    return "." in name.last[-1].text or is_initials(name.last[-1].text)


def _is_signature(initialled: list[Name], full: list[Name]) -> bool:
    """Whether initials may be how somebody writes the name: few have them, or one person has two."""
    given = initialled[0].first
    if len(initialled) > 1:
        have_two = all(len(name.first) > 1 for name in initialled) and len(initialled) <= len(full)
        return have_two or len(initialled) * _MANY <= len(full) or len(full) * _LARGE <= len(initialled)
    is_first_of_two = len(full) == 1 and initialled[0].start < full[0].start
    return is_first_of_two or len(full) > 2 or len(given) > 1 or shape(given[0].text) in (JOINED, RUN)


def _is_from_dblp(names: NameList) -> bool:
    entry = names.field.entry
    return entry is not None and (entry.key.startswith("DBLP:") or entry.field("biburl") is not None)
