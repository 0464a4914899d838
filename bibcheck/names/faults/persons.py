"""The names of a list that are persons', and what is wrong with how each is written."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.lazy_re import pattern
from bibcheck.names.faults.capitals import find_capitals, find_lowercase
from bibcheck.names.faults.fault import ADDITION, ROLE, NameFault
from bibcheck.names.faults.initials import find_bare_initials, find_joined_initials
from bibcheck.names.faults.mixture import find_mixture
from bibcheck.names.faults.repetition import find_repetitions
from bibcheck.names.parse import Name

# What has no place in a person's name, or leaves in doubt what the name is; and bytes that are no UTF-8.
_ODD = pattern("[0-9()\\[\\]@/:<>;&*#$%?!|+=\udc80-\udcff]")


def find_people(text: str, names: tuple[Name, ...], faults: list[NameFault]) -> list[Name]:
    """The names that can be judged as persons: no organisations, nothing in braces as a whole, nothing with a fault."""
    people = [name for name in names if name[4] and (name[2] or name[3] or len(name[4]) > 1)]
    if faults:
        faulty = {names[number] for fault in faults for number in fault.names}
        people = [name for name in people if name not in faulty]
    if _ODD.search(text):
        people = [name for name in people if not _ODD.search(text, name.start, name.end)]
    return people


def find_spelling_faults(
    text: str, names: tuple[Name, ...], people: list[Name], faults: list[NameFault]
) -> Iterator[NameFault]:
    """What is wrong with the writing of single names. `faults` are those of the list as such."""
    yield from find_capitals(people)
    yield from find_lowercase(text, people)
    yield from find_bare_initials(text, names, people)
    yield from find_joined_initials(text, names, people, bool(faults))
    yield from find_repetitions(names, people)
    # A title or degree beside a name does not hide whether its given name is there in full.
    others = [fault for fault in faults if fault.kind not in (ADDITION, ROLE)]
    readable = people if len(others) == len(faults) else find_people(text, names, others)
    if mixture := find_mixture(text, names, readable):
        yield mixture
