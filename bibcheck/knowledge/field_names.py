"""What a field name that nobody knows may be meant for."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.knowledge.datamodel import BIBTEX_FIELDS, is_known_field
from bibcheck.text.spelling import count_slips

# What people type by hand. Names of three letters are left out: half the words of three letters are like them.
_MEANT = (
    *sorted(BIBTEX_FIELDS - {"key", "annote"}),
    *("journaltitle", "location", "date", "subtitle", "translator", "isbn", "issn", "eprint"),
    *("eprinttype", "eprintclass", "archiveprefix", "primaryclass"),
)
# What is for readers of the file and for programs, and no style prints.
UNPRINTED_FIELDS = frozenset(
    "abstract annote annotation comment comments file groups keywords keyword mendeley-tags owner tags timestamp".split()
)
_SHORT = 5  # up to here, no slip in the first letter; up to one more, one slip at most
_LONGEST = 20
_WORDS = frozenset(["data", "nota", "notes"])  # which people choose: for notes to themselves, say


@lru_cache(maxsize=4096)
def meant_field(name: str) -> str | None:
    """The field that a misspelled name stands for: `auhtor`, `pubisher`. None for names that are known, and for those that
    somebody chose: with a prefix that takes a field out of use (`xnote`, `oldtitle`) or a number or mark (`author2`).
    """
    if len(name) > _LONGEST or name in _WORDS or is_known_field(name):
        return None
    found = [(slips, meant) for meant in _MEANT if (slips := _slips(name, meant)) is not None]
    found.sort()
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


def _slips(name: str, meant: str) -> int | None:
    """The slips between a name and a field, None where it is not that field misspelled."""
    most = 1 if len(meant) <= _SHORT + 1 else 2
    slips = count_slips(name, meant, most)
    if slips > most or name.endswith(meant) or (len(meant) <= _SHORT and name[0] != meant[0]):
        return None
    if name.startswith(meant) and name not in (meant + "s", meant + meant[-1]):
        return None
    return slips
