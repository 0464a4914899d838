"""Full given names beside initials in one list."""

from __future__ import annotations

from bibcheck.names.faults.fault import MIXED, NameFault
from bibcheck.names.parse import Name
from bibcheck.names.words import FULL, JOINED, RUN, is_initials, shape

_MANY = 10  # full names to one that may be a signature
_LARGE = 30  # names in initials to a full one: how ADS lists a large collaboration


def find_mixture(text: str, names: tuple[Name, ...], people: list[Name]) -> NameFault | None:
    """A list in which some have initials alone, and others a given name in full; `said` is one of those."""
    if len(people) < 2:
        return None
    initialled = [name for name in people if is_initialled(name)]
    if not initialled or len(initialled) == len(people):
        return None
    full = [name for name in people if is_full(name)]
    if not full or _is_signature(initialled, full):
        return None
    said = " ".join(text[full[0].start : full[0].end].split())
    family = initialled[0].von + initialled[0].last
    numbers = {name: number for number, name in enumerate(names)}
    return NameFault(
        MIXED,
        family[0].start,
        family[-1].end,
        tuple([numbers[name] for name in initialled]),
        said,
        places=len(initialled),
    )


def is_initialled(name: Name) -> bool:
    """Whether a name has initials for all of its given names."""
    return bool(name.first) and all(is_initials(word.text) for word in name.first) and not _is_turned(name)


def is_full(name: Name) -> bool:
    """Whether a name has its first given name in full. `M. De Luca` has none, for BibTeX takes `De` for one."""
    given = name.first[0].text.strip("{}") if name.first else ""
    return len(given) > 2 and "." not in given and shape(given) == FULL and not _is_turned(name)


def _is_turned(name: Name) -> bool:
    """Whether what BibTeX takes for the family name are initials: `Shin K. G.`"""
    return "." in name.last[-1].text or is_initials(name.last[-1].text)


def _is_signature(initialled: list[Name], full: list[Name]) -> bool:
    """Whether initials may be how somebody writes the name: few have them, or one person has two."""
    if len(initialled) > 1:
        have_two = all(len(name.first) > 1 for name in initialled) and len(initialled) <= len(full)
        return have_two or len(initialled) * _MANY <= len(full) or len(full) * _LARGE <= len(initialled)
    (only,) = initialled
    is_first_of_two = len(full) == 1 and only.start < full[0].start
    return is_first_of_two or len(full) > 2 or len(only.first) > 1 or shape(only.first[0].text) in (JOINED, RUN)
