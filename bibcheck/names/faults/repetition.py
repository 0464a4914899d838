"""People who are in a list twice."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.knowledge.person_words import SHARED_FAMILIES
from bibcheck.names.faults.fault import REPEATED, NameFault
from bibcheck.names.parse import Name
from bibcheck.names.words import fold, is_initials


def find_repetitions(names: tuple[Name, ...], people: list[Name]) -> Iterator[NameFault]:
    """Names that are equal to one before them. `names` of the fault are the first and the other, by number."""
    if len(people) < 2:
        return
    families = {fold(name.last[-1].text) for name in people}
    if len(families) == len(people) and len({name.commas for name in people}) == 1:
        return
    numbers = {name: number for number, name in enumerate(names)}
    known: dict[str, Name] = {}
    for name in people:
        key = _key(name)
        first = known.setdefault(key, name) if key else name
        if first is not name:
            yield NameFault(REPEATED, name.start, name.end, (numbers[first], numbers[name]))


def _key(name: Name) -> str:
    """A name with a given name in full, folded; empty for one that two people may bear, or that has no letters to compare."""
    if name.jr or not name.first or all(is_initials(word.text) for word in name.first):
        return ""
    family = fold(" ".join([word.text for word in (*name.von, *name.last)]))
    given = fold(" ".join([word.text for word in name.first]))
    if not family or not given or (family in SHARED_FAMILIES and len(given) < 8):
        return ""
    return f"{family}, {given}"
