"""What shows that a file is written for a style with rules of its own."""

from __future__ import annotations

import re

from bibcheck.bibliography import Bibliography
from bibcheck.patterns import pattern

# Fields that only its .bst files know, as the examples in its documentation have them (abntex2-doc-abnt-6023.bib).
_ABNTEX2 = frozenset("urlaccessdate furtherresp contribuidopor org-short illustrated reprinted-from".split())

_EXAMPLE = pattern(r"samp|[a-z]+[-_:]example", re.IGNORECASE)
_MANY_TYPES = 3


def is_for_abntex2(bib: Bibliography) -> bool:
    """Whether a file is for abntex2, whose editions are written in Portuguese, and whose @inbook has a booktitle."""
    return bib.once(_has_abntex2_fields)


def shows_entry_types(bib: Bibliography) -> bool:
    """Whether a file is a style's own example of the entry types that it knows: `book-example`, `inbook-example`."""
    return bib.once(_has_examples_of_types)


def _has_examples_of_types(bib: Bibliography) -> bool:
    if not bib.mentions("example") and not bib.mentions("samp"):
        return False
    shown = {entry.type for entry in bib.entries if entry.type in entry.key.lower() and _EXAMPLE.match(entry.key)}
    return len(shown) >= _MANY_TYPES


def _has_abntex2_fields(bib: Bibliography) -> bool:
    return any(name in _ABNTEX2 or name.startswith("abnt-") for name in bib.field_names)
