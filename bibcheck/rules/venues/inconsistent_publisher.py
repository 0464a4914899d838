"""Publishers under several names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.publishers import has_legal_form, publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope, times
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import has_bare_quote, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name

# Companies of one house in two countries are two: `Springer Netherlands` and `Springer Berlin Heidelberg`.
_SISTER = pattern(
    r"[ ,](?:Ltd|Limited|Inc|LLC|Netherlands|Berlin Heidelberg|Berlin|Heidelberg|US|USA|U\.S\.|UK|London|New York|Singapore|"
    r"International Publishing|Vienna|Wien|Paris|Milan|Milano|Basel|Boston)\.?\Z"
)


_ABBREVIATED = pattern(r"\bUniv\b")
# `SAGE Publications Sage CA: Los Angeles, CA`, as exports have it
_PLACE_BEFORE_COLON = pattern(r"\b[A-Z]{2}: ")
_UNREAD = pattern("[\ud800-\udfff]")  # bytes that are no UTF-8


class InconsistentPublisher(Rule):
    """Call a publisher by one name throughout a bibliography.

    Names are one publisher if they are known to be (`ACM` and `Association for Computing Machinery`) or equal but for
    letter case and punctuation. Imprints and merged houses keep their own names. Reported is every entry outside the name
    that most have, in a tie outside the one that says more. A name with a legal form (`Elsevier BV`) is not proposed where
    another has none, however many have it.

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

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields("publisher"):
            name, key = _read_publisher(field.text) if field.is_known else ("", "")
            if name and not _UNREAD.search(name):
                # A place after the name (`Springer, Cham`) that stands nowhere else must not be lost.
                is_kept = "," not in name or has_legal_form(name) or _has_address(field)
                whole = replace_value(field, "") if is_kept else None
                about = (name, field.text.strip(), tuple(whole.span) if whole else None)
                yield self.fact(key, field.span(0, len(field.text)), about)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        counts = Counter(fact.about[0] for fact in facts)
        if len(counts) == 1:
            return
        chosen = _choose(counts)
        if _PLACE_BEFORE_COLON.search(chosen):
            return
        elsewhere = [fact for fact in facts if fact.about[0] == chosen]
        plainest = min((fact.about[1] for fact in elsewhere), key=lambda source: source.count("{"))
        is_told = not _SISTER.search(chosen) and not has_bare_quote(plainest)
        for fact in facts:
            name, _, whole = fact.about
            if name != chosen and not (_SISTER.search(name) and _SISTER.search(chosen)):
                # Which of its companies a house is, no other entry can tell.
                edits = [Edit(Span(*whole), plainest)] if whole and is_told else []
                rest = f"`{chosen}` {times(len(elsewhere))}: one publisher under {len(counts)} names"
                yield self.finding(fact, f"`{name}` {times(counts[name])}, and {rest}", *edits, related=elsewhere[:1])


def _has_address(field: Field) -> bool:
    return field.entry is not None and any(map(field.entry.field, ("address", "location")))


@lru_cache(maxsize=4096)  # the same few come again and again
def _read_publisher(text: str) -> tuple[str, str]:
    """A publisher's name without LaTeX, and what it has in common with its other names."""
    name = decode(text).text.strip()
    house = publisher_of(name) if name else None
    return name, house.key if house else fold_name(name)


def _choose(counts: Counter[str]) -> str:
    """The name that most have, in the better letter case: `MIT Press`, be it ever so often `MIT press`. In a tie the one
    without a place, then the one with more diacritics, then the longer one, which says more, and then the first. A legal form
    (`LLC`), a place before a colon, and `Univ.` beside `University` are no choice.
    """

    def rank(name: str) -> tuple[bool, int, bool, int, int]:
        is_sound = not has_legal_form(name) and not _PLACE_BEFORE_COLON.search(name)
        return is_sound, counts[name], not _SISTER.search(name), len(name.encode()) - len(name), len(name)

    most = max([name for name in counts if not _ABBREVIATED.search(name)] or counts, key=rank)
    alike = [name for name in counts if name.lower() == most.lower()]
    return max(alike, key=lambda name: (not name.isupper(), sum(map(str.isupper, name)), counts[name]))
