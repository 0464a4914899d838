"""GitLab's Code Quality report: an array of issues, which merge requests show beside the lines that they change."""

from __future__ import annotations

import json

from bibcheck.engine.report import Report
from bibcheck.reports.fingerprint import fingerprints
from bibcheck.reports.repository import Repository
from bibcheck.reports.visible import visible
from bibcheck.rule import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor"}


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the array, an issue a line."""
    repository = Repository()
    issues = []
    names = fingerprints(result.findings, result.sources)
    for finding, fingerprint in zip(result.findings, names, strict=True):
        source = result.sources[finding.path]
        lines = {"begin": source.place(finding.span.start).line, "end": source.place(finding.span.end).line}
        issue = {
            "description": visible(finding.message) + (f" ({visible(finding.key)})" if finding.key else ""),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.level],
            "location": {"path": visible(repository.path(finding.path)), "lines": lines},
        }
        issues.append(json.dumps(issue))
    out.write("[" + ",\n ".join(issues) + "]\n")
