"""Preprints of arXiv that are recorded in several ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule, Scope, Vote
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import insert_after, replace_field
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.arxiv import ArxivId, find_arxiv, is_arxiv_eprint, names_only_arxiv, read_arxiv

_FEWEST = 2  # entries that make a convention
_SHARE = 0.6  # of all preprints
_TYPES = frozenset("misc online unpublished electronic article report techreport preprint".split())
# Fields of something that appeared elsewhere.
_PUBLISHED = ("booktitle", "school", "isbn", "issn", "series")
_JOURNALS = ("journal", "journaltitle")
_ARXIV = pattern(r"[\s{]*+(?:arxiv|corr(?![\w.])|computing research repository)", re.IGNORECASE)
_NAMES = {"bibtex": "archiveprefix", "biblatex": "eprinttype"}
_VALUES = {"bibtex": "arXiv", "biblatex": "arxiv"}
_WAYS = {
    "eprint": "in eprint",
    "doi": "by a DOI",
    "journal": "with arXiv for a journal",
    "url": "by an address",
    "note": "in plain text",
}


class MixedPreprintStyle(Rule):
    """Record preprints in one way: eprint fields, a DOI, the journal, an address or a note.

    A style prints each differently, and only eprint (with archiveprefix or eprinttype) and doi are sure to become a link.
    The way is the one that most preprints of arXiv are recorded in; where none prevails, the rule says nothing. An entry is
    in the first of these ways that it has: one with eprint may have a url as well. One that has the way of most among others
    is left alone. A journal that is nothing but arXiv is reported by preprint-as-journal.

    Bad:

        @misc{a, title = {A}, eprint = {1801.01207}, archiveprefix = {arXiv}}
        @misc{b, title = {B}, eprint = {1706.03762}, archiveprefix = {arXiv}}
        @misc{c, title = {C}, eprint = {1412.6980}, archiveprefix = {arXiv}}
        @misc{d, title = {D}, note = {arXiv:1512.03385}}
                                      ^^^^^^^^^^^^^^^^

    Good:

        @misc{a, title = {A}, eprint = {1801.01207}, archiveprefix = {arXiv}}
        @misc{b, title = {B}, eprint = {1706.03762}, archiveprefix = {arXiv}}
        @misc{c, title = {C}, eprint = {1412.6980}, archiveprefix = {arXiv}}
        @misc{d, title = {D}, eprint = {1512.03385}, archiveprefix = {arXiv}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.PROJECT

    def votes(self, bib: Bibliography) -> Iterator[Vote]:
        found: dict[str, list[_Preprint]] = {}
        for preprint in bib.once(_read_preprints):
            found.setdefault(preprint.way, []).append(preprint)
        for way, preprints in found.items():
            yield self.vote("preprints", way, len(preprints), preprints[0].span)

    def decide(self, votes: Sequence[Vote]) -> _Decision | None:
        counts: Counter[str] = Counter()
        for vote in votes:
            counts[vote.form] += vote.times
        (convention, count), *_ = counts.most_common()
        if count < _FEWEST or count < _SHARE * counts.total() or convention == "journal":
            return None
        example = next(vote for vote in votes if vote.form == convention)
        return _Decision(convention, f"{count} of {counts.total()} are recorded {_WAYS[convention]}", example)

    def speak(self, bib: Bibliography, decisions: Mapping[str, _Decision]) -> Iterator[Finding]:
        for decision in decisions.values():
            for preprint in bib.once(_read_preprints):
                way, field, identifier = preprint.way, preprint.field, preprint.identifier
                if way == "journal" and names_only_arxiv(field.text):
                    continue  # preprint-as-journal says so
                if way != decision.convention and (
                    not field.entry or decision.convention not in _other_ways(field.entry)
                ):
                    edits = _mend(bib.dialect, way, field, identifier) if identifier else {}
                    message = f"a preprint {_WAYS[way]}, where {decision.reason}"
                    related = [decision.example]
                    yield self.finding(preprint.span, message, *edits.get(decision.convention, ()), related=related)


class _Preprint(NamedTuple):
    """A preprint of arXiv: how it is recorded, in which field, and its identifier."""

    way: str
    field: Field
    identifier: ArxivId | None

    @property
    def span(self) -> Span:
        """Where it says so."""
        if self.identifier and self.way == "url":
            return self.field.span(*self.identifier.span)
        return self.field.span(0, len(self.field.text))


class _Decision(NamedTuple):
    """How preprints are to be recorded."""

    convention: str
    reason: str
    example: Vote


def _read_preprints(bib: Bibliography) -> list[_Preprint]:
    if not bib.mentions("arxiv"):
        return []
    found = (_find(entry) for entry in bib.entries if entry.type in _TYPES)
    return [_Preprint(*preprint) for preprint in found if preprint]


def _find(entry: Entry) -> tuple[str, Field, ArxivId | None] | None:
    """How a preprint is recorded, the field that says so, and its identifier, which preprint-as-journal looks for where it
    is in the journal; None for what is no preprint of arXiv.
    """
    journal = next(filter(None, map(entry.field, _JOURNALS)), None)
    if any(map(entry.field, _PUBLISHED)) or (journal and not _ARXIV.match(journal.text)):
        return None
    publisher, doi = entry.field("publisher"), entry.field("doi")
    if publisher and "arxiv" not in publisher.text.lower():
        return None
    eprint = entry.field("eprint")
    if eprint and (identifier := read_arxiv(eprint.text)):
        return ("eprint", eprint, identifier) if is_arxiv_eprint(eprint) else None
    if doi and doi.text.strip():
        identifiers = find_arxiv(doi.text) if "10.48550" in doi.text else []
        return ("doi", doi, identifiers[0]) if identifiers else None
    if journal:
        return "journal", journal, None
    for name in ("url", "howpublished", "note"):
        field = entry.field(name)
        identifiers = find_arxiv(field.text) if field and field.is_literal else []
        if field and identifiers and not identifiers[0].problem:
            return "url" if identifiers[0].kind == "address" else "note", field, identifiers[0]
    return None


def _other_ways(entry: Entry) -> tuple[str, ...]:
    """The ways beside eprint in which an entry is recorded as well."""
    doi = entry.field("doi")
    ways = ["doi"] if doi and "10.48550" in doi.text else []
    for name in ("url", "howpublished", "note"):
        field = entry.field(name)
        for identifier in find_arxiv(field.text) if field else ():
            ways.append("url" if identifier.kind == "address" else "note")
    return tuple(ways)


def _mend(dialect: str, way: str, field: Field, identifier: ArxivId) -> dict[str, tuple[Edit, ...]]:
    """The edits that record a preprint in other ways, by the way."""
    entry = field.entry
    if way == "eprint" or not entry:
        return {}
    version = f"v{identifier.version}" if identifier.version else ""
    eprint = [("eprint", identifier.normal + version)]
    if not entry.field("archiveprefix") and not entry.field("eprinttype"):
        eprint.append((_NAMES[dialect], _VALUES[dialect]))
    doi = [("doi", f"10.48550/arXiv.{identifier.normal}")]
    return {"eprint": _add(field, identifier, way, eprint)} | (
        {"doi": _add(field, identifier, way, doi)} if way != "doi" else {}
    )


def _add(field: Field, identifier: ArxivId, way: str, values: list[tuple[str, str]]) -> tuple[Edit, ...]:
    """Write fields in the place of one that holds nothing but the identifier as text, else after it."""
    rest = field.text[: identifier.lead.start] + field.text[identifier.span.end :]
    if way == "note" and not rest.strip(" {}[].\t\r\n"):
        return (replace_field(field, values),)
    first, *others = [insert_after(field, name, value) for name, value in values]
    return (first._replace(text="".join(edit.text for edit in (first, *others))),)
