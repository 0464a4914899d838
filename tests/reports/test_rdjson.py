"""Reviewdog's diagnostics.

No package was found on PyPI that ships a schema of them (December 2026). So the shape of `DiagnosticResult` (reviewdog,
`proto/rdf/jsonschema`) is asserted by hand; its schema allows fields that it does not know, as a misspelt one would be.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bibcheck.rule import Fix, Level, Related
from bibcheck.source import Edit, Span
from tests.reports.outcomes import found, report, result
from tests.reports.test_escaping import HOSTILE, hostile_result


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


def assert_range(place: dict[str, Any]) -> None:
    assert place.keys() == {"start", "end"}
    for position in place.values():
        assert position.keys() == {"line", "column"}
        assert {type(number) for number in position.values()} == {int} and min(position.values()) >= 1
    assert [*place["start"].values()] <= [*place["end"].values()]


def assert_location(location: dict[str, Any]) -> None:
    assert location.keys() == {"path", "range"}
    assert isinstance(location["path"], str) and location["path"]
    assert_range(location["range"])


@pytest.mark.parametrize("text", ["plain", *HOSTILE])
def test_every_diagnostic_has_the_shape_that_reviewdog_reads(text: str) -> None:
    made = json.loads(report("rdjson", hostile_result(text)))
    assert made.keys() == {"source", "diagnostics"}
    assert made["source"] == {"name": "bibcheck"}
    assert len(made["diagnostics"]) == 6
    for diagnostic in made["diagnostics"]:
        needed = {"message", "location", "severity", "code", "related_locations"}
        assert diagnostic.keys() - {"suggestions"} == needed
        assert isinstance(diagnostic["message"], str)
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
        assert diagnostic["code"].keys() == {"value"} and isinstance(diagnostic["code"]["value"], str)
        assert_location(diagnostic["location"])
        for suggestion in diagnostic.get("suggestions", ()):
            assert suggestion.keys() == {"range", "text"} and isinstance(suggestion["text"], str)
            assert_range(suggestion["range"])
        for related in diagnostic["related_locations"]:
            assert related.keys() == {"message", "location"} and isinstance(related["message"], str)
            assert_location(related["location"])


def test_edits_that_lie_far_apart_or_are_no_text_are_not_suggested() -> None:
    far = (Edit(Span(0, 1), ""), Edit(Span(9000, 9001), ""))
    finding = found("a.bib", 0, 1, safety=Fix.SAFE, edits=far)
    bytes_ = finding._replace(edits=(Edit(Span(0, 1), "\udce9"),))
    made = result(finding, bytes_, a="x" * 10_000)
    assert not any("suggestions" in one for one in json.loads(report("rdjson", made))["diagnostics"])
