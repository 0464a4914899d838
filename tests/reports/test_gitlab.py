"""GitLab's Code Quality report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bibcheck.rule import Level
from tests.reports.outcomes import found, report, result


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


def test_no_fingerprint_comes_twice() -> None:
    issues = json.loads(report("gitlab", result(*[found("a.bib", 0, 1)] * 50, a="x")))
    assert len({issue["fingerprint"] for issue in issues}) == 50


def test_a_clean_run_is_an_empty_array() -> None:
    assert report("gitlab", result(a="")) == "[]\n"
