"""All files together: facts are judged, votes decided, findings silenced and sorted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from bibcheck.bibliography import Bibliography
from bibcheck.engine.check_file import Locator, crash, make_again
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.findings import Findings
from bibcheck.engine.groups import by_place, group_by_key, in_pieces, judge_piece
from bibcheck.engine.outline import Outline, contested, group_by_checksum, in_lots
from bibcheck.engine.plan import Plan
from bibcheck.engine.silence import NOT_IN_DOCUMENTS, InDocuments, silence
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Rule, Scope, Vote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bibcheck.documents.citing import Citing


class Combined(NamedTuple):
    """What the reports of files come to: the findings sorted by path and place, and whether a rule raised."""

    findings: Sequence[Finding]
    crashed: bool


def combine(
    reports: Sequence[FileReport],
    plan: Plan,
    *,
    read: Callable[[str], Bibliography],
    others: Sequence[FileReport] = (),
    context: Callable[[Sequence[Rule], Collection[str]], Iterable[FileReport]] = lambda rules, sought: (),
    decided: Mapping[Rule, Mapping[str, Any]] | None = None,
    citing: Sequence[Citing] = (),
    documents: Collection[str] = (),
) -> Combined:
    """The findings in the files of `reports`; their facts and votes, and those of `others`, are compared.

    `citing` are the documents that cite their entries; the findings in those at the paths `documents` are wanted too.
    `read` gives a file of `reports` again, for rules that speak after a vote. `context` is called only before a rule reports
    that something is missing: it returns the facts of the files that contain one of the sought texts, or of all files where
    none is sought. `decided` is what was decided elsewhere, for all files of `reports`, by rule and key.
    """
    combination = _Combination(reports, plan, read)
    if citing:
        combination.check_documents(citing, documents)
    return combination.combine(others, context, decided or {})


def judges_alone(rule: Rule, plan: Plan) -> bool:
    """Whether a rule judges the facts of each file apart."""
    return rule.scope is Scope.FILE or not (plan.together or rule.absence)


def decides_alone(rule: Rule, plan: Plan) -> bool:
    """Whether a rule decides on the votes of each file apart."""
    return rule.scope is Scope.FILE or not plan.together


def hear(rule: Rule, path: str, ask: Callable[..., Iterable[Any]], *about: Any) -> tuple[list[Any], bool]:
    """What a rule says up to where it raises, which becomes a finding; and whether it has."""
    rule.path = path
    said: list[Any] = []
    try:
        said.extend(ask(*about))
    except Exception as error:
        said.append(crash(rule, error, path))
        return said, True
    return said, False


class _Combination:
    def __init__(self, reports: Sequence[FileReport], plan: Plan, read: Callable[[str], Bibliography]) -> None:
        self.reports = reports
        self.plan = plan
        self.read = read
        self.paths = {report.path for report in reports}
        self.crashed = any(report.crashed for report in reports)
        self.crashes: list[Finding] = []
        self.of_documents: list[Finding] = []
        self.in_documents = NOT_IN_DOCUMENTS

    def check_documents(self, citing: Sequence[Citing], documents: Collection[str]) -> None:
        """Note what rules find where documents and bibliographies meet, once each, and what comments in documents silence."""
        wanted = {*self.paths, *documents}
        found: dict[Finding, None] = {}
        for rule in self.plan.rules:
            if type(rule).check_documents is not Rule.check_documents:
                for finding in self._run(rule, citing[0].main, rule.check_documents, citing):
                    if finding.path in wanted and rule.name not in self.plan.ignored(finding.path):
                        found[finding] = None
        self.of_documents = list(found)
        comments = {each.path: each.suppressions for one in citing for each in one.documents if each.suppressions}
        doubtful = {each.path for one in citing for each in one.documents if not (one.is_whole and one.is_complete)}
        self.in_documents = InDocuments(comments, (wanted & comments.keys()) - doubtful)

    def combine(
        self,
        others: Sequence[FileReport],
        context: Callable[[Sequence[Rule], Collection[str]], Iterable[FileReport]],
        decided_elsewhere: Mapping[Rule, Mapping[str, Any]],
    ) -> Combined:
        plan, all_reports = self.plan, [*self.reports, *others]
        sought: set[str] = set()
        doubtful = [rule for rule in plan.rules if rule.absence and self._doubts(rule, all_reports, sought)]
        beside = [report for report in context(doubtful, sought) if report.path not in self.paths] if doubtful else []
        findings = Findings()
        for found in (self.of_documents, *(report.findings for report in self.reports)):
            findings.extend(found)
        for rule in plan.rules:
            findings.extend(self._judge(rule, [*all_reports, *beside] if rule in doubtful else all_reports))
        for path, decided in self._decide(all_reports).items():
            findings.extend(self._speak(path, decided))
        if decided_elsewhere:
            for report in self.reports:
                findings.extend(self._speak(report.path, decided_elsewhere))
        findings.extend(self.crashes)
        findings.extend(self._confirmed(findings))
        findings, idle = silence(findings, self.reports, plan, self.in_documents)
        for rule in plan.rules:
            if idle and type(rule).review is not Rule.review:
                spoken = [each for each in idle if rule.name not in plan.ignored(each.path)]
                findings.extend(self._run(rule, "", rule.review, spoken))
        return Combined(findings.simplest(), self.crashed)

    def _doubts(self, rule: Rule, reports: Sequence[FileReport], sought: set[str]) -> bool:
        """Whether a rule says that something stands nowhere. Adds to `sought` what tells files in which it may stand.

        `sought` holds the empty text where all files are to be read.
        """
        doubts = False
        for _, facts in self._pieces(rule, reports):
            if any(finding.path in self.paths for finding in self._run(rule, facts[0].path, rule.judge, facts)):
                doubts = True
                sought.update(list(rule.sought(facts)) or [""])
        return doubts

    def _judge(self, rule: Rule, reports: Sequence[FileReport]) -> Iterator[Finding]:
        for first, facts in self._pieces(rule, reports):
            for finding in self._run(rule, facts[0].path, judge_piece, rule, first, facts):
                if finding.path in self.paths:
                    yield finding

    def _pieces(self, rule: Rule, reports: Sequence[FileReport]) -> Iterator[tuple[Fact | None, list[Fact]]]:
        """The facts that a rule judges together: see `in_pieces`."""
        alone = judges_alone(rule, self.plan)
        for batch in [[report] for report in reports] if alone else [reports]:
            for some in self._facts(rule, batch):
                yield from in_pieces(rule, some)

    def _facts(self, rule: Rule, reports: Sequence[FileReport]) -> Iterator[Iterable[Fact]]:
        """The facts of a rule, in lots of whole groups. Those in outline are made again where they are contested."""
        noted = list(chain.from_iterable(report.facts.get(rule.name, ()) for report in reports))
        if 0 < rule.largest_group < len(noted):
            noted.sort(key=by_place)
        outlines = {report.path: report.outlines[rule.name] for report in reports if rule.name in report.outlines}
        if not outlines:
            yield noted
            return
        keys = contested(rule, [*outlines.values()], noted)
        by_key = group_by_checksum(noted, keys)
        for lot in in_lots(keys, outlines.values()):
            facts = sorted((fact for key in lot for fact in by_key.get(key, ())), key=by_place)
            yield self._with_outlined(rule, facts, outlines, lot)

    def _with_outlined(
        self, rule: Rule, noted: Sequence[Fact], outlines: Mapping[str, Outline], keys: set[int]
    ) -> Iterator[Fact]:
        """Facts, and those in outline that have these keys, file by file."""
        by_path: dict[str, list[Fact]] = {path: [] for path in outlines}
        for fact in noted:
            by_path.setdefault(fact.path, []).append(fact)
        for path in sorted(by_path):
            yield from by_path[path]
            if path in outlines:
                try:
                    yield from make_again(self.read(path), rule, outlines[path], keys)
                except Exception as error:
                    self.crashes.append(crash(rule, error, path))
                    self.crashed = True

    def _confirmed(self, findings: Iterable[Finding]) -> list[Finding]:
        """The tentative findings in whose place nothing was reported."""
        tentative = [each for report in self.reports for each in report.tentative]
        if not tentative:
            return []
        rules = {each.by for each in tentative}
        reported: dict[tuple[str, str], set[int]] = {}
        for finding in findings:
            if finding.rule in rules:
                reported.setdefault((finding.path, finding.rule), set()).add(finding.span.start)
        return [
            finding
            for finding, by, places in tentative
            if not all(place in reported.get((finding.path, by), ()) for place in places)
        ]

    def _decide(self, reports: Sequence[FileReport]) -> dict[str, dict[Rule, dict[str, Any]]]:
        """What rules decided on contested keys, by the path of a file that may have an outvoted form."""
        decided: dict[str, dict[Rule, dict[str, Any]]] = {}
        for rule in self.plan.rules:
            if type(rule).votes is Rule.votes:
                continue
            for batch in [[report] for report in reports] if decides_alone(rule, self.plan) else [reports]:
                for votes in group_by_key(vote for report in batch for vote in report.votes.get(rule.name, ())):
                    if len({vote.form for vote in votes}) > 1:
                        votes.sort(key=by_place)
                        self._note_decision(decided, rule, votes)
        return decided

    def _note_decision(self, decided: dict[str, dict[Rule, dict[str, Any]]], rule: Rule, votes: list[Vote]) -> None:
        for decision in self._run(rule, votes[0].path, lambda: [rule.decide(votes)]):
            if isinstance(decision, Finding):
                self.crashes.append(decision)
            elif decision is not None:
                for path in {vote.path for vote in votes} & self.paths:
                    decided.setdefault(path, {}).setdefault(rule, {})[votes[0].key] = decision

    def _speak(self, path: str, decided: Mapping[Rule, Mapping[str, Any]]) -> list[Finding]:
        bib = self.read(path)
        locator = Locator(bib)
        found: list[Finding] = []
        for rule, decisions in decided.items():
            found += self._run(rule, path, rule.speak, bib, decisions)
            if not bib.tree.values.by_entry:
                bib.forget()
        return list(map(locator.locate, found))

    def _run(self, rule: Rule, path: str, ask: Callable[..., Iterable[Any]], *about: Any) -> list[Any]:
        said, crashed = hear(rule, path, ask, *about)
        self.crashed |= crashed
        return said
