"""The engine: sources in, findings out."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.rules import rule_categories
from bibcheck.source import Source, Span
from bibcheck.syntax.suppression import EntrySuppression, Suppression, read_suppressions
from bibcheck.syntax.tree import Broken, Entry, Field

if TYPE_CHECKING:
    from bibcheck.venues.index import KnownVenue

UNUSED_SUPPRESSION = "unused-suppression"


class Result(NamedTuple):
    """What a run found: findings sorted by path and place, and the files and entries that were looked at."""

    findings: list[Finding]
    sources: dict[str, Source]  # by path; the files named by findings and what they relate to, context included
    files: int
    entries: int
    crashed: bool  # whether a rule raised
    fixed: int = 0  # findings that were there and are fixed


class Linter:
    """Runs rules over files. Give it files one by one; `finish` judges what has to be compared.

    `rules` are run over every file, less those that `ignored(path)` names. `together` says that the files are one project:
    without it, each file is a bibliography of its own, and rules that compare see one at a time. What stands nowhere
    (`Rule.absence`) is looked for in all files even so, and, before it is reported, in those that `context` gives when
    asked: files whose findings are not wanted. `venues` are those of the project's settings.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        *,
        dialect: str | None = None,
        style: str | None = None,
        ignored: Callable[[str], frozenset[str]] = lambda path: frozenset(),
        entry_suppressions: Iterable[EntrySuppression] = (),
        known_names: Iterable[str] = (),
        together: bool = True,
        context: Callable[[], Iterable[Source]] = tuple,
        venues: tuple[KnownVenue, ...] = (),
    ) -> None:
        self.rules = list(rules)
        self.dialect = dialect
        self.style = style
        self.ignored = ignored
        self.entry_suppressions = list(entry_suppressions)
        # Every rule and category, those that do not run included: a suppression of another name is a mistake.
        self.known_names = {*rule_categories(), *rule_categories().values(), *known_names}
        self.together = together
        self.context = context
        self.venues = venues
        self.bibliographies: dict[str, Bibliography] = {}
        self.sources: dict[str, Source] = {}
        self.findings: list[Finding] = []
        self.facts: dict[str, dict[tuple[str, str], list[Fact]]] = {}
        self.crashed = False

    def add(self, source: Source) -> None:
        """Check one file, and take note of its facts."""
        bib = Bibliography(source, self.dialect, self.style)
        self.bibliographies[source.path] = bib
        self._note(bib)
        for rule in self._rules_for(source.path):
            self.findings += self._run(rule, rule.check, bib)

    def add_context(self, source: Source) -> None:
        """Take note of the facts of a file of the project whose findings are not wanted."""
        self._note(Bibliography(source, self.dialect, self.style))

    def finish(self) -> Result:
        """Judge the facts, silence what is suppressed, sort."""
        doubtful = [rule for rule in self.rules if rule.absence and self._judge(rule)]
        if doubtful:
            for source in self.context():
                if source.path not in self.sources:
                    self._note(Bibliography(source, self.dialect, self.style), doubtful)
        for rule in self.rules:
            self.findings += self._judge(rule)
        self._silence()
        self.findings.sort(key=lambda finding: (finding.path, finding.span, finding.rule, finding.message))
        entries = sum(len(bib.entries) for bib in self.bibliographies.values())
        return Result(self.findings, self.sources, len(self.bibliographies), entries, self.crashed)

    def _rules_for(self, path: str) -> Iterator[Rule]:
        ignored = self.ignored(path)
        for rule in self.rules:
            if rule.name not in ignored:
                rule.path = path
                yield rule

    def _note(self, bib: Bibliography, noting: list[Rule] | None = None) -> None:
        """Take the facts of a file, those of all rules that have any or of the given ones."""
        if self.venues or "bibcheck.venues.recognise" in sys.modules:  # else no rule that runs recognises venues
            from bibcheck.venues.recognise import use_own_venues

            use_own_venues(self.venues)
        self.sources[bib.path] = bib.source
        for rule in self._rules_for(bib.path):
            if type(rule).facts is Rule.facts or (noting is not None and rule not in noting):
                continue
            groups = self.facts.setdefault(rule.name, {})
            alone = rule.scope is Scope.FILE or not (self.together or rule.absence)
            try:
                for fact in rule.facts(bib):
                    groups.setdefault((bib.path if alone else "", fact.key), []).append(fact)
            except Exception as error:
                self.findings.append(self._crash(rule, error, bib.path))

    def _judge(self, rule: Rule) -> list[Finding]:
        found: list[Finding] = []
        for facts in self.facts.get(rule.name, {}).values():
            facts.sort(key=attrgetter("path", "span"))
            rule.path = facts[0].path
            found += self._run(rule, rule.judge, facts)
        return [finding for finding in found if finding.path in self.bibliographies]

    def _run(self, rule: Rule, find: Callable[[Any], Iterable[Finding]], what: object) -> list[Finding]:
        """The findings of a rule, with the entries and fields that they stand in; what it raises becomes a finding."""
        found: list[Finding] = []
        try:
            for finding in find(what):
                found.append(self._locate(finding))
        except Exception as error:
            found.append(self._crash(rule, error, rule.path))
        return found

    def _crash(self, rule: Rule, error: Exception, path: str) -> Finding:
        self.crashed = True
        entry = _entry_at_hand(error)
        where = f" on {entry.key}" if entry else ""
        message = f"internal error in {rule.name}{where}, please report ({type(error).__name__}: {error})"
        span = entry.anchor if entry else Span(0, 0)
        return self._locate(Finding(rule.name, rule.category, Level.ERROR, path, span, message))

    def _locate(self, finding: Finding) -> Finding:
        bib = self.bibliographies.get(finding.path)
        if bib is None:
            return finding
        entry = _entry_around(bib, finding.span)
        if entry is None:
            return finding
        field = _field_around(entry, finding.span)
        return finding._replace(key=finding.key or entry.key, field=finding.field or (field.name if field else ""))

    def _silence(self) -> None:
        used: set[object] = set()
        by_path = {path: read_suppressions(bib.tree) for path, bib in self.bibliographies.items()}
        kept = []
        for finding in self.findings:
            silencers = [
                *(s for s in by_path.get(finding.path, ()) if _silences(s, finding)),
                *(s for s in self.entry_suppressions if s.key == finding.key and _names(s.name, finding)),
            ]
            used.update(silencers)
            if not silencers:
                kept.append(finding)
        self.findings = kept
        self._report_unused(by_path, used)

    def _report_unused(self, by_path: dict[str, list[Suppression]], used: set[object]) -> None:
        """Tell the rule that speaks of suppressions which of them silenced nothing, as facts like any other's."""
        rule = next((rule for rule in self.rules if rule.name == UNUSED_SUPPRESSION), None)
        if rule is None:
            return
        running = {name for rule in self.rules for name in (rule.name, rule.category)}
        facts = [
            Fact(s.name, path, s.span, (s.name in self.known_names, tuple(s.comment), s.alone))
            for path, suppressions in by_path.items()
            for s in suppressions
            if s not in used
            and (s.name in running or s.name not in self.known_names)
            and rule.name not in self.ignored(path)
        ]
        keys = {entry.key for bib in self.bibliographies.values() for entry in bib.entries}
        facts += [
            Fact(s.name, s.path, s.span, (True, None, True))
            for s in self.entry_suppressions
            if s not in used and s.key in keys and s.name in running
        ]
        for fact in facts:
            self.findings += self._run(rule, rule.judge, [fact])


def _silences(suppression: Suppression, finding: Finding) -> bool:
    target = suppression.target
    return _names(suppression.name, finding) and (
        target is None or target.start <= finding.span.start < max(target.end, target.start + 1)
    )


def _names(name: str, finding: Finding) -> bool:
    return name in (finding.rule, finding.category)


def _entry_around(bib: Bibliography, span: Span) -> Entry | None:
    blocks = bib.tree.blocks
    number = bisect_right(blocks, span.start, key=attrgetter("start")) - 1
    if number > 0 and isinstance(blocks[number], Broken):
        number -= 1
    block = blocks[number] if number >= 0 else None
    return block if isinstance(block, Entry) else None


def _field_around(entry: Entry, span: Span) -> Field | None:
    for field in entry.fields:
        if field.spans[1][0] <= span.start <= field.spans[2][1] and span.start < max(span.end, field.spans[2][1]):
            return field
    return None


def _entry_at_hand(error: Exception) -> Entry | None:
    """The entry that a rule was looking at when it raised, as the variables of its own frames have it."""
    found = None
    traceback = error.__traceback__
    while traceback is not None:
        for value in traceback.tb_frame.f_locals.values():
            if isinstance(value, Field) and value.entry is not None:
                found = value.entry
            elif isinstance(value, Entry):
                found = value
        traceback = traceback.tb_next
    return found
