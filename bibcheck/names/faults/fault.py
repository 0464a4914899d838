"""A fault in a list of names: what kinds there are."""

from __future__ import annotations

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
PLACEHOLDER = "placeholder"


class NameFault(NamedTuple):
    """A fault at `[start:end]` of a list, in the names of the given numbers.

    `said` is what a message needs: the separator, the reason, how many people. `edits` mend it, as (start, end, text) of
    the list; there are none where that takes knowledge. `is_sure` is whether they leave no doubt.
    """

    kind: str
    start: int
    end: int
    names: tuple[int, ...]
    said: str = ""
    edits: tuple[tuple[int, int, str], ...] = ()
    is_sure: bool = True
