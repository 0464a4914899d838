"""A fault in a list of names: what kinds there are, and which of two speaks where both are at one place."""

from __future__ import annotations

from collections.abc import Iterable

from bibcheck.records import NamedTuple

EMPTY = "empty"
ET_AL = "et al."
GLUED = "glued and"
SEPARATOR = "wrong separator"
COMMAS = "people between commas"
MALFORMED = "malformed"
BRACED_LIST = "list in braces"
BODY = "organisation"
ADDITION = "addition"
ROLE = "role"
PLACEHOLDER = "placeholder"
CAPITALS = "all in capitals"
LOWERCASE = "lower case"
BARE = "initials without periods"
JOINED = "joined initials"
REPEATED = "repeated"
MIXED = "initials beside full names"

# Where the spans of two faults overlap, the kind that comes first here is reported, and the other is not.
# A name with one of the kinds up to BODY is not read as a person's, so the kinds after it never report it.
SPECIFIC_FIRST = (
    *(EMPTY, ET_AL, PLACEHOLDER, ADDITION, ROLE, GLUED, SEPARATOR, COMMAS, MALFORMED, BRACED_LIST, BODY),
    *(CAPITALS, LOWERCASE, BARE, JOINED, REPEATED, MIXED),
)

# The kinds that make a program read other people, or other parts of their names, than are meant. JOINED can as well.
PARTING = frozenset((EMPTY, ET_AL, ADDITION, ROLE, GLUED, SEPARATOR, COMMAS, MALFORMED, BRACED_LIST))


class NameFault(NamedTuple):
    """A fault at `[start:end]` of a list, in the names of the given numbers.

    `said` is what a message needs: the separator, the reason, how many people. `edits` mend it, as (start, end, text) of
    the list; there are none where that takes knowledge. `is_sure` is whether they leave no doubt. `places` is at how many
    places of the list the fault is, of which the span is the first.
    """

    kind: str
    start: int
    end: int
    names: tuple[int, ...]
    said: str = ""
    edits: tuple[tuple[int, int, str], ...] = ()
    is_sure: bool = True
    places: int = 1


def join_faults(faults: Iterable[NameFault]) -> list[NameFault]:
    """One fault for each kind, at the first of its places. The edits mend all of them, or there are none."""
    by_kind: dict[str, list[NameFault]] = {}
    for fault in faults:
        by_kind.setdefault(fault.kind, []).append(fault)
    return [_join(alike) for alike in by_kind.values()]


def _join(faults: list[NameFault]) -> NameFault:
    edits = [edit for fault in faults for edit in fault.edits] if all(fault.edits for fault in faults) else []
    return faults[0]._replace(
        names=tuple([number for fault in faults for number in fault.names]),
        edits=tuple(dict.fromkeys(edits)),
        is_sure=all(fault.is_sure for fault in faults),
        places=sum(fault.places for fault in faults),
    )


def drop_less_specific(faults: list[NameFault]) -> list[NameFault]:
    """The faults without those at whose place there is one of a more specific kind."""
    kept: list[NameFault] = []
    for fault in sorted(faults, key=lambda fault: SPECIFIC_FIRST.index(fault.kind)):
        if not any(fault.start < other.end and other.start < fault.end for other in kept):
            kept.append(fault)
    return kept
