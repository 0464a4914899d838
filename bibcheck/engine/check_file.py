"""One file alone: what the rules find in it, and what they note for the comparison with others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from bibcheck.bibliography import Bibliography, block_starts
from bibcheck.engine.file_report import EntryPlace, FileReport
from bibcheck.engine.notes import Notes
from bibcheck.engine.outline import Outline, can_be_outlined, checksum
from bibcheck.engine.plan import Plan
from bibcheck.rule import Fact, Finding, Level, Rule, Scope, Tentative, Vote
from bibcheck.source import Source, Span
from bibcheck.syntax.suppression import read_suppressions
from bibcheck.syntax.tree import Broken, Entry, Field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from bibcheck.bibliography.keys import EntryKey
    from bibcheck.engine.kept_parts import KeptParts

    _Said = TypeVar("_Said", "Finding | Tentative", Fact, Vote)

_NAME_START = attrgetter("name_start")
_SPAN = attrgetter("span")


PART = 500_000  # characters: rules that look at one entry at a time can be shown a file in parts of this size
LARGE = 8_000_000  # characters: in larger files memory is saved, which takes a third more time
_MOST_ENTRIES = 1_000  # of a large file that are read for facts that are made again
_MOST_READ = 30_000  # fields of a large file whose values are kept from one rule to the next


def check_file(source: Source, plan: Plan) -> FileReport:
    """What the rules of a plan make of a file. Never raises for what a rule raises, which becomes a finding."""
    return check_bibliography(plan.read(source), plan)


def check_bibliography(
    bib: Bibliography,
    plan: Plan,
    *,
    in_outline: bool = False,
    looked: Callable[[Bibliography], None] = lambda part: None,
) -> FileReport:
    """What the rules of a plan make of a file that is read already.

    `in_outline` says that of a large file facts may be noted in outline: see engine.outline. `looked` is told of each part
    that is done.
    """
    return Check(bib, plan, in_outline=in_outline).run(looked)


def note_file(source: Source, plan: Plan, rules: Sequence[Rule] | None = None) -> FileReport:
    """What the given rules note of a file whose own findings are not wanted; of all rules where none are given."""
    check = Check(plan.read(source), plan, with_findings=False)
    for number in check.left:
        check.look_at(number, plan.rules if rules is None else rules)
    return check.report()


def make_again(bib: Bibliography, rule: Rule, outline: Outline, keys: set[int]) -> Iterator[Fact]:
    """The facts of an outline that have these keys."""
    entries = [block for number in outline.blocks_of(keys) if isinstance(block := bib.tree.blocks[number], Entry)]
    locator = Locator(bib)
    for start in range(0, len(entries), _MOST_ENTRIES):
        yield from _make_some(bib.part(entries[start : start + _MOST_ENTRIES], Span(0, 0)), rule, keys, locator)


def _make_some(part: Bibliography, rule: Rule, keys: set[int], locator: Locator) -> list[Fact]:
    rule.path = part.path
    values = part.tree.values
    values.by_entry = True
    try:
        return [locator.locate_fact(fact) for fact in rule.facts(part) if checksum(fact.key) in keys]
    finally:
        part.forget()
        values.by_entry = False


class Check:
    """The rules of a plan at work on one file, part by part.

    Rules that look at one entry at a time are shown the parts of the file from number 0 on. Number -1 is the file itself, for
    the rules that must see it whole. There are several parts where it is large, where it is to be checked `in_parts`, and
    where what is said of them is `kept`: then those that are `left` are still to be looked at. Of a large file, nothing stays
    that was read of values, and facts may be noted in outline.
    """

    def __init__(
        self,
        bib: Bibliography,
        plan: Plan,
        *,
        with_findings: bool = True,
        in_outline: bool = False,
        in_parts: bool = False,
        kept: KeptParts | None = None,
    ) -> None:
        self.bib = bib
        self.plan = plan
        self.with_findings = with_findings
        self.is_large = bib.is_large = len(bib.text) >= LARGE
        self.kept = kept
        self.parts = list(bib.parts(kept.size if kept else PART)) if self.is_large or in_parts or kept else [bib]
        self.in_outline = in_outline and self.is_large
        # What is shown a large file whole asks for few fields of each entry.
        bib.tree.values.by_entry = not self.is_large
        self.locator = Locator(bib)
        self.notes = Notes.empty()
        self.left = [number for number in range(-1, len(self.parts)) if not self._take_kept(number)]

    @property
    def characters_left(self) -> int:
        """How much text is still to be looked at."""
        spans = [self.parts[number].span for number in self.left if number >= 0]
        return sum(span.end - span.start for span in spans)

    def run(self, looked: Callable[[Bibliography], None]) -> FileReport:
        """What the rules make of the file. `looked` is told of each part that is done."""
        for number in self.left:
            self.look_at(number, self.plan.rules)
            if number >= 0:
                looked(self.parts[number])
        return self.report()

    def _part(self, number: int) -> Bibliography:
        return self.bib if number < 0 else self.parts[number]

    def _take_kept(self, number: int) -> bool:
        notes = self.kept and self.kept.find(self._part(number))
        if notes:
            self.notes.extend(notes)
        return notes is not None

    def look_at(self, number: int, wanted: Collection[Rule]) -> None:
        """Let those of some rules look at the part of that number which are to be shown it."""
        if not self.kept:
            self._look_at(number, wanted)
            return
        part = self._part(number)
        part.asked = {} if number >= 0 else None
        earlier, self.notes = self.notes, Notes.empty()
        self._look_at(number, wanted)
        if len(wanted) == len(self.plan.rules):
            self.kept.keep(part, self.notes)
        earlier.extend(self.notes)
        self.notes = earlier

    def _look_at(self, number: int, wanted: Collection[Rule]) -> None:
        is_whole = number < 0
        part = self._part(number)
        values = self.bib.tree.values
        values.by_entry = not (is_whole and self.is_large)
        for rule in self.plan.rules_for(self.bib.path):
            if rule in wanted:
                self._ask(rule, part, is_whole=is_whole)
                if is_whole and len(values.read_alone) > _MOST_READ:
                    part.forget()
        if self.is_large:
            part.forget()
            values.by_entry = False
            self.notes.findings.pack()

    def _ask(self, rule: Rule, part: Bibliography, *, is_whole: bool) -> None:
        kind = type(rule)
        if is_whole is rule.whole_file:
            if kind.facts is not Rule.facts:
                self._note(rule, part)
            if kind.votes is not Rule.votes:
                self.notes.votes.setdefault(rule.name, []).extend(self._run(rule, rule.votes, part))
        is_checked = self.with_findings and kind.check is not Rule.check
        if is_checked and is_whole is (rule.whole_file or rule.scope is Scope.FILE):
            for said in self._run(rule, rule.check, part):
                self._take(said)

    def _take(self, said: Finding | Tentative) -> None:
        if isinstance(said, Tentative):
            self.notes.tentative.append(said._replace(finding=self.locator.locate(said.finding)))
        else:
            self.notes.findings.append(self.locator.locate(said))

    def _note(self, rule: Rule, part: Bibliography) -> None:
        if self.in_outline and can_be_outlined(rule):
            outline = self.notes.outlines.setdefault(rule.name, Outline.empty())
            for fact in self._run(rule, rule.facts, part):
                outline.add(fact, self.locator.number_of_block(fact.span))
        else:
            located = map(self.locator.locate_fact, self._run(rule, rule.facts, part))
            self.notes.facts.setdefault(rule.name, []).extend(located)

    def report(self) -> FileReport:
        """What has been found and noted."""
        bib, notes = self.bib, self.notes
        notes.findings.extend(notes.crashes.values())
        return FileReport(
            bib.path,
            tuple(EntryPlace(entry.key, entry.start, entry.end) for entry in bib.entries),
            notes.findings.simplest(),
            {rule: tuple(facts) for rule, facts in notes.facts.items()},
            {rule: tuple(_count_together(votes)) for rule, votes in notes.votes.items()},
            tuple(read_suppressions(bib.tree)) if bib.mentions("bibcheck:") else (),
            bool(notes.crashes),
            _keys(bib) if self.plan.has_documents else (),
            tuple(notes.tentative),
            notes.outlines,
        )

    def _run(self, rule: Rule, ask: Callable[[Bibliography], Iterable[_Said]], part: Bibliography) -> list[_Said]:
        """What a rule says up to where it raises."""
        said: list[_Said] = []
        try:
            said.extend(ask(part))
        except Exception as error:
            self.notes.crashes.setdefault(rule.name, self.locator.locate(crash(rule, error, self.bib.path)))
        return said


def _count_together(votes: Sequence[Vote]) -> Iterable[Vote]:
    """The votes of the parts of a file as if it had not been cut: each form counted once, at its first place."""
    counted: dict[tuple[str, str, Any], Vote] = {}
    for vote in votes:
        same = (vote.key, vote.form, vote.about)
        other = counted.get(same)
        if other:
            vote = min(vote, other, key=_SPAN)._replace(times=vote.times + other.times)
        counted[same] = vote
    return counted.values()


def _keys(bib: Bibliography) -> tuple[EntryKey, ...]:
    from bibcheck.bibliography.keys import note_keys

    return note_keys(bib)


class Locator:
    """Says in which entry and field of a file a finding or a fact stands."""

    def __init__(self, bib: Bibliography) -> None:
        self.blocks = bib.tree.blocks
        self.starts = bib.whole.once(block_starts)

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

    def number_of_block(self, span: Span) -> int:
        """The number of the block in which a span begins; of what is left unread of an entry, that of the entry."""
        number = bisect_right(self.starts, span.start) - 1
        return number - 1 if number > 0 and isinstance(self.blocks[number], Broken) else number

    def _place(self, span: Span) -> tuple[str, str]:
        number = self.number_of_block(span)
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
