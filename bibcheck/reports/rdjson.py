"""Reviewdog's diagnostics (rdjson), for comments and suggestions in a review. Columns count bytes of UTF-8."""

from __future__ import annotations

import json
import re

from bibcheck.engine.report import Report
from bibcheck.reports.columns import Columns, utf8_columns
from bibcheck.reports.repository import Repository
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding
from bibcheck.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

    Record = dict[str, Any]


_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_SUGGESTION = 5_000  # characters from its first edit to its last


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the object on one line, in ASCII."""
    diagnostics = _Diagnostics(result)
    report = {
        "source": {"name": "bibcheck"},
        "diagnostics": [diagnostics.record(finding) for finding in result.findings],
    }
    out.write(json.dumps(report) + "\n")


class _Diagnostics:
    def __init__(self, result: Report) -> None:
        self.sources = result.sources
        self.repository = Repository()
        self.columns: dict[str, Columns] = {}

    def record(self, finding: Finding) -> Record:
        record: Record = {
            "message": visible(finding.message),
            "location": self._location(finding.path, finding.span),
            "severity": finding.level.value.upper(),
            "code": {"value": finding.rule},
        }
        if suggestion := self._suggestion(finding):
            record["suggestions"] = [suggestion]
        if finding.related:
            record["related_locations"] = [
                {"message": visible(related.message), "location": self._location(related.path, related.span)}
                for related in finding.related
            ]
        return record

    def _suggestion(self, finding: Finding) -> Record | None:
        """The edits as one replacement: suggestions stand for themselves, and edits belong together."""
        edits = sorted(finding.edits)
        if not edits or edits[-1].span.end - edits[0].span.start > _LONGEST_SUGGESTION:
            return None
        text, place, whole = self.sources[finding.path].text, edits[0].span.start, ""
        for edit in edits:
            whole += text[place : edit.span.start] + edit.text
            place = edit.span.end
        if _SURROGATE.search(whole):
            return None
        return {"range": self._range(finding.path, Span(edits[0].span.start, place)), "text": whole}

    def _location(self, path: str, span: Span) -> Record:
        return {"path": visible(self.repository.path(path)), "range": self._range(path, span)}

    def _range(self, path: str, span: Span) -> Record:
        if path not in self.columns:
            self.columns[path] = utf8_columns(self.sources[path])
        places = [self.columns[path].place(offset) for offset in span]
        start, end = ({"line": place.line, "column": place.column} for place in places)
        return {"start": start, "end": end}
