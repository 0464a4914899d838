"""Lists of names read once: their names, their faults, and the people among them."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.names.faults import find_name_faults
from bibcheck.names.faults.fault import NameFault, drop_less_specific, join_faults
from bibcheck.names.faults.persons import find_people, find_spelling_faults
from bibcheck.names.parse import Name, read_names
from bibcheck.records import NamedTuple


class ReadList(NamedTuple):
    """A list of names. `faults` are at most one of each kind, and `reported` those of them that rules report."""

    names: tuple[Name, ...]
    people: list[Name]
    faults: list[NameFault]
    reported: list[NameFault]


class People(NamedTuple):
    """The names of a list, those of them that are people's, and the faults that had to be seen to tell."""

    names: tuple[Name, ...]
    people: list[Name]
    faults: list[NameFault]


@lru_cache(maxsize=8192)  # several rules ask for the same lists, and one author's works come one after the other
def read_people(text: str, dialect: str) -> People:
    """The names of a list, as a program of the dialect reads it."""
    names = read_names(text, dialect)
    found = find_name_faults(text, names, dialect)
    return People(names, find_people(text, names, found), found)


@lru_cache(maxsize=8192)
def read_list(text: str, dialect: str) -> ReadList:
    """The names of a list and all that is wrong with them, as a program of the dialect reads it."""
    names, people, found = read_people(text, dialect)
    faults = [*found, *find_spelling_faults(text, names, people, found)]
    if not faults:
        return ReadList(names, people, faults, faults)
    joined = join_faults(faults)
    return ReadList(names, people, joined, drop_less_specific(joined))
