"""All files together: facts are judged, votes decided, findings silenced and sorted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter

from bibcheck.bibliography import Bibliography
from bibcheck.engine.check_file import Locator, crash
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.plan import Plan
from bibcheck.engine.silence import silence
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Rule, Scope, Vote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bibcheck.documents.citing import Citing


_PLACE = attrgetter("path", "span")


class Combined(NamedTuple):
    """What the reports of files come to: the findings sorted by path and place, and whether a rule raised."""

    findings: list[Finding]
    crashed: bool


def combine(
    reports: Sequence[FileReport],
    plan: Plan,
    *,
    read: Callable[[str], Bibliography],
    others: Sequence[FileReport] = (),
    context: Callable[[Sequence[Rule]], Iterable[FileReport]] = lambda rules: (),
    citing: Sequence[Citing] = (),
    documents: Collection[str] = (),
) -> Combined:
    """The findings in the files of `reports`; their facts and votes, and those of `others`, are compared.

    `citing` are the documents that cite their entries; the findings in those at the paths `documents` are wanted too.
    `read` gives a file of `reports` again, for rules that speak after a vote. `context` is asked only before a rule says
    that something stands nowhere: it gives what the rules note of the files in which it might stand.
    """
    combination = _Combination(reports, plan, read)
    return combination.combine(others, context, combination.check_documents(citing, documents) if citing else [])


class _Combination:
    def __init__(self, reports: Sequence[FileReport], plan: Plan, read: Callable[[str], Bibliography]) -> None:
        self.reports = reports
        self.plan = plan
        self.read = read
        self.paths = {report.path for report in reports}
        self.crashed = any(report.crashed for report in reports)
        self.crashes: list[Finding] = []

    def check_documents(self, citing: Sequence[Citing], documents: Collection[str]) -> list[Finding]:
        """What rules find where documents and bibliographies meet, once each."""
        wanted = {*self.paths, *documents}
        found: dict[Finding, None] = {}
        for rule in self.plan.rules:
            if type(rule).check_documents is not Rule.check_documents:
                for finding in self._run(rule, citing[0].main, rule.check_documents, citing):
                    if finding.path in wanted and rule.name not in self.plan.ignored(finding.path):
                        found[finding] = None
        return list(found)

    def combine(
        self,
        others: Sequence[FileReport],
        context: Callable[[Sequence[Rule]], Iterable[FileReport]],
        found: list[Finding],
    ) -> Combined:
        plan, all_reports = self.plan, [*self.reports, *others]
        doubtful = [rule for rule in plan.rules if rule.absence and self._judge(rule, all_reports)]
        beside = [report for report in context(doubtful) if report.path not in self.paths] if doubtful else []
        findings = [*found, *(finding for report in self.reports for finding in report.findings)]
        for rule in plan.rules:
            findings += self._judge(rule, [*all_reports, *beside] if rule in doubtful else all_reports)
        for path, decided in self._decide(all_reports).items():
            findings += self._speak(path, decided)
        findings += self.crashes
        findings, idle = silence(findings, self.reports, plan)
        for rule in plan.rules:
            if idle and type(rule).review is not Rule.review:
                spoken = [each for each in idle if rule.name not in plan.ignored(each.path)]
                findings += self._run(rule, "", rule.review, spoken)
        findings.sort(key=lambda finding: (finding.path, finding.span, finding.rule, finding.message))
        return Combined(findings, self.crashed)

    def _judge(self, rule: Rule, reports: Sequence[FileReport]) -> list[Finding]:
        alone = rule.scope is Scope.FILE or not (self.plan.together or rule.absence)
        groups: dict[tuple[str, str], list[Fact]] = {}
        for report in reports:
            for fact in report.facts.get(rule.name, ()):
                groups.setdefault((report.path if alone else "", fact.key), []).append(fact)
        found: list[Finding] = []
        for facts in groups.values():
            if len(facts) >= rule.smallest_group:
                facts.sort(key=_PLACE)
                found += self._run(rule, facts[0].path, rule.judge, facts)
        return [finding for finding in found if finding.path in self.paths]

    def _decide(self, reports: Sequence[FileReport]) -> dict[str, dict[Rule, dict[str, Any]]]:
        """What rules decided on contested keys, by the path of a file that may have an outvoted form."""
        decided: dict[str, dict[Rule, dict[str, Any]]] = {}
        for rule in self.plan.rules:
            if type(rule).votes is Rule.votes:
                continue
            alone = rule.scope is Scope.FILE or not self.plan.together
            groups: dict[tuple[str, str], list[Vote]] = {}
            for report in reports:
                for vote in report.votes.get(rule.name, ()):
                    groups.setdefault((report.path if alone else "", vote.key), []).append(vote)
            for (_, key), votes in groups.items():
                if len({vote.form for vote in votes}) > 1:
                    votes.sort(key=_PLACE)
                    self._note_decision(decided, rule, key, votes)
        return decided

    def _note_decision(
        self, decided: dict[str, dict[Rule, dict[str, Any]]], rule: Rule, key: str, votes: list[Vote]
    ) -> None:
        for decision in self._run(rule, votes[0].path, lambda: [rule.decide(votes)]):
            if isinstance(decision, Finding):
                self.crashes.append(decision)
            elif decision is not None:
                for path in {vote.path for vote in votes} & self.paths:
                    decided.setdefault(path, {}).setdefault(rule, {})[key] = decision

    def _speak(self, path: str, decided: dict[Rule, dict[str, Any]]) -> list[Finding]:
        bib = self.read(path)
        locator = Locator(bib)
        found: list[Finding] = []
        for rule, decisions in decided.items():
            found += self._run(rule, path, rule.speak, bib, decisions)
        return list(map(locator.locate, found))

    def _run(self, rule: Rule, path: str, ask: Callable[..., Iterable[Any]], *about: Any) -> list[Any]:
        """What a rule says up to where it raises, which becomes a finding."""
        rule.path = path
        said: list[Any] = []
        try:
            said.extend(ask(*about))
        except Exception as error:
            self.crashed = True
            said.append(crash(rule, error, path))
        return said
