"""Venues in lower case among venues in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule, Scope, Vote
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.venues.recognise import Venues

_FEWEST = 5  # venues that make a convention
_SHARE = 0.8  # of the venues, and of the entries
_WORD = pattern(r"(?<![\\\w{'’-])[A-Za-z]{2,40}+(?![\w}])")
_SMALL = frozenset("an and as at by for from in into its of on or the their to via with".split())
# A name in another language is in capitals by other rules.
_FOREIGN = pattern(r"(?i)[^\x00-\x7f]|\b(?:das|de|del|della|der|des|di|die|du|et|fuer|la|le|les|und|van|voor)\b")


class MixedVenueCase(Rule):
    """Write the names of venues with the capitals that they have, where the bibliography does.

    Search engines give `International conference on big data`, and BibTeX prints it so, among names in capitals. Reported are
    venues that are known and otherwise in capitals, where four of five venues have them. One that stands in both ways is the
    business of inconsistent-venue. Nothing is said of names in other languages than English, nor of a subtitle.

    Bad:

        @article{a, journal = {Physical Review Letters}}
        @article{b, journal = {Journal of Chemical Physics}}
        @article{c, journal = {Communications of the ACM}}
        @article{d, journal = {Optics Letters}}
        @article{e, journal = {Nature Methods}}
        @inproceedings{f, booktitle = {International conference on machine learning}}
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{a, journal = {Physical Review Letters}}
        @article{b, journal = {Journal of Chemical Physics}}
        @article{c, journal = {Communications of the ACM}}
        @article{d, journal = {Optics Letters}}
        @article{e, journal = {Nature Methods}}
        @inproceedings{f, booktitle = {International Conference on Machine Learning}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.PROJECT

    def votes(self, bib: Bibliography) -> Iterator[Vote]:
        for venue, fields in bib.once(_read_venues).items():
            yield self.vote("venues", venue.case, len(fields), fields[0].span(0, len(fields[0].text)), venue.id)

    def decide(self, votes: Sequence[Vote]) -> _Decision | None:
        venues = Counter(case for case, _ in {(vote.form, vote.about) for vote in votes})
        entries: Counter[str] = Counter()
        for vote in votes:
            entries[vote.form] += vote.times
        most = venues["capitals"]
        if most < max(_FEWEST, _SHARE * venues.total()) or entries["capitals"] < _SHARE * entries.total():
            return None
        capitals = [vote for vote in votes if vote.form == "capitals"]
        reason = f"{most} of {venues.total()} venues have their capitals"
        return _Decision(reason, frozenset(vote.about for vote in capitals), capitals[0])

    def speak(self, bib: Bibliography, decisions: Mapping[str, _Decision]) -> Iterator[Finding]:
        decision = decisions["venues"]
        for venue, fields in bib.once(_read_venues).items():
            if venue.case == "lower case" and venue.id not in decision.in_capitals:
                for field in fields:
                    edits = [replace(field, start, end, word) for start, end, word in _capitals(field, venue.words)]
                    span = field.span(0, len(field.text))
                    message = f"`{decode(field.text).text.strip()}` in lower case, where {decision.reason}"
                    yield self.finding(span, message, *edits, related=[decision.example])


class _Venue(NamedTuple):
    """A venue that is known, and the letter case of its name."""

    id: str
    case: str  # "capitals" or "lower case"
    words: tuple[tuple[str, str], ...]  # those in lower case, each with its own letter case


class _Decision(NamedTuple):
    """That venues are to have their capitals."""

    reason: str
    in_capitals: frozenset[str]  # venues that have them somewhere
    example: Vote


def _read_venues(bib: Bibliography) -> dict[_Venue, list[Field]]:
    found: dict[_Venue, list[Field]] = {}
    for field in bib.fields("journal", "journaltitle", "booktitle"):
        if field.is_known and (venue := _read(bib.venues, field)):
            found.setdefault(venue, []).append(field)
    return found


def _read(venues: Venues, field: Field) -> _Venue | None:
    name = decode(field.text).text.partition(":")[0]
    _, *words = _WORD.findall(name) or [""]
    known = venues.recognise_field(field) if words and not _FOREIGN.search(name) else None
    if not known or not known.is_sure:
        return None
    theirs = _own_words(known.venue.names)
    words = [word for word in words if word.lower() in theirs]
    lower = tuple((word, theirs[word]) for word in words if word.islower())
    if not words or 0 < 2 * len(lower) < len(words):
        return None
    return _Venue(known.venue.id, "lower case" if lower else "capitals", lower)


@lru_cache(maxsize=1024)
def _own_words(names: Sequence[str]) -> Mapping[str, str]:
    """The words of a venue's names that have a capital in all of them, by their lower case."""
    words = [word for name in names for word in _WORD.findall(name)]
    small = _SMALL.union(word for word in words if word.islower())
    return {word.lower(): word for word in reversed(words) if word.lower() not in small}


def _capitals(field: Field, words: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Where in a field's text the words are, and how they are written."""
    cased = dict(words)
    for match in _WORD.finditer(field.text.partition(":")[0]):
        if match[0] in cased:
            yield *match.span(), cased[match[0]]
