"""The findings, by file and rule, each in its entry with what its fix would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.engine.report import Report
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.reports.changes import Change, changed_lines, changes
from bibcheck.reports.html.excerpts import Excerpt, excerpt
from bibcheck.reports.rule_pages import rules_by_name
from bibcheck.rule import Finding, Fix, Level, Related, Rule
from bibcheck.rules.manual import page
from bibcheck.source import Source
from bibcheck.text.contrast import common_ends

_MOST_CHANGES = 3  # of a fix that are shown
_MOST_RELATED = 10
_LONGEST_LINE = 600
_QUOTED = pattern(r"`([^`]*+)`")


class Side(NamedTuple):
    """Lines before or after a fix: what the other side has too, with what it has not between."""

    start: str
    changed: str
    end: str


class ShownFix(NamedTuple):
    """The changes that a fix makes, each before and after it (None: nothing), and how many are not shown."""

    safety: str
    changes: list[tuple[Side | None, Side | None]]
    more: int


class ShownFinding(NamedTuple):
    """A finding. What it says is in parts, of which every second stood in backticks; so is `manual` below.

    `related` are its places with their messages.
    """

    level: str
    said: list[str]
    line: int
    column: int
    key: str
    excerpt: Excerpt
    fix: ShownFix | None
    related: list[tuple[str, int, int, str]]
    more_related: int


class RuleFindings(NamedTuple):
    """The findings of a rule in a file, with the first line of its manual page and what follows."""

    rule: str
    level: str
    manual: list[str]
    more_manual: str
    total: int
    findings: Iterable[ShownFinding]


class FileFindings(NamedTuple):
    """The findings of a file, those of each rule together."""

    path: str
    rules: list[RuleFindings]


def files_with_findings(
    result: Report, findings: Sequence[Finding], bibs: Sequence[Bibliography]
) -> Iterator[FileFindings]:
    """The files in which something was found, in order of their paths; in each, rules with errors first."""
    rules = rules_by_name(result)
    by_path = {bib.path: bib for bib in bibs}
    groups: dict[str, dict[str, list[Finding]]] = {}
    for finding in sorted(findings, key=lambda finding: (finding.path, finding.span)):
        groups.setdefault(finding.path, {}).setdefault(finding.rule, []).append(finding)
    for path, by_rule in groups.items():
        found = sorted(by_rule.items(), key=lambda item: (not _has_errors(item[1]), -len(item[1]), item[0]))
        bib = by_path.get(path)
        yield FileFindings(path, [_of_rule(result, bib, name, rules[name], of_rule) for name, of_rule in found])


def _of_rule(
    result: Report, bib: Bibliography | None, name: str, rule: type[Rule] | None, findings: Sequence[Finding]
) -> RuleFindings:
    first, _, more = page(rule).partition("\n") if rule and rule.__doc__ else ("", "", "")
    level = Level.ERROR if _has_errors(findings) else Level.WARNING
    manual = _QUOTED.split(first) if first else []
    shown = (_finding(result, bib, finding) for finding in findings)
    return RuleFindings(name, level.value, manual, more.strip("\n"), len(findings), shown)


def _has_errors(findings: Sequence[Finding]) -> bool:
    return any(finding.level is Level.ERROR for finding in findings)


def _finding(result: Report, bib: Bibliography | None, finding: Finding) -> ShownFinding:
    source = result.sources[finding.path]
    line, column = source.place(finding.span.start)
    return ShownFinding(
        finding.level.value,
        _QUOTED.split(finding.message),
        line,
        column,
        finding.key,
        excerpt(source, bib.tree.blocks if bib else (), finding.span),
        _fix(source, finding) if finding.edits else None,
        [_place(result, related) for related in finding.related[:_MOST_RELATED]],
        len(finding.related[_MOST_RELATED:]),
    )


def _place(result: Report, related: Related) -> tuple[str, int, int, str]:
    return (related.path, *result.sources[related.path].place(related.span.start), related.message)


def _fix(source: Source, finding: Finding) -> ShownFix:
    made = changes(source, finding.edits)
    safety = Fix.SAFE if finding.safety is Fix.SAFE else Fix.UNSAFE
    return ShownFix(safety.value, [_sides(change) for change in made[:_MOST_CHANGES]], len(made[_MOST_CHANGES:]))


def _sides(change: Change) -> tuple[Side | None, Side | None]:
    before, after = ("\n".join(lines)[:_LONGEST_LINE] for lines in changed_lines(change))
    start, end = common_ends(before, after)
    return _side(before, start, end), _side(after, start, end)


def _side(text: str, start: int, end: int) -> Side | None:
    stop = len(text) - end
    return Side(text[:start], text[start:stop], text[stop:]) if text else None
