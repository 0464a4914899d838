"""For people: what each finding says, the line it speaks of, what its fix would write, and a count at the end."""

from __future__ import annotations

from bibcheck.engine.report import Report
from bibcheck.reports.summary import SHOW_ALL, summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the first findings of each rule in each file, or all; and, unless `quiet`, how many there are."""
    text = summary(result)
    if result.findings:  # a clean run loads no more than it needs
        from bibcheck.reports.terminal.details import write_findings
        from bibcheck.reports.terminal.width import folded, terminal_columns

        text += SHOW_ALL * write_findings(result, out, color=color, show_all=show_all)
        text = folded(text, terminal_columns(out), indent=2)
    if not quiet:
        out.write(text + "\n")
