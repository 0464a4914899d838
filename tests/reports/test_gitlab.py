"""GitLab's Code Quality report.

No package was found on PyPI that ships a schema of it (December 2026): check-jsonschema 0.39 has that of `.gitlab-ci.yml`.
So the shape that GitLab documents, and that its validator (`app/validators/json_schemas/codeclimate.json`) asks of each
issue, is asserted by hand.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bibcheck.rule import Level
from tests.reports.outcomes import found, report, result
from tests.reports.test_escaping import HOSTILE, hostile_result


def test_the_fields_of_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    made = result(found("a.bib", 2, 5, "m\x1b", key="k"), found("a.bib", 0, 1, level=Level.ERROR), a="x\ny\nz")
    issues = json.loads(report("gitlab", made))
    prints = [issue.pop("fingerprint") for issue in issues]
    assert issues == [
        {
            "description": "m\\x1b (k)",
            "check_name": "odd-name",
            "severity": "minor",
            "location": {"path": "paper/a.bib", "lines": {"begin": 2, "end": 3}},
        },
        {
            "description": "odd",
            "check_name": "odd-name",
            "severity": "major",
            "location": {"path": "paper/a.bib", "lines": {"begin": 1, "end": 1}},
        },
    ]
    assert len(set(prints)) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in prints)


@pytest.mark.parametrize("text", ["plain", *HOSTILE])
def test_every_issue_has_the_shape_that_gitlab_reads(text: str) -> None:
    written = report("gitlab", hostile_result(text))
    issues = json.loads(written)
    assert written.startswith("[") and isinstance(issues, list) and len(issues) == 6  # no byte order mark
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert {type(issue[name]) for name in ("description", "check_name", "fingerprint", "severity")} == {str}
        assert issue["description"] and issue["check_name"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"].keys() == {"path", "lines"}
        assert not issue["location"]["path"].startswith(("./", "/"))
        lines = issue["location"]["lines"]
        assert lines.keys() == {"begin", "end"} and {type(line) for line in lines.values()} == {int}
        assert 1 <= lines["begin"] <= lines["end"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_no_fingerprint_comes_twice() -> None:
    issues = json.loads(report("gitlab", result(*[found("a.bib", 0, 1)] * 50, a="x")))
    assert len({issue["fingerprint"] for issue in issues}) == 50


def test_a_clean_run_is_an_empty_array() -> None:
    assert report("gitlab", result(a="")) == "[]\n"
