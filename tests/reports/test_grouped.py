"""Findings for people, a line each under their file."""

from __future__ import annotations

import pytest

from bibcheck.engine.report import Report
from bibcheck.rule import Level
from bibcheck.source import Source
from tests.reports.outcomes import Terminal, fixing, found, report, result


def test_the_findings_of_a_file_are_a_table() -> None:
    made = result(
        found("a.bib", 0, 1, "first"),
        fixing("a.bib", 12, 13, "y", message="second\x1b")._replace(rule="long-rule-name"),
        found("b.bib", 0, 1, level=Level.ERROR),
        a="x\n" * 10,
        b="x",
    )
    assert report("grouped", made) == (
        "a.bib\n"
        "  1:1  warning  odd-name        first\n"
        "  7:1  warning  long-rule-name  second\\x1b [*]\n"
        "\n"
        "b.bib\n"
        "  1:1  error  odd-name  odd\n"
        "\n"
        "3 findings (1 error, 2 warnings) in 2 files; 1 fixable with --fix\n"
    )


def test_the_first_three_of_a_rule_in_a_file_are_shown() -> None:
    findings = [found("a.bib", number, number + 1) for number in range(6)]
    made = result(*findings, a="x" * 6)
    *_, more, blank, summary = report("grouped", made).splitlines()
    assert (more, blank) == ("  … and 3 more of odd-name in this file", "")
    assert summary.endswith("--show-all shows each")
    assert report("grouped", made, show_all=True, quiet=True).count("warning") == 6


def test_a_long_message_goes_on_where_it_began_or_below_its_level(monkeypatch: pytest.MonkeyPatch) -> None:
    made = result(found("a.bib", 0, 1, "one two three four five six seven eight"), a="x")
    monkeypatch.setenv("COLUMNS", "60")
    assert report("grouped", made, Terminal(), quiet=True) == (
        "a.bib\n  1:1  warning  odd-name  one two three four five six seven\n                          eight\n\n"
    )
    monkeypatch.setenv("COLUMNS", "40")
    assert report("grouped", made, Terminal(), quiet=True) == (
        "a.bib\n  1:1  warning  odd-name  one two three\n       four five six seven eight\n\n"
    )


def test_no_path_begins_a_line_with_a_workflow_command() -> None:
    path = "::error::x.bib"
    made = Report([found(path, 0, 1)], {path: Source(path, "x")}, 1, 1, False)
    assert report("grouped", made).startswith("./::error::x.bib\n")


def test_a_clean_run_has_its_summary_alone() -> None:
    assert report("grouped", result(a="")) == "no findings in 1 file\n"
    assert report("grouped", result(a=""), quiet=True) == ""
