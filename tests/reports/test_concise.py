"""A line for each finding."""

from __future__ import annotations

from bibcheck.engine.report import Report
from bibcheck.rule import Fix, Level
from bibcheck.source import Edit, Source, Span
from tests.reports.outcomes import found, report, result


def test_concise_is_a_line_for_each_finding_and_marks_safe_fixes() -> None:
    edits = (Edit(Span(0, 1), ""),)
    findings = [
        found("a.bib", 0, 1, safety=Fix.SAFE, edits=edits),
        found("a.bib", 3, 4, "worse", safety=Fix.UNSAFE, edits=edits),
        found("a.bib", 4, 4, "\x1b[2Jx\n", level=Level.ERROR),
    ]
    assert report("concise", result(*findings, a="ab\ncd")) == (
        "a.bib:1:1: warning odd-name odd [*]\na.bib:2:1: warning odd-name worse\na.bib:2:2: error odd-name \\x1b[2Jx\\n\n"
    )
    assert report("concise", result(a="")) == ""


def test_colour_is_only_around_what_the_program_says() -> None:
    text = report("concise", result(found("a.bib", 0, 1, "\x1b[2J", level=Level.ERROR), a="x"), color=True)
    assert text == "\x1b[1ma.bib:1:1\x1b[0m: \x1b[1;31merror odd-name\x1b[0m \\x1b[2J\n"


def test_no_line_begins_with_a_workflow_command() -> None:
    path = "::error::x.bib"
    made = Report([found(path, 0, 1)], {path: Source(path, "x")}, 1, 1, False)
    assert report("concise", made) == "./::error::x.bib:1:1: warning odd-name odd\n"


def test_all_findings_stand_there() -> None:
    findings = [found("a.bib", number, number + 1) for number in range(9)]
    assert report("concise", result(*findings, a="x" * 9)).count("\n") == 9
