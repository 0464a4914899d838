"""Which findings a report shows where it does not show all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Level

_FIRST = 3


def first_findings(findings: Sequence[Finding], *, show_all: bool = False) -> Iterator[tuple[Finding, int]]:
    """The first three findings of each rule in each file, or all, in their order.

    With each comes the number of findings left out that belong behind it: of its rule in its file, after the third.
    """
    counts: dict[tuple[str, str], int] = {}
    if not show_all:
        for finding in findings:
            counts[finding.path, finding.rule] = counts.get((finding.path, finding.rule), 0) + 1
    seen: dict[tuple[str, str], int] = {}
    for finding in findings:
        group = finding.path, finding.rule
        number = seen[group] = seen.get(group, 0) + 1
        if show_all or number <= _FIRST:
            yield finding, counts.get(group, 0) - _FIRST if number == _FIRST and not show_all else 0


def left_out(finding: Finding, count: int) -> str:
    """What stands for the findings that are left out behind one."""
    return f"… and {count:,} more of {visible(finding.rule)} in this file"


def by_weight(findings: Sequence[Finding]) -> list[Finding]:
    """Errors first; of each level, first those that no three of the same rule in the same file come before."""
    first = {id(finding) for finding, _ in first_findings(findings)}
    return sorted(findings, key=lambda finding: (finding.level is not Level.ERROR, id(finding) not in first))
