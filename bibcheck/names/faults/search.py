"""The search for faults in a list that may have some."""

from __future__ import annotations

from itertools import groupby

from bibcheck.names.faults import additions, bodies, commas, ends, placeholders, separators
from bibcheck.names.faults.fault import PLACEHOLDER, SEPARATOR, NameFault
from bibcheck.names.faults.list_text import ListText, mask
from bibcheck.names.faults.pieces import is_extended
from bibcheck.names.parse import Name


def search(text: str, names: tuple[Name, ...], dialect: str) -> list[NameFault]:
    """The faults of a list."""
    names_in_text = ListText(text, mask(text), names, dialect)
    whole = bodies.find_body_with_and(names_in_text) or placeholders.find_stand_ins(names_in_text)
    if whole:
        return [whole]
    faults = []
    for number in range(len(names)):
        if not is_extended(names_in_text.raw(number)):
            fault = _find_fault(names_in_text, number)
            if fault:
                faults.append(fault)
    return _join(faults)


def _find_fault(names: ListText, number: int) -> NameFault | None:
    return (
        ends.find_empty(names, number)
        or ends.find_et_al(names, number)
        or placeholders.find_placeholder(names, number)
        or additions.find_addition(names, number)
        or separators.find_glued_and(names, number)
        or separators.find_separator(names, number)
        or commas.find_people_between_commas(names, number)
        or commas.find_malformed(names, number)
        or bodies.find_list_in_braces(names, number)
        or bodies.find_body(names, number)
    )


def _join(faults: list[NameFault]) -> list[NameFault]:
    """Join what stands for `and` throughout a list, or for all of its names: it comes of one habit, and is one fault."""
    joined = []
    for kind, run in groupby(faults, key=lambda fault: (fault.kind, fault.said)):
        first, *others = run
        if others and kind[0] in (SEPARATOR, PLACEHOLDER):
            first = first._replace(
                names=tuple(number for fault in (first, *others) for number in fault.names),
                edits=tuple(edit for fault in (first, *others) for edit in fault.edits),
            )
            if kind[0] == PLACEHOLDER:
                first = first._replace(end=others[-1].end, said="stand")
            others = []
        joined += [first, *others]
    return joined
