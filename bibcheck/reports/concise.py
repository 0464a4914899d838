"""`path:line:column: level rule message [*]`, a line for each finding; `[*]` says that it has a safe fix."""

from __future__ import annotations

from bibcheck.engine.report import Report
from bibcheck.reports.visible import visible, visible_start
from bibcheck.rule import Finding, Fix, Level
from bibcheck.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


BOLD, RED, YELLOW, CYAN, BLUE = "1", "1;31", "1;33", "36", "1;34"


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write all findings and nothing else, whatever the options say."""
    for finding in result.findings:
        out.write(head(result, finding, color) + "\n")


def head(result: Report, finding: Finding, color: bool) -> str:
    """What a finding says, on one line."""
    return " ".join(place_and_message(result, finding, color))


def place_and_message(result: Report, finding: Finding, color: bool) -> tuple[str, str]:
    """Where a finding is, and what it says there."""
    place = paint(where(result, finding.path, finding.span), BOLD, color)
    rule = paint(f"{finding.level.value} {visible(finding.rule)}", style_of(finding), color)
    return f"{place}:", f"{rule} {visible(finding.message)}{safe_mark(finding, color)}"


def where(result: Report, path: str, span: Span) -> str:
    """`path:line:column` of the start of a span."""
    line, column = result.sources[path].place(span.start)
    return f"{visible_start(path)}:{line}:{column}"


def safe_mark(finding: Finding, color: bool) -> str:
    """The mark of a finding that has a safe fix."""
    return " " + paint("[*]", CYAN, color) if finding.safety is Fix.SAFE else ""


def style_of(finding: Finding) -> str:
    """The style of what says how much a finding matters."""
    return RED if finding.level is Level.ERROR else YELLOW


def paint(text: str, style: str, color: bool) -> str:
    """`text` in a style (the parameters of ECMA-48's SGR), where there is to be colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if color else text
