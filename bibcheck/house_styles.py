"""What shows that a file is written for a style with rules of its own."""

from __future__ import annotations

from bibcheck.bibliography import Bibliography

# Fields that only its .bst files know, as the examples in its documentation have them (abntex2-doc-abnt-6023.bib).
_ABNTEX2 = frozenset("urlaccessdate furtherresp contribuidopor org-short illustrated reprinted-from".split())


def is_for_abntex2(bib: Bibliography) -> bool:
    """Whether a file is for abntex2, whose editions are written in Portuguese, and whose @inbook has a booktitle."""
    return bib.once(_has_abntex2_fields)


def _has_abntex2_fields(bib: Bibliography) -> bool:
    return any(name in _ABNTEX2 or name.startswith("abnt-") for name in bib.field_names)
