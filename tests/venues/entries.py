"""The venues of the world, and entries of a few fields to look for them in."""

from __future__ import annotations

from bibcheck.source import Source
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Entry, Field
from bibcheck.venues.recognise import Venues

WORLD = Venues()


def entry_with(fields: str) -> Entry:
    (entry,) = (block for block in parse(Source("a.bib", f"@misc{{k, {fields}}}")).blocks if isinstance(block, Entry))
    return entry


def field_with(fields: str) -> Field:
    """The first of some fields."""
    return entry_with(fields).fields[0]
