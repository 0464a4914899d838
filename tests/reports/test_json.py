"""The contract of `json` and `jsonl`."""

from __future__ import annotations

import json

from bibcheck import __version__
from bibcheck.rule import Fix, Level, Related
from bibcheck.source import Edit, Span
from tests.reports.outcomes import found, report, result


def test_json_is_the_contract() -> None:
    edits = (Edit(Span(5, 6), "--"), Edit(Span(7, 7), "é"))
    related = (Related("b.bib", Span(0, 2), "first"),)
    finding = found(
        "a.bib", 5, 6, "m", key="k", field="pages", level=Level.ERROR, safety=Fix.SAFE, edits=edits, related=related
    )
    text = report("json", result(finding, found("b.bib", 0, 0), a="é\r\n𝒳y-z!", b="x\ny"))
    assert text.isascii()
    assert text.count("\n") == 1
    assert json.loads(text) == {
        "version": __version__,
        "files": 2,
        "entries": 1,
        "findings": [
            {
                "rule": "odd-name",
                "category": "names",
                "level": "error",
                "path": "a.bib",
                "key": "k",
                "field": "pages",
                "start": {"line": 2, "column": 3, "offset": 5},
                "end": {"line": 2, "column": 4, "offset": 6},
                "message": "m",
                "fix": {
                    "safety": "safe",
                    "edits": [{"start": 5, "end": 6, "text": "--"}, {"start": 7, "end": 7, "text": "é"}],
                },
                "related": [
                    {
                        "path": "b.bib",
                        "start": {"line": 1, "column": 1, "offset": 0},
                        "end": {"line": 2, "column": 1, "offset": 2},
                        "message": "first",
                    }
                ],
            },
            {
                "rule": "odd-name",
                "category": "names",
                "level": "warning",
                "path": "b.bib",
                "key": "",
                "field": "",
                "start": {"line": 1, "column": 1, "offset": 0},
                "end": {"line": 1, "column": 1, "offset": 0},
                "message": "odd",
                "fix": None,
                "related": [],
            },
        ],
    }


def test_jsonl_is_the_findings_of_json_line_by_line() -> None:
    made = result(found("a.bib", 0, 1, "a\nb\udcff"), found("a.bib", 1, 1), a="x")
    lines = report("jsonl", made).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(report("json", made))["findings"]
