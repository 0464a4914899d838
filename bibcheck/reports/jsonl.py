"""One JSON object a line, each a finding as in `json`."""

from __future__ import annotations

import json

from bibcheck.engine.report import Report
from bibcheck.reports.json import finding_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write a line for each finding."""
    for finding in result.findings:
        out.write(json.dumps(finding_record(result, finding)) + "\n")
