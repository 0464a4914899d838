"""Cross-references to entries that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_links
from bibcheck.bibliography.xdata import find_parts
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.source import Span
from bibcheck.syntax.parser import lower_ascii
from bibcheck.text.suggestion import Suggestions

_MANY = 3  # links of one file, beyond which all its parents may be in a file that is out of sight


class UndefinedCrossref(Rule):
    """Name entries that exist in crossref, xref, xdata, related and entryset.

    Every file of the project counts. BibTeX ignores the letter case of such a key, biber does not. A file with more than
    three of such links, none of which leads anywhere, gets one finding: its parents are in a file that is not checked.
    Parts of other entries (`xdata=key-title`) are looked up too, with the field and the place in its list.

    Bad:

        @inproceedings{knuth84, title = {T}, crossref = {icalp84}}
                                                         ^^^^^^^

    Good:

        @inproceedings{knuth84, title = {T}, crossref = {icalp84}}
        @proceedings{icalp84, title = {Automata, Languages and Programming}}
    """

    level = Level.ERROR
    scope = Scope.PROJECT
    absence = True
    whole_file = True

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        keys = {lower_ascii(entry.key) for entry in bib.entries}
        suggestions = Suggestions(entry.key for entry in bib.entries)
        for link in find_links(bib):
            hint = "" if lower_ascii(link.target) in keys else suggestions.hint(link.target)
            yield self.fact("", link.span, _Link(link.target, link.field.name, bib.dialect, hint))
        for part in find_parts(bib):
            if part.fault:
                yield self.fact("", part.span, _BadPart(part.written, part.fault))
            else:
                yield self.fact("", part.span, _Link(part.target, part.written, bib.dialect, ""))
        names = [entry.key for entry in bib.entries] + [alias.target for alias in find_links(bib, "ids")]
        if names:
            yield self.fact("", Span(0, 0), _Keys(tuple(names)))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        keys = _keys_in(facts)
        links: dict[str, list[Fact]] = {}
        for fact in facts:
            if isinstance(fact.about, _BadPart):
                written, fault = fact.about
                yield self.finding(fact, f"`{written}` is printed as it stands: {fault}")
            elif isinstance(fact.about, _Link):
                links.setdefault(fact.path, []).append(fact)
        for own in links.values():
            lost = [fact for fact in own if lower_ascii(fact.about.target) not in keys]
            if len(lost) > _MANY and len(lost) == len(own):
                target, field, _, _ = lost[0].about
                others = f"and {len(lost) - 1} more links lead nowhere either"
                message = (
                    f"{field} names `{target}`, which is no entry, {others}: check the file of the parents as well"
                )
                yield self.finding(lost[0], message, stands_for="the file")
                continue
            for fact in own:
                yield from self._judge_link(fact, keys.get(lower_ascii(fact.about.target)))

    def _judge_link(self, fact: Fact, found: set[str] | None) -> Iterator[Finding]:
        target, field, dialect, hint = fact.about
        if not found:
            yield self.finding(
                fact, f"{field} names `{target}`, which is no entry{hint or ': add it, or remove the link'}"
            )
        elif target not in found and dialect == "biblatex":
            message = f"{field} names `{target}`, but the entry is `{min(found)}`: for biber letter case counts"
            yield self.finding(fact, message)

    def sought(self, facts: Sequence[Fact]) -> Iterator[str]:
        keys = _keys_in(facts)
        for fact in facts:
            if isinstance(fact.about, _Link) and lower_ascii(fact.about.target) not in keys:
                yield lower_ascii(fact.about.target)
        # Behind `ids`, a key may be put together of pieces.
        yield from ("ids=", "ids =")


class _Link(NamedTuple):
    """A cite key that an entry names, in which field, and what may be meant if there is no such entry."""

    target: str
    field: str  # or, of a piece of another entry, as it is written
    dialect: str
    hint: str


class _BadPart(NamedTuple):
    """What was to be a piece of another entry, and why it is not."""

    written: str
    fault: str


class _Keys(NamedTuple):
    """The cite keys and aliases of a file."""

    names: tuple[str, ...]


def _keys_in(facts: Sequence[Fact]) -> dict[str, set[str]]:
    """The cite keys of all files as they are written, by what they are in lower case."""
    keys: dict[str, set[str]] = {}
    for fact in facts:
        for name in fact.about.names if isinstance(fact.about, _Keys) else ():
            keys.setdefault(lower_ascii(name), set()).add(name)
    return keys
