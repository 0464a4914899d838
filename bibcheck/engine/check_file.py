"""One file alone: what the rules find in it, and what they note for the comparison with others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter

from bibcheck.bibliography import Bibliography, block_starts
from bibcheck.engine.file_report import EntryPlace, FileReport
from bibcheck.engine.plan import Plan
from bibcheck.rule import Fact, Finding, Level, Rule, Vote
from bibcheck.source import Source, Span
from bibcheck.syntax.suppression import read_suppressions
from bibcheck.syntax.tree import Broken, Entry, Field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from bibcheck.bibliography.keys import EntryKey

    _Said = TypeVar("_Said", Finding, Fact, Vote)

_NAME_START = attrgetter("name_start")


def check_file(source: Source, plan: Plan) -> FileReport:
    """What the rules of a plan make of a file. Never raises for what a rule raises, which becomes a finding."""
    return check_bibliography(plan.read(source), plan)


def check_bibliography(bib: Bibliography, plan: Plan) -> FileReport:
    """What the rules of a plan make of a file that is read already."""
    return _Check(bib, plan).report(set(plan.rules), with_findings=True)


def note_file(source: Source, plan: Plan, rules: Sequence[Rule] | None = None) -> FileReport:
    """What the given rules note of a file whose own findings are not wanted; of all rules where none are given."""
    return _Check(plan.read(source), plan).report(set(plan.rules if rules is None else rules), with_findings=False)


class _Check:
    """The rules of a plan at work on one file."""

    def __init__(self, bib: Bibliography, plan: Plan) -> None:
        self.bib = bib
        self.plan = plan
        self.locator = Locator(bib)
        self.crashes: list[Finding] = []

    def report(self, wanted: Collection[Rule], *, with_findings: bool) -> FileReport:
        """The report of the file by those rules that are wanted."""
        bib = self.bib
        facts: dict[str, tuple[Fact, ...]] = {}
        votes: dict[str, tuple[Vote, ...]] = {}
        findings: list[Finding] = []
        for rule in self.plan.rules_for(bib.path):
            if rule not in wanted:
                continue
            kind = type(rule)
            if kind.facts is not Rule.facts:
                facts[rule.name] = tuple(map(self.locator.locate_fact, self._run(rule, rule.facts)))
            if kind.votes is not Rule.votes:
                votes[rule.name] = tuple(self._run(rule, rule.votes))
            if with_findings and kind.check is not Rule.check:
                findings += map(self.locator.locate, self._run(rule, rule.check))
        return FileReport(
            bib.path,
            tuple(EntryPlace(entry.key, entry.start, entry.end) for entry in bib.entries),
            tuple(findings + self.crashes),
            facts,
            votes,
            tuple(read_suppressions(bib.tree)) if bib.mentions("bibcheck:") else (),
            bool(self.crashes),
            _keys(bib) if self.plan.has_documents else (),
        )

    def _run(self, rule: Rule, ask: Callable[[Bibliography], Iterable[_Said]]) -> list[_Said]:
        """What a rule says up to where it raises."""
        said: list[_Said] = []
        try:
            said.extend(ask(self.bib))
        except Exception as error:
            self.crashes.append(self.locator.locate(crash(rule, error, self.bib.path)))
        return said


def _keys(bib: Bibliography) -> tuple[EntryKey, ...]:
    from bibcheck.bibliography.keys import note_keys

    return note_keys(bib)


class Locator:
    """Says in which entry and field of a file a finding or a fact stands."""

    def __init__(self, bib: Bibliography) -> None:
        self.blocks = bib.tree.blocks
        self.starts = bib.once(block_starts)

    def locate(self, finding: Finding) -> Finding:
        """The finding with its entry and field, where it stands in any."""
        if finding.key and finding.field:
            return finding
        key, field = self._place(finding.span)
        if not key and not field:
            return finding
        return finding._replace(key=finding.key or key, field=finding.field or field)

    def locate_fact(self, fact: Fact) -> Fact:
        """The fact with its entry and field, where it stands in any."""
        if fact.entry:
            return fact
        key, field = self._place(fact.span)
        return fact._replace(entry=key, field=field) if key or field else fact

    def _place(self, span: Span) -> tuple[str, str]:
        number = bisect_right(self.starts, span.start) - 1
        if number > 0 and isinstance(self.blocks[number], Broken):
            number -= 1
        block = self.blocks[number] if number >= 0 else None
        if not isinstance(block, Entry):
            return "", ""
        if not block.fields or span.start < block.fields[0].start:
            return block.key, ""
        field = _field_around(block, span)
        return block.key, field.name if field else ""


def _field_around(entry: Entry, span: Span) -> Field | None:
    number = bisect_right(entry.fields, span.start, key=_NAME_START) - 1
    if number < 0:
        return None
    field = entry.fields[number]
    end = field.value_end
    return field if span.start <= end and span.start < max(span.end, end) else None


def crash(rule: Rule, error: Exception, path: str) -> Finding:
    """What a rule raised, as a finding."""
    entry = _entry_at_hand(error)
    where = f" on {entry.key}" if entry else ""
    message = f"internal error in {rule.name}{where}, please report ({type(error).__name__}: {error})"
    span = entry.anchor if entry else Span(0, 0)
    return Finding(rule.name, rule.category, Level.ERROR, path, span, message)


def _entry_at_hand(error: Exception) -> Entry | None:
    """The entry that a rule was looking at when it raised, as the variables of its own frames have it."""
    found: Entry | None = None
    traceback = error.__traceback__
    while traceback is not None:
        values: list[Any] = list(traceback.tb_frame.f_locals.values())
        for value in values:
            if isinstance(value, Field) and value.entry is not None:
                found = value.entry
            elif isinstance(value, Entry):
                found = value
        traceback = traceback.tb_next
    return found
