"""Fields that most entries of a kind have and a few lack."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.required import is_in_press, missing_fields
from bibcheck.knowledge.datamodel import CONTAINER_TYPES, Alternatives, read_lists
from bibcheck.rule import Finding, Level, Rule, Scope
from bibcheck.syntax.tree import Entry, Field
from bibcheck.venues.forms import find_identity, read_venue_of

_VENUES = ("journal", "journaltitle", "booktitle", "series")


class InconsistentFields(Rule):
    """Give all entries of one type the fields that most of them have, so that the list reads evenly.

    The entries of one type are compared, and those of one type and venue, if there are at least `fewest` of them. An entry is
    reported if it lacks a field that all others have, or all but a share of at most `few`. Works in press, eprints without a
    journal and fields that may be inherited from another file are not reported. `fields` lists what is compared; `|` stands
    between fields of which one is enough.

    Bad, with fewest = 5, few = 0.2:

        @article{a, journal = {The Computer Journal}, volume = 1}
        @article{b, journal = {The Computer Journal}, volume = 2}
        @article{c, journal = {The Computer Journal}, volume = 3}
        @article{d, journal = {The Computer Journal}, volume = 4}
        @article{e, journal = {The Computer Journal}}
                 ^

    Good, with fewest = 5, few = 0.2:

        @article{a, journal = {The Computer Journal}, volume = 1}
        @article{b, journal = {The Computer Journal}, volume = 2}
        @article{c, journal = {The Computer Journal}, volume = 3}
        @article{d, journal = {The Computer Journal}}
        @article{e, journal = {The Computer Journal}}
    """

    level = Level.OFF
    scope = Scope.FILE

    fewest: int = 10
    few: float = 0.1
    fields: tuple[str, ...] = (
        "volume",
        "number",
        "pages|eid|articleno",
        "publisher",
        "address|location",
        "editor",
        "series",
        "month|date",
        "isbn",
        "issn",
    )

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        wanted = read_lists(self.fields).get("*", ())
        groups: dict[tuple[str, str], list[Entry]] = {}
        for entry in bib.entries:
            if entry.type in CONTAINER_TYPES or entry.fault is not None or _is_early(entry):
                continue
            groups.setdefault((entry.type, ""), []).append(entry)
            if venue := _venue(bib, entry):
                groups.setdefault((entry.type, venue), []).append(entry)
        reported: set[tuple[int, tuple[str, ...]]] = set()
        missing: dict[int, list[tuple[str, ...]]] = {}
        for (type, venue), entries in groups.items():
            if len(entries) < self.fewest:
                continue
            for entry, group, count in self._outliers(bib, entries, wanted, missing):
                if (id(entry), group) not in reported:
                    reported.add((id(entry), group))
                    names = " or ".join(f"`{name}`" for name in group)
                    where = " of this venue" if venue else ""
                    message = (
                        f"no {names}, which {len(entries) - count} of {len(entries)} `@{type}` entries{where} have"
                    )
                    yield self.finding(entry, message)

    def _outliers(
        self, bib: Bibliography, entries: list[Entry], wanted: Alternatives, known: dict[int, list[tuple[str, ...]]]
    ) -> Iterator[tuple[Entry, tuple[str, ...], int]]:
        """The entries that lack what most of them have, with what they lack and how many do."""
        lacking: dict[tuple[str, ...], list[Entry]] = {}
        for entry in entries:
            if id(entry) not in known:
                known[id(entry)] = missing_fields(bib, entry, wanted)
            for group in known[id(entry)]:
                lacking.setdefault(group, []).append(entry)
        for group, without in lacking.items():
            if len(without) <= self.few * len(entries):
                for entry in without:
                    yield entry, group, len(without)


def _venue(bib: Bibliography, entry: Entry) -> str:
    """The venue of an entry, equal for all its names; empty where there is none."""
    field = _venue_field(entry)
    if field is None:
        return ""
    return find_identity(bib.venues, field, *read_venue_of(field))[0] or field.value.lower()


def _venue_field(entry: Entry) -> Field | None:
    return next((field for field in map(entry.field, _VENUES) if field and field.value), None)


def _is_early(entry: Entry) -> bool:
    return is_in_press(entry) or (entry.field("eprint") is not None and _venue_field(entry) is None)
