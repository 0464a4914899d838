"""The fields by which entries name other entries."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.tree import Field

# BibLaTeX manual, section 2.2.3: all but crossref and xref take lists of keys.
LINK_FIELDS = ("crossref", "xref", "xdata", "related", "entryset")
_KEY = pattern(r"[^\s,](?:[^,]*[^\s,])?")


class Link(NamedTuple):
    """One key that one field names, with its place in the source."""

    field: Field
    target: str
    span: Span


def find_links(bib: Bibliography, *names: str) -> Iterator[Link]:
    """The keys that entries name in the given fields (all of them if none is given)."""
    for field in bib.fields(*(names or LINK_FIELDS)):
        if field.is_known:
            for match in _KEY.finditer(field.text):
                yield Link(field, match[0], field.span(*match.span()))
