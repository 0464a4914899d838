"""Annotations of GitHub Actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from bibcheck.engine.report import Report
from bibcheck.rule import Level
from bibcheck.source import Source
from tests.reports.outcomes import found, report, result


@pytest.fixture(autouse=True)
def no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("plain `x, y: z`", "plain `x, y: z`"),
        ("100% sure\r\n::error::x", "100%25 sure%0D%0A::error::x"),
        ("\x1b[2J\u202e\udcff", "\\x1b[2J\\u202e\\xff"),
        ("%0A", "%250A"),
        ("##[add-mask]x", "#\\x23[add-mask]x"),
    ],
)
def test_messages_are_escaped(message: str, expected: str) -> None:
    assert report("github", result(found("a.bib", 0, 1, message), a="x")) == (
        f"::warning file=a.bib,line=1,col=1,endLine=1,endColumn=2,title=odd-name::odd-name: {expected} (a.bib:1:1)\n"
    )


def test_paths_are_escaped() -> None:
    path = "a,b::c%\n\x1b.bib"
    made = Report([found(path, 0, 1, level=Level.ERROR)], {path: Source(path, "x\n")}, 1, 1, False)
    assert report("github", made) == (
        "::error file=a%2Cb%3A%3Ac%25%0A\\x1b.bib,line=1,col=1,endLine=1,endColumn=2,title=odd-name::"
        "odd-name: odd (a,b::c%25%0A\\x1b.bib:1:1)\n"
    )


def test_paths_start_at_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    paths = ["../b.bib", "a.bib", "<stdin>"]
    made = Report([found(path, 0, 1) for path in paths], {path: Source(path, "x") for path in paths}, 3, 1, False)
    files = [line.partition("file=")[2].partition(",")[0] for line in report("github", made).splitlines()]
    assert files == ["b.bib", "paper/a.bib", "<stdin>"]


def many(count: int, level: Level, first: int = 0) -> list[object]:
    """Findings of as many rules."""
    return [
        found("a.bib", number, number + 1, level=level)._replace(rule=f"rule-{first + number:02}")
        for number in range(count)
    ]


def test_errors_come_first_and_what_github_does_not_show_is_one_annotation() -> None:
    made = result(*many(11, Level.WARNING), *many(12, Level.ERROR, 50), a="x" * 20)
    lines = report("github", made).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"]
    assert lines[-1] == (
        "::notice title=bibcheck::3 more findings have no annotation of their own: "
        "1 of rule-10, 1 of rule-60, 1 of rule-61"
    )
    every = report("github", made, show_all=True).splitlines()
    assert len(every) == 24
    assert every[:20] == lines[:20]


def test_one_rule_does_not_take_all_places() -> None:
    loud = [found("a.bib", number, number + 1) for number in range(1000)]
    made = result(*loud, *many(2, Level.WARNING), a="x" * 1000)
    lines = report("github", made).splitlines()
    assert len(lines) == 3 + 2 + 1
    assert lines[-1].endswith("::997 more findings have no annotation of their own: 997 of odd-name")


def test_a_long_tail_of_rules_is_summed_up() -> None:
    line = report("github", result(*many(18, Level.WARNING), a="x" * 20)).splitlines()[-1]
    assert line.endswith("1 of rule-14, 3 of 3 other rules")
