"""Web pages without the date on which they were read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.doi import find_dois
from bibcheck.values.misplaced import WEB_ADDRESS, find_address

_WEB_TYPES = frozenset("online electronic www webpage".split())
_READ_ON = ("urldate", "lastaccessed", "lastchecked", "accessed", "visited", "lastvisited")
_SAYS_WHEN = pattern(
    r"access|visit|retriev|consult|download|last.{0,12}check|viewed|abgerufen|besucht|zugriff|acesso|consulté|\d{4}",
    re.IGNORECASE,
)
# Where the address may stand; in a file for BibTeX it is often a note.
_PLACES = ("url", "howpublished", "eprint", "note", "addendum")
# What makes a @misc more than a web page.
_PUBLISHED = ("doi", "publisher", "isbn", "journal", "booktitle")


class MissingUrldate(Rule):
    """Reports web pages without the date on which they were read, because pages change.

    Judged are @online and a @misc that is nothing but an address, in url, howpublished or note, without urldate, lastaccessed
    or a note that gives the date.

    Bad:

        @online{maeda, title = {Kernel Mode Linux}, url = {https://www.linuxjournal.com/article/6516}}

    Good:

        @online{maeda, title = {Kernel Mode Linux}, url = {https://www.linuxjournal.com/article/6516}, urldate = {2020-05-03}}
    """

    level = Level.OFF

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields(*_PLACES):
            entry = field.entry
            if entry is None or field is not _find_address(entry):
                continue
            # What follows a fault is unread.
            if entry.fault is None and _is_web_page(entry) and not _says_when(entry):
                yield self.finding(field, "no date on which the page was read; add urldate")


def _find_address(entry: Entry) -> Field | None:
    """The field with the address of the page."""
    return next((field for field in map(entry.field, _PLACES) if field and _is_address(field)), None)


def _is_address(field: Field) -> bool:
    if field.name in ("note", "addendum"):
        return find_address(field.text) is not None
    if field.name == "eprint":
        return WEB_ADDRESS.match(field.text) is not None and not find_dois(field.text)
    return any(mark in field.text for mark in ("://", "\\url", "www."))


def _is_web_page(entry: Entry) -> bool:
    if entry.type != "misc":
        return entry.type in _WEB_TYPES
    eprint = entry.field("eprint")
    return not any(map(entry.field, _PUBLISHED)) and (eprint is None or _is_address(eprint))


def _says_when(entry: Entry) -> bool:
    if any(map(entry.field, _READ_ON)):
        return True
    notes = (entry.field("note"), entry.field("howpublished"), entry.field("addendum"))
    return any(note and _SAYS_WHEN.search(note.text) for note in notes)
