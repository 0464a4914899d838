"""For people: the findings of each file under its path, a line each, and a count at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from bibcheck.engine.report import Report
from bibcheck.reports.concise import BOLD, paint, safe_mark, style_of
from bibcheck.reports.shown import first_findings, left_out
from bibcheck.reports.summary import SHOW_ALL, summary
from bibcheck.reports.visible import visible, visible_start
from bibcheck.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the first findings of each rule in each file, or all; and, unless `quiet`, how many there are."""
    hidden = False
    for path, findings in groupby(result.findings, key=attrgetter("path")):
        out.write(paint(visible_start(path), BOLD, color) + "\n")
        shown = list(first_findings(list(findings), show_all=show_all))
        hidden |= any(more for _, more in shown)
        out.write(_table(result, shown, color) + "\n")
    if not quiet:
        out.write(summary(result) + SHOW_ALL * hidden + "\n")


def _table(result: Report, shown: Sequence[tuple[Finding, int]], color: bool) -> str:
    places = [":".join(map(str, result.sources[finding.path].place(finding.span.start))) for finding, _ in shown]
    place_width = max(map(len, places))
    level_width = max(len(finding.level.value) for finding, _ in shown)
    rule_width = max(len(visible(finding.rule)) for finding, _ in shown)
    lines = []
    for place, (finding, more) in zip(places, shown, strict=True):
        level = paint(f"{finding.level.value:{level_width}}", style_of(finding), color)
        said = f"{visible(finding.rule):{rule_width}}  {visible(finding.message)}{safe_mark(finding, color)}"
        lines.append(f"  {place:>{place_width}}  {level}  {said}\n")
        if more:
            lines.append(f"  {left_out(finding, more)}\n")
    return "".join(lines)
