"""The keys of a file, as documents see them: what can be cited, and what entries name one another by."""

from __future__ import annotations

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import LINK_FIELDS, find_links
from bibcheck.records import NamedTuple
from bibcheck.source import Span


class EntryKey(NamedTuple):
    """The key of one entry; `aliases` are those that biber takes for it (`ids`), `links` the keys that the entry names."""

    key: str
    span: Span
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    content: tuple[str, ...] = ()  # what the entry says, to compare it with another of the same key


def note_keys(bib: Bibliography) -> tuple[EntryKey, ...]:
    """The keys of a file, in its order."""
    aliases: dict[int, list[str]] = {}
    links: dict[int, list[str]] = {}
    for names, found in ((("ids",), aliases), (LINK_FIELDS, links)):
        for link in find_links(bib, *names):
            found.setdefault(id(link.field.entry), []).append(link.target)
    return tuple(
        EntryKey(
            entry.key,
            entry.anchor,
            tuple(aliases.get(id(entry), ())),
            tuple(links.get(id(entry), ())),
            (entry.type, *(f"{field.name}={field.value}" for field in entry.fields)),
        )
        for entry in bib.entries
        if entry.key
    )
