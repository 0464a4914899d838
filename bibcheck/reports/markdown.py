"""Markdown for a comment on a pull request or the summary of a job ($GITHUB_STEP_SUMMARY, at most 1 MiB)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from bibcheck.engine.report import Report
from bibcheck.lazy_re import pattern
from bibcheck.reports.escapes import markdown, markdown_code
from bibcheck.reports.repository import Repository
from bibcheck.reports.shown import first_findings
from bibcheck.reports.summary import summary
from bibcheck.reports.terminal.fix_lines import fix_lines
from bibcheck.rule import Finding, Fix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_MOST_BYTES = 1_000_000
_FIX_WIDTH = 160
_QUOTED = pattern(r"`([^`]*+)`")


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write a table of the rules and, under each file, the first findings of each rule, or all that there is room for."""
    size = 0
    for part in _parts(result, show_all=show_all):
        size += len(part.encode("utf-8", "surrogatepass"))
        if size > _MOST_BYTES:
            out.write("\nThere are more findings than a summary may hold: `bibcheck check` prints them.\n")
            return
        out.write(part)


def _parts(result: Report, *, show_all: bool) -> Iterator[str]:
    yield f"### bibcheck: {markdown(summary(result))}\n"
    if not result.findings:
        return
    yield from _rule_table(result.findings)
    repository = Repository()
    for path, findings in groupby(result.findings, key=attrgetter("path")):
        yield f"\n#### {markdown_code(repository.path(path))}\n\n"
        for finding, more in first_findings(list(findings), show_all=show_all):
            yield _item(result, finding)
            if more:
                yield f"- … and {more:,} more of {markdown_code(finding.rule)} in this file\n"


def _rule_table(findings: Sequence[Finding]) -> Iterator[str]:
    yield "\n| rule | findings | safe fixes | unsafe fixes |\n| --- | ---: | ---: | ---: |\n"
    by_rule: dict[str, list[Fix]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding.safety)
    for rule, fixes in sorted(by_rule.items(), key=lambda row: (-len(row[1]), row[0])):
        safe, unsafe = fixes.count(Fix.SAFE), fixes.count(Fix.UNSAFE)
        yield f"| {markdown_code(rule)} | {len(fixes):,} | {safe:,} | {unsafe:,} |\n"


def _item(result: Report, finding: Finding) -> str:
    source = result.sources[finding.path]
    line, column = source.place(finding.span.start)
    key = f" in {markdown_code(finding.key)}" if finding.key.strip() else ""
    head = (
        f"- **{finding.level.value}** {markdown_code(finding.rule)} at {line}:{column}{key}: {_said(finding.message)}\n"
    )
    if not finding.edits:
        return head
    label = "unsafe fix" if finding.safety is Fix.UNSAFE else "fix"
    lines = fix_lines(source, finding.edits, _FIX_WIDTH)
    return head + f"  <br>{label}: {' '.join(markdown_code(line) for line in lines)}\n"


def _said(message: str) -> str:
    """A message in which what stands in backticks is code."""
    parts = _QUOTED.split(message)
    return "".join(markdown_code(part) if number % 2 else markdown(part) for number, part in enumerate(parts))
