"""The formats of a report, one module each: `write(result, out, color=…, quiet=…, show_all=…)`."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from bibcheck.engine.report import Report

FORMATS = (
    "full",
    "concise",
    "grouped",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "rdjson",
    "markdown",
    "html",
)
_ONE_BY_ONE = frozenset({"full", "concise", "json", "jsonl"})  # formats that look at one finding after the other


def write_report(
    format: str, report: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False
) -> None:
    """Write what was found. The options are for formats that people read.

    `quiet` leaves out the summary; `show_all` shows each finding where a format shows the first of each rule.
    """
    whole = report if format in _ONE_BY_ONE else report.in_memory()
    import_module(f"bibcheck.reports.{format}").write(whole, out, color=color, quiet=quiet, show_all=show_all)
