"""The formats of a report, one module each: `write(result, out, color=…, quiet=…, show_all=…)`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibcheck.rule import Finding
    from bibcheck.source import Source

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


class Outcome(Protocol):
    """What a report is made of: what a run found, where, and in how much."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Sorted by path and place."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """By path: at least the files that the findings name."""

    @property
    def files(self) -> int:
        """How many files were checked."""

    @property
    def entries(self) -> int:
        """How many entries they have."""

    @property
    def fixed(self) -> int:
        """How many findings there were that are fixed."""


def write_report(
    format: str, result: Outcome, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False
) -> None:
    """Write what was found. The options are for formats that people read.

    `quiet` leaves out the summary; `show_all` shows each finding where a format shows the first of each rule.
    """
    report = import_module(f"bibcheck.reports.{format}")
    report.write(result, out, color=color, quiet=quiet, show_all=show_all)
