"""What keeps a list of names from being read as the people it was meant to name.

A name has one fault at most, of one kind, so that rules that look for kinds do not report one defect twice.
"""

from __future__ import annotations

from bibcheck.names.faults.fault import NameFault
from bibcheck.names.faults.triggers import may_be_faulty
from bibcheck.names.parse import Name


def find_name_faults(text: str, names: tuple[Name, ...], dialect: str = "bibtex") -> list[NameFault]:
    """The faults of a list, given its names as read in that dialect; in the order of the names."""
    if not may_be_faulty(text, names):
        return []
    from bibcheck.names.faults.search import search  # most files need none of it

    return search(text, names, dialect)
