"""`path:line:column: rule message [*]`, a line for each finding; `[*]` says that it has a safe fix."""

from __future__ import annotations

from bibcheck.engine.report import Report as Result
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Fix, Level
from bibcheck.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_BOLD, _RED, _YELLOW, _CYAN = "1", "1;31", "1;33", "36"


def write(result: Result, out: TextIO, *, color: bool = False, quiet: bool = False) -> None:
    """Write the findings and nothing else, quiet or not."""
    for finding in result.findings:
        out.write(head(result, finding, color) + "\n")


def head(result: Result, finding: Finding, color: bool) -> str:
    """What a finding says, on one line."""
    place = paint(where(result, finding.path, finding.span), _BOLD, color)
    rule = paint(finding.rule, _RED if finding.level is Level.ERROR else _YELLOW, color)
    mark = " " + paint("[*]", _CYAN, color) if finding.safety is Fix.SAFE else ""
    return f"{place}: {rule} {visible(finding.message)}{mark}"


def where(result: Result, path: str, span: Span) -> str:
    """`path:line:column` of the start of a span."""
    line, column = result.sources[path].place(span.start)
    return f"{visible(path)}:{line}:{column}"


def paint(text: str, style: str, color: bool) -> str:
    """`text` in a style (the parameters of ECMA-48's SGR), where there is to be colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if color else text
