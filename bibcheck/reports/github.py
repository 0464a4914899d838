"""Workflow commands of GitHub Actions, which shows them as annotations at their lines.

The escapes are those of actions/toolkit, packages/core/src/command.ts, escapeData and escapeProperty.
"""

from __future__ import annotations

from bibcheck.engine.report import Report as Result
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def write(result: Result, out: TextIO, *, color: bool = False, quiet: bool = False) -> None:
    """Write a command for each finding."""
    for finding in result.findings:
        out.write(_command(result, finding) + "\n")


def _command(result: Result, finding: Finding) -> str:
    source = result.sources[finding.path]
    start, end = source.place(finding.span.start), source.place(finding.span.end)
    properties = {
        "file": finding.path,
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "title": finding.rule,
    }
    listed = ",".join(f"{name}={_escape(str(value), _PROPERTY)}" for name, value in properties.items())
    kind = "error" if finding.level is Level.ERROR else "warning"
    return f"::{kind} {listed}::{_escape(finding.message, _DATA)}"


def _escape(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character) or visible(character) for character in text)
