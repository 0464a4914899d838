"""The search for faults in a list that may have some."""

from __future__ import annotations

from bibcheck.names.faults import additions, bodies, commas, ends, placeholders, references, separators
from bibcheck.names.faults.fault import PLACEHOLDER, NameFault
from bibcheck.names.faults.list_text import ListText, read_list_text
from bibcheck.names.faults.pieces import is_extended
from bibcheck.names.parse import Name


def search(text: str, names: tuple[Name, ...], dialect: str) -> list[NameFault]:
    """The faults of a list."""
    names_in_text = read_list_text(text, names, dialect)
    whole = bodies.find_body_with_and(names_in_text) or placeholders.find_stand_ins(names_in_text)
    if whole:
        return [whole]
    faults = []
    for number in range(len(names)):
        if not is_extended(names_in_text.raw(number)):
            fault = _find_fault(names_in_text, number)
            if fault:
                faults.append(fault)
    return _join_placeholders(commas.turn_others(names_in_text, faults))


def _find_fault(names: ListText, number: int) -> NameFault | None:
    return (
        ends.find_empty(names, number)
        or ends.find_et_al(names, number)
        or references.find_reference(names, number)
        or placeholders.find_placeholder(names, number)
        or additions.find_addition(names, number)
        or separators.find_glued_and(names, number)
        or separators.find_separator(names, number)
        or commas.find_people_between_commas(names, number)
        or commas.find_malformed(names, number)
        or bodies.find_list_in_braces(names, number)
        or bodies.find_body(names, number)
    )


def _join_placeholders(faults: list[NameFault]) -> list[NameFault]:
    """Join what stands in the place of several names, one after the other."""
    joined: list[NameFault] = []
    for fault in faults:
        before = joined[-1] if joined else None
        if before and before.kind == fault.kind == PLACEHOLDER and max(before.names) + 1 in fault.names:
            joined[-1] = before._replace(names=before.names + fault.names, end=fault.end)
        else:
            joined.append(fault)
    return joined
