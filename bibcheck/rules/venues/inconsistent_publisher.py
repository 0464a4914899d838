"""Publishers under several names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.publishers import has_legal_form, place_within, publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule, Scope, Vote, dominant, tell_forms
from bibcheck.syntax.edits import has_bare_quote, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name, loses_accents

# Companies of one house in two countries are two: `Springer Netherlands` and `Springer Berlin Heidelberg`.
_SISTER = pattern(
    r"[ ,](?:Ltd|Limited|Inc|LLC|Netherlands|Berlin Heidelberg|Berlin|Heidelberg|US|USA|U\.S\.|UK|London|New York|Singapore|"
    r"International Publishing|Vienna|Wien|Paris|Milan|Milano|Basel|Boston)\.?\Z"
)


_SMALL = frozenset("a an and at for in of on the to".split())
_ABBREVIATED = pattern(r"\bUniv\b")
# `SAGE Publications Sage CA: Los Angeles, CA`, as exports have it
_PLACE_BEFORE_COLON = pattern(r"\b[A-Z]{2}: ")
_UNREAD = pattern("[\ud800-\udfff]")  # bytes that are no UTF-8


class InconsistentPublisher(Rule):
    """Call a publisher by one name throughout a bibliography.

    Names are one publisher if they are known to be (`ACM` and `Association for Computing Machinery`) or equal but for
    letter case and punctuation. Imprints and merged houses keep their own names. Reported is every entry outside the name
    that most have, in a tie outside the one that says more. A name with a legal form (`Elsevier BV`) is not proposed where
    another has none, however many have it. A place after a name (`Springer, Cham`) does not count, nor does the publisher
    of an @article, which no style prints.

    Bad:

        @inproceedings{a, publisher = {USENIX Association}}
        @inproceedings{b, publisher = {USENIX Association}}
        @inproceedings{c, publisher = {USENIX}}
                                       ^^^^^^

    Good:

        @inproceedings{a, publisher = {USENIX Association}}
        @inproceedings{b, publisher = {USENIX Association}}
        @inproceedings{c, publisher = {USENIX Association}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.PROJECT

    def votes(self, bib: Bibliography) -> Iterator[Vote]:
        for text, fields in bib.distinct("publisher").items():
            known = list(filter(_is_printed, fields))
            name, key, source = _read_publisher(text)
            if known and key and not _UNREAD.search(name):
                yield self.vote(key, name, len(known), known[0].span(0, len(text)), source)

    def decide(self, votes: Sequence[Vote]) -> _Decision | None:
        counts: Counter[str] = Counter()
        for vote in votes:
            counts[vote.form] += vote.times
        chosen = _choose(counts)
        if _PLACE_BEFORE_COLON.search(chosen):
            return None
        elsewhere = [vote for vote in votes if vote.form == chosen]
        sources = [vote.about for vote in elsewhere if vote.about]
        plainest = min(sources, key=lambda source: source.count("{"), default="")
        is_told = not _SISTER.search(chosen) and not has_bare_quote(plainest)
        return _Decision(chosen, plainest if is_told else "", dict(counts), elsewhere[0])

    def speak(self, bib: Bibliography, decisions: Mapping[str, _Decision]) -> Iterator[Finding]:
        for text, fields in bib.distinct("publisher").items():
            name, key, source = _read_publisher(text)
            decision = decisions.get(key)
            printed = list(filter(_is_printed, fields)) if decision else []
            if not decision or not printed or name == decision.chosen or _UNREAD.search(name):
                continue
            # Which of its companies a house is, no other entry can tell.
            if _SISTER.search(name) and _SISTER.search(decision.chosen):
                continue
            if loses_accents(name, decision.chosen):
                continue
            forms = len(decision.counts)
            remedy = f"one publisher in {forms} forms" if decision.plainest else f"use one of its {forms} forms"
            message = f"{tell_forms(name, decision.chosen, decision.counts)}: {remedy}"
            place = text.strip().removeprefix(source)
            for field in printed:
                # What follows a comma may be a place. If the entry has no address, the fix would lose it.
                is_kept = source and ("," not in name or has_legal_form(name) or _has_address(field))
                edit = replace_value(field, decision.plainest + place) if decision.plainest and is_kept else None
                span = field.span(0, len(field.text))
                yield self.finding(span, message, *([edit] if edit else []), related=[decision.example])


class _Decision(NamedTuple):
    """The name that a publisher is to have."""

    chosen: str  # without LaTeX
    plainest: str  # as it is written; empty where nobody should be told to write it
    counts: dict[str, int]  # how often each name stands there
    example: Vote


def _is_printed(field: Field) -> bool:
    """Whether a publisher is known and printed, which that of an @article is by no style."""
    return field.is_known and not (field.entry and field.entry.type == "article")


def _has_address(field: Field) -> bool:
    return field.entry is not None and any(map(field.entry.field, ("address", "location")))


@lru_cache(maxsize=4096)  # the same few come again and again
def _read_publisher(text: str) -> tuple[str, str, str]:
    """A publisher's name without LaTeX and place, what it has in common with its other names, and its source.

    misplaced-value reports the place. The source is empty if the name and the place cannot be separated in it.
    """
    whole = decode(text).text.strip()
    name = whole.removesuffix(place_within(whole)).rstrip(" ,") or whole
    house = publisher_of(name) if name else None
    source = text.strip() if name == whole else name if text.strip().startswith(name) else ""
    return name, house.key if house else fold_name(name), source


def _choose(counts: Counter[str]) -> str:
    """The name that most have, in the letter case that nine of ten have, or in which it is known, or with more capitals.

    A name is not chosen without the accents that it has elsewhere. In a tie it is a name in its own letter case, then the
    name without a place, then the one with more diacritics, then the longer one, then the first. A name with a legal form
    (`LLC`), one with a place before a colon, and `Univ.` beside `University` are not chosen.
    """

    def rank(name: str) -> tuple[bool, int, bool, bool, int, int]:
        is_sound = not has_legal_form(name) and not _PLACE_BEFORE_COLON.search(name)
        house = publisher_of(name)
        is_cased = not house or name == house.name or name.lower() != house.name.lower()
        return is_sound, counts[name], is_cased, not _SISTER.search(name), len(name.encode()) - len(name), len(name)

    most = max([name for name in counts if not _ABBREVIATED.search(name)] or counts, key=rank)
    if most != dominant(counts):
        most = max([name for name in counts if loses_accents(name, most)], key=rank, default=most)
    alike = {name: count for name, count in counts.items() if name.lower() == most.lower()}
    if often := dominant(alike):
        return often
    known = publisher_of(most)
    if known and (known.name in alike or known.short in alike):
        return known.name if known.name in alike else known.short
    return max(alike, key=lambda name: (not name.isupper(), _count_capitals(name), counts[name], name))


def _count_capitals(name: str) -> int:
    """The capitals of a name, but for those of words that have none within a name: `and The University`."""
    return sum(sum(map(str.isupper, word)) for word in name.split() if word.lower() not in _SMALL)
