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


def find_circles(parents: dict[str, list[str]]) -> dict[str, int]:
    """The entries that inherit from themselves through others, each with the number of its circle.

    Tarjan's search for strongly connected components, without recursion: linear in the number of links.
    """
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_keys: list[str] = []
    is_open: set[str] = set()
    circles: dict[str, int] = {}
    for root in parents:
        path = [(root, iter(parents[root]))] if root not in order else []
        while path:
            key, rest = path[-1]
            if key not in order:
                order[key] = lowest[key] = len(order)
                open_keys.append(key)
                is_open.add(key)
            for parent in rest:
                if parent not in order:
                    path.append((parent, iter(parents.get(parent, ()))))
                    break
                if parent in is_open:
                    lowest[key] = min(lowest[key], order[parent])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[key])
                if lowest[key] == order[key]:
                    _close(key, open_keys, is_open, circles)
    return circles


def _close(key: str, open_keys: list[str], is_open: set[str], circles: dict[str, int]) -> None:
    """Take a component off the stack; of more than one entry it is a circle."""
    place = len(open_keys) - 1
    while open_keys[place] != key:
        place -= 1
    members = open_keys[place:]
    del open_keys[place:]
    is_open.difference_update(members)
    if len(members) > 1:
        number = len(circles)
        circles.update(dict.fromkeys(members, number))
