"""Workflow commands of GitHub Actions, which shows them as annotations at their lines.

GitHub shows ten annotations of each level for a step. Errors come first; what is over is one annotation that says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from bibcheck.engine.report import Report
from bibcheck.reports.escapes import command_data, command_property
from bibcheck.reports.repository import Repository
from bibcheck.reports.shown import first_findings
from bibcheck.rule import Finding, Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_SHOWN = 10  # of each level (docs.github.com, "Annotations limits")
_RULES_NAMED = 5


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write a command for each finding that GitHub shows, or for all; and one that says how many it does not show."""
    repository = Repository()
    few = [finding for finding, _ in first_findings(result.findings)]
    shown: list[Finding] = []
    for level in (Level.ERROR, Level.WARNING):
        shown += [finding for finding in few if finding.level is level][:_SHOWN]
    written = shown
    if show_all:
        seen = set(map(id, shown))
        written = [*shown, *(finding for finding in result.findings if id(finding) not in seen)]
    for finding in written:
        out.write(_command(result, finding, repository) + "\n")
    if len(shown) < len(result.findings):
        out.write(_rest(result.findings, shown) + "\n")


def _command(result: Report, finding: Finding, repository: Repository) -> str:
    source = result.sources[finding.path]
    start, end = source.place(finding.span.start), source.place(finding.span.end)
    path = repository.path(finding.path)
    properties = {
        "file": path,
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "title": finding.rule,
    }
    listed = ",".join(f"{name}={command_property(str(value))}" for name, value in properties.items())
    said = f"{finding.rule}: {finding.message} ({path}:{start.line}:{start.column})"
    return f"::{finding.level.value} {listed}::{command_data(said)}"


def _rest(findings: Sequence[Finding], shown: Sequence[Finding]) -> str:
    """The annotation that stands for the findings that have none."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    for finding in shown:
        counts[finding.rule] -= 1
    rules = sorted((rule for rule in counts if counts[rule]), key=lambda rule: (-counts[rule], rule))
    named = [f"{counts[rule]:,} of {rule}" for rule in rules[:_RULES_NAMED]]
    if others := rules[_RULES_NAMED:]:
        named.append(f"{sum(counts[rule] for rule in others):,} of {len(others)} other rules")
    text = f"{len(findings) - len(shown):,} more findings have no annotation of their own: {', '.join(named)}"
    return f"::notice title=bibcheck::{command_data(text)}"
