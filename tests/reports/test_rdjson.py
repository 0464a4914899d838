"""Reviewdog's diagnostics."""

from __future__ import annotations

import json
from typing import Any

from bibcheck.rule import Fix, Level, Related
from bibcheck.source import Edit, Span
from tests.reports.outcomes import found, report, result


def span(*places: int) -> dict[str, Any]:
    start_line, start_column, end_line, end_column = places
    return {
        "start": {"line": start_line, "column": start_column},
        "end": {"line": end_line, "column": end_column},
    }


def test_a_diagnostic() -> None:
    edits = (Edit(Span(6, 6), "!"), Edit(Span(2, 3), "--"))
    related = (Related("b.bib", Span(0, 1), "first"),)
    finding = found("a.bib", 2, 3, "m\x1b", safety=Fix.SAFE, edits=edits, related=related, level=Level.ERROR)
    assert json.loads(report("rdjson", result(finding, found("a.bib", 0, 1), a="é𐐀-\nabc", b="x"))) == {
        "source": {"name": "bibcheck"},
        "diagnostics": [
            {
                "message": "m\\x1b",
                "location": {"path": "a.bib", "range": span(1, 7, 1, 8)},
                "severity": "ERROR",
                "code": {"value": "odd-name"},
                "suggestions": [{"range": span(1, 7, 2, 3), "text": "--\nab!"}],
                "related_locations": [
                    {"message": "first", "location": {"path": "b.bib", "range": span(1, 1, 1, 2)}},
                ],
            },
            {
                "message": "odd",
                "location": {"path": "a.bib", "range": span(1, 1, 1, 3)},
                "severity": "WARNING",
                "code": {"value": "odd-name"},
            },
        ],
    }


def test_edits_that_lie_far_apart_or_are_no_text_are_not_suggested() -> None:
    far = (Edit(Span(0, 1), ""), Edit(Span(9000, 9001), ""))
    finding = found("a.bib", 0, 1, safety=Fix.SAFE, edits=far)
    bytes_ = finding._replace(edits=(Edit(Span(0, 1), "\udce9"),))
    made = result(finding, bytes_, a="x" * 10_000)
    assert not any("suggestions" in one for one in json.loads(report("rdjson", made))["diagnostics"])
