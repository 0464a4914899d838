"""Numbers that rise with the years: the volumes of a journal, the editions of a conference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from bibcheck.records import NamedTuple

# What shows that a journal has one volume a year.
_FEWEST_VOLUMES = 4
_FEWEST_YEARS = 6
_SHARE = 0.75
_MOST_EDITIONS = 200


class Numbered(NamedTuple):
    """A volume or an edition, and its year."""

    number: int
    year: int


class Misfit(NamedTuple):
    """What cannot be right, and what shows it, in the order of the numbers."""

    odd: Numbered
    witnesses: tuple[Numbered, ...]


def find_odd_volumes(volumes: Collection[Numbered]) -> list[Misfit]:
    """The volumes two years or more off the year that the others determine, of a journal that has one volume a year.

    Nothing is said of what lies before the first or after the last of the others, where the numbering may have begun anew,
    unless a digit is missing or too many. Nor of several that are off by the same: they may be a series of their own.
    """
    volumes = sorted(set(volumes))
    offset = _find_offset(volumes)
    if offset is None:
        return []
    regular = [volume for volume in volumes if abs(_offset(volume) - offset) <= 1]
    odd = [volume for volume in volumes if abs(_offset(volume) - offset) > 1]
    counts = Counter(map(_offset, odd))
    found: list[Misfit] = []
    for volume in odd:
        own = _offset(volume)
        if counts[own - 1] + counts[own] + counts[own + 1] > 1:
            continue
        by_year = _find_neighbours(volume, regular, lambda other: other.year)
        by_number = _find_neighbours(volume, regular, lambda other: other.number)
        if by_year and by_number:
            found.append(Misfit(volume, by_number))
        elif by_year and _lacks_digit(volume.number, volume.year - offset):
            found.append(Misfit(volume, by_year))
    return found


def _offset(volume: Numbered) -> int:
    return volume.year - volume.number


def _find_offset(volumes: list[Numbered]) -> int | None:
    """The year before the first volume; None where the volumes do not show that there is one a year."""
    counts = Counter(map(_offset, volumes))
    offset = max(counts, key=lambda own: (counts[own - 1] + 2 * counts[own] + counts[own + 1], own), default=0)
    regular = [volume for volume in volumes if abs(_offset(volume) - offset) <= 1]
    if len({volume.number for volume in regular}) < _FEWEST_VOLUMES or len(regular) < _SHARE * len(volumes):
        return None
    years = Counter(volume.year for volume in regular)
    return offset if max(years) - min(years) >= _FEWEST_YEARS and max(years.values()) <= 2 else None


def _find_neighbours(volume: Numbered, regular: list[Numbered], key: Callable[[Numbered], int]) -> tuple[Numbered, ...]:
    """The nearest on either side; nothing where one side has none, or where one is only a year away from agreeing."""
    own = _offset(volume)
    below = [(key(other), -abs(_offset(other) - own), other) for other in regular if key(other) <= key(volume)]
    above = [(key(other), abs(_offset(other) - own), other) for other in regular if key(other) >= key(volume)]
    if not below or not above:
        return ()
    near = dict.fromkeys((max(below)[2], min(above)[2]))
    return tuple(near) if all(abs(_offset(other) - own) > 1 for other in near) else ()


def _lacks_digit(number: int, other: int) -> bool:
    """Whether one number is the other with a digit left out."""
    short, long = sorted((str(number), str(other)), key=len)
    return len(long) == len(short) + 1 and any(short == long[:at] + long[at + 1 :] for at in range(len(long)))


def find_odd_editions(editions: Collection[Numbered]) -> list[Misfit]:
    """The editions that two others or more contradict: a later edition in an earlier year, by two years or more.

    Two are allowed for, because proceedings may come out in the year after. Where the others contradict one another as
    well, nothing is said.
    """
    left = sorted(set(editions))
    found: list[Misfit] = []
    while len(left) <= _MOST_EDITIONS and 2 * len(found) <= len(left):
        against = {edition: [other for other in left if _contradict(edition, other)] for edition in left}
        odd = max(left, key=lambda edition: len(against[edition]), default=None)
        if odd is None or not against[odd]:
            return found
        most = len(against[odd])
        if sum(len(others) == most for others in against.values()) > 1:
            return []  # so it is too where each contradicts one
        found.append(Misfit(odd, tuple(against[odd])))
        left.remove(odd)
    return []


def _contradict(one: Numbered, other: Numbered) -> bool:
    if abs(one.year - other.year) < 2:
        return False
    return (one.number - other.number) * (one.year - other.year) <= 0
