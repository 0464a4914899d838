"""How often each rule found something, for people who face a large old bibliography."""

from __future__ import annotations

from bibcheck.engine.report import Report as Result
from bibcheck.rule import Fix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def write_statistics(result: Result, out: TextIO) -> None:
    """Write a table of rules, most findings first, with how many of these have a safe fix."""
    found: dict[str, list[bool]] = {}
    for finding in result.findings:
        found.setdefault(finding.rule, []).append(finding.safety is Fix.SAFE)
    rows = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    table = [("rule", "findings", "fixable"), *((rule, str(len(fixes)), str(sum(fixes))) for rule, fixes in rows)]
    width = max(len(row[0]) for row in table)
    for rule, count, fixable in table:
        out.write(f"{rule:{width}}  {count:>8}  {fixable:>7}\n")
