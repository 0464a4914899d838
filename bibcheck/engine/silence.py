"""Findings that a comment in the file or the settings silence, and suppressions that silence nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from bibcheck.engine.file_report import FileReport
from bibcheck.engine.findings import Findings
from bibcheck.engine.plan import Plan
from bibcheck.records import NamedTuple
from bibcheck.rule import Idle
from bibcheck.syntax.suppression import EntrySuppression, Suppression
from bibcheck.text.suggestion import did_you_mean


class InDocuments(NamedTuple):
    """The suppressions of documents by path, and the paths of those where it is known that one silences nothing."""

    by_path: Mapping[str, Sequence[Suppression]]
    judged: Collection[str]


NOT_IN_DOCUMENTS = InDocuments({}, ())
_MOST_HINTS = 50  # different unknown names for which the one that is meant is looked for


def silence(
    findings: Findings, reports: Sequence[FileReport], plan: Plan, in_documents: InDocuments = NOT_IN_DOCUMENTS
) -> tuple[Findings, list[Idle]]:
    """The findings that no suppression silences, and the suppressions that silence none though their rule runs."""
    comments: dict[str, Sequence[Suppression]] = {report.path: report.suppressions for report in reports}
    by_path = {path: _Comments(each) for path, each in {**comments, **in_documents.by_path}.items() if each}
    by_entry: dict[tuple[str, str], list[EntrySuppression]] = {}
    for suppression in plan.entry_suppressions:
        by_entry.setdefault((suppression.key, suppression.name), []).append(suppression)
    if not by_path and not by_entry:
        return findings, []
    used: set[tuple[str, Suppression | EntrySuppression]] = set()
    kept = Findings()
    for finding in findings:
        own = by_path.get(finding.path)
        silencers: list[Suppression | EntrySuppression] = []
        for name in (finding.rule, finding.category):
            if own:
                silencers += own.over(name, finding.span.start)
            silencers += by_entry.get((finding.key, name), ())
        used.update((finding.path if isinstance(each, Suppression) else each.path, each) for each in silencers)
        if not silencers:
            kept.append(finding)
    comments.update((path, in_documents.by_path[path]) for path in in_documents.judged)
    return kept, _find_idle(comments, reports, plan, used)


class _Comments:
    """The suppressions of one file by the name of what they silence, in order of what they are above.

    Those that lie within the part of another one (the comment on a line of a paragraph) are apart from it.
    """

    def __init__(self, suppressions: Sequence[Suppression]) -> None:
        self.whole: dict[str, list[Suppression]] = {}
        self.parts: dict[tuple[str, bool], list[Suppression]] = {}
        for suppression in suppressions:
            if suppression.fault:
                continue
            name, target = suppression.name, suppression.target
            if target is None:
                self.whole.setdefault(name, []).append(suppression)
                continue
            around = self.parts.get((name, False))
            is_inner = bool(around and (last := around[-1].target) and target.end < last.end)
            self.parts.setdefault((name, is_inner), []).append(suppression)
        self.starts = {key: [each.target.start for each in parts if each.target] for key, parts in self.parts.items()}

    def over(self, name: str, place: int) -> list[Suppression]:
        """Those of a name that hold at a place."""
        found = list(self.whole.get(name, ()))
        for key in ((name, False), (name, True)):
            parts = self.parts.get(key, [])
            number = bisect_right(self.starts.get(key, []), place) - 1
            # Several comments may be above one entry.
            while number >= 0 and (target := parts[number].target) and place < max(target.end, target.start + 1):
                found.append(parts[number])
                number -= 1
        return found


def _find_idle(
    comments: Mapping[str, Sequence[Suppression]],
    reports: Sequence[FileReport],
    plan: Plan,
    used: set[tuple[str, Suppression | EntrySuppression]],
) -> list[Idle]:
    known = sorted(plan.known_names)
    hints: dict[str, str] = {}
    running = {name for rule in plan.rules for name in (rule.name, rule.category)}
    idle = []
    for path, suppressions in comments.items():
        for each in suppressions:
            fault = each.fault or ("" if each.name in plan.known_names else "unknown")
            if (path, each) not in used and (each.name in running or fault):
                if fault == "unknown" and each.name not in hints and len(hints) < _MOST_HINTS:
                    hints[each.name] = did_you_mean(each.name, known)
                hint = hints.get(each.name, "")
                idle.append(Idle(each.name, path, each.span, each.removal, fault, hint))
    if plan.entry_suppressions:
        keys = {entry.key for report in reports for entry in report.entries}
        idle += [
            Idle(each.name, each.path, each.span, None)
            for each in plan.entry_suppressions
            if (each.path, each) not in used and each.key in keys and each.name in running
        ]
    return idle
