"""The faults of a list of names, and the list with them mended, as the tests of names look at them."""

from __future__ import annotations

from collections.abc import Iterable

from bibcheck.names.faults import find_name_faults
from bibcheck.names.faults.fault import NameFault
from bibcheck.names.parse import read_names


def faults_of(text: str, *kinds: str, dialect: str = "bibtex") -> list[NameFault]:
    """The faults of a list that are of some kinds."""
    return [fault for fault in find_name_faults(text, read_names(text, dialect), dialect) if fault.kind in kinds]


def places(text: str, faults: Iterable[NameFault]) -> list[str]:
    """What stands where the faults are."""
    return [text[fault.start : fault.end] for fault in faults]


def mended(text: str, faults: Iterable[NameFault]) -> str | None:
    """The list with all edits of the faults made; None where there are none."""
    edits = sorted({edit for fault in faults for edit in fault.edits}, reverse=True)
    for start, end, new in edits:
        text = text[:start] + new + text[end:]
    return text if edits else None
