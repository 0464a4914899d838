"""Children that repeat what they inherit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_links
from bibcheck.knowledge.entry_types import WHOLE_TYPES
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import delete_field
from bibcheck.syntax.parser import lower_ascii

# What both have by nature, or what biber does not hand down.
_OWN = frozenset("crossref xref xdata key keywords abstract note title ids entryset label sortkey shorthand".split())


class RepeatedInheritance(Rule):
    """Leave out of an entry what its crossref parent says already.

    This is a house policy: repeating does no harm to the printed reference, but the copies drift apart.

    Bad:

        @inproceedings{knuth84, title = {T}, year = {1984}, crossref = {icalp84}}
                                                    ^^^^^^
        @proceedings{icalp84, title = {Automata}, year = {1984}}

    Good:

        @inproceedings{knuth84, title = {T}, crossref = {icalp84}}
        @proceedings{icalp84, title = {Automata}, year = {1984}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE
    scope = Scope.PROJECT
    whole_file = True
    smallest_group = 2

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for link in find_links(bib, "crossref"):
            exact = link.target if bib.dialect == "biblatex" else ""  # for biber letter case counts
            assert link.field.entry
            for field in link.field.entry.fields:
                if field.name not in _OWN and field.value:
                    about = _Child(field.name, field.value, delete_field(field).span, exact)
                    yield self.fact(lower_ascii(link.target), field, about)
        has_children = bool(bib.fields("crossref"))
        for entry in bib.entries:
            # Others may have their children in other files.
            if not has_children and entry.type not in WHOLE_TYPES:
                continue
            values = tuple((field.name, field.value) for field in entry.fields)
            yield self.fact(lower_ascii(entry.key), entry, _Parent(entry.key, values))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        parent = next((fact for fact in facts if isinstance(fact.about, _Parent)), None)
        values = dict(parent.about.values) if parent else {}
        for fact in facts:
            if not parent or not isinstance(fact.about, _Child) or fact.entry in (parent.entry, values.get("crossref")):
                continue  # one that inherits from itself would lose what is taken out
            name, value, deletion, exact = fact.about
            if values.get(name) == value and exact in ("", parent.about.key):
                message = f"{name} `{value}` is inherited from `{parent.about.key}` already"
                yield self.finding(fact, message, Edit(deletion, ""), related=[parent])


class _Child(NamedTuple):
    """A field of an entry that inherits."""

    field: str
    value: str
    deletion: Span
    exact: str  # the key of the parent where letter case counts, else empty


class _Parent(NamedTuple):
    """What an entry can hand down: the names and values of its fields."""

    key: str
    values: tuple[tuple[str, str], ...]
