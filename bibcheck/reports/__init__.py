"""The formats of a report, one module each: `write(result, out, color=…, quiet=…)`."""

from __future__ import annotations

from importlib import import_module

from bibcheck.engine.report import Report as Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

FORMATS = ("full", "concise", "json", "jsonl", "github")


def write_report(format: str, result: Result, out: TextIO, *, color: bool = False, quiet: bool = False) -> None:
    """Write what was found. `color` and `quiet` (no summary) are for formats that people read."""
    import_module(f"bibcheck.reports.{format}").write(result, out, color=color, quiet=quiet)
