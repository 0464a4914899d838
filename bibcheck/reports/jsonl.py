"""One JSON object a line, each a finding as in `json`."""

from __future__ import annotations

import json
from typing import TextIO

from bibcheck.reports import Outcome
from bibcheck.reports.json import finding_record


def write(result: Outcome, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write a line for each finding."""
    for finding in result.findings:
        out.write(json.dumps(finding_record(result, finding)) + "\n")
