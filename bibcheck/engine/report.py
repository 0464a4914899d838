"""What a run gives, and every report format is made of."""

from __future__ import annotations

from collections.abc import Sequence

from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Rule
from bibcheck.source import Source


class Report(NamedTuple):
    """The findings of a run, sorted by path and place, and the files and entries that were looked at."""

    findings: Sequence[Finding]  # a list if there are few; else they are unpacked for each use
    sources: dict[str, Source]  # by path; the files named by findings and what they relate to, context included
    files: int
    entries: int
    crashed: bool  # whether a rule raised
    fixed: int = 0  # findings that were there and are fixed
    rules: tuple[type[Rule], ...] = ()  # those that ran
    notes: tuple[str, ...] = ()  # parts of documents that could not be read, in whole lines
    known: int = 0  # findings that a baseline has, and that are left out

    def in_memory(self) -> Report:
        """This report with all findings at hand, for what tells them apart by identity, or goes back and forth."""
        return self if isinstance(self.findings, list) else self._replace(findings=list(self.findings))
