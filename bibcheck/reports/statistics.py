"""How often each rule found something, for people who face a large old bibliography."""

from __future__ import annotations

from bibcheck.engine.report import Report
from bibcheck.reports.summary import counted
from bibcheck.reports.visible import visible_start
from bibcheck.rule import Fix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def write_statistics(result: Report, out: TextIO) -> None:
    """Write a table of rules, most findings first, with how many have a safe or an unsafe fix; and how many DOIs there are."""
    found: dict[str, list[Fix]] = {}
    for finding in result.findings:
        found.setdefault(finding.rule, []).append(finding.safety)
    rows = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    total = ("total", [finding.safety for finding in result.findings])
    table = [("rule", "findings", "safe", "unsafe"), *(_row(*row) for row in [*rows, total])]
    width = max(len(row[0]) for row in table)
    for rule, count, safe, unsafe in table:
        out.write(f"{rule:{width}}  {count:>8}  {safe:>6}  {unsafe:>6}\n")
    out.write(_doi_coverage(result))


def _row(rule: str, fixes: list[Fix]) -> tuple[str, str, str, str]:
    return visible_start(rule), str(len(fixes)), str(fixes.count(Fix.SAFE)), str(fixes.count(Fix.UNSAFE))


def _doi_coverage(result: Report) -> str:
    """A line that says how many entries have a DOI, if there are entries."""
    from bibcheck.reports.bibliographies import bibliographies

    entries = [entry for bib in bibliographies(result) for entry in bib.entries]
    if not entries:
        return ""
    having = sum(bool((field := entry.field("doi")) and field.value) for entry in entries)
    return f"\nDOIs: {having:,} of {counted(len(entries), 'entry', 'entries')} ({having / len(entries):.0%})\n"
