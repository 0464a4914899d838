"""Findings for people, with the line that they speak of."""

from __future__ import annotations

import re

import pytest

from bibcheck.engine.report import Report
from bibcheck.reports.terminal.width import width
from bibcheck.rule import Fix, Level, Related
from bibcheck.source import Edit, Span
from tests.reports.outcomes import Terminal, fixing, found, report, result
from tests.reports.test_escaping import HOSTILE, hostile_result

LONG = "x" * 500


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("abc def", 4, 7, "abc def", "    ^^^"),
        ("abc", 0, 1, "abc", "^"),
        ("abc", 3, 3, "abc", "   ^"),
        ("", 0, 0, "", "^"),
        ("ab\ncd\nef", 3, 5, "cd", "^^"),
        ("ab\r\ncd\r\n", 4, 6, "cd", "^^"),
        ("ab\rcd\r", 3, 5, "cd", "^^"),
        ("ab\ncd\nef", 4, 7, "cd", " ^"),  # more than a line: to the end of the first
        ("ab\ncd", 2, 3, "ab", "  ^"),  # the line end itself
        ("\tab\tcd", 4, 6, "    ab  cd", "        ^^"),
        ("a\tb", 1, 2, "a   b", " ^^^"),
        ("漢字 x", 3, 4, "漢字 x", "     ^"),
        ("漢字", 0, 2, "漢字", "^^^^"),
        ("e\u0301a\u0308 x", 5, 6, "e\u0301a\u0308 x", "   ^"),
        ("\x1b\udcff x", 3, 4, "\\x1b\\xff x", "         ^"),
        ("\x1b", 0, 1, "\\x1b", "^^^^"),
        (LONG, 0, 3, "x" * 75 + "…", "^^^"),
        (LONG, 30, 31, "x" * 75 + "…", " " * 30 + "^"),
        (LONG, 250, 252, "…" + "x" * 74 + "…", " " * 38 + "^^"),
        (LONG, 0, 500, "x" * 75 + "…", "^" * 76),
        (LONG, 400, 500, "…" + "x" * 74 + "…", " " * 38 + "^" * 38),
        (LONG + "\n", 499, 500, "…" + "x" * 75, " " * 75 + "^"),
        (LONG, 500, 500, "…" + "x" * 74, " " * 75 + "^"),
        ("x" * 76, 75, 76, "x" * 76, " " * 75 + "^"),
        ("x" * 76 + "\r\n", 60, 76, "x" * 76, " " * 60 + "^" * 16),
        ("x" * 75 + "漢", 75, 76, "…" + "x" * 73 + "漢", " " * 74 + "^^"),
        ("漢" * 100, 60, 61, "…" + "漢" * 37 + "…", " " * 37 + "^^"),
        ("\t" * 30 + "a", 30, 31, "…" + " " * 74 + "a", " " * 75 + "^"),
    ],
)
def test_the_line_fits_the_terminal_and_carets_point_at_the_span(
    monkeypatch: pytest.MonkeyPatch, text: str, start: int, end: int, line: str, carets: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = report("full", result(found("a.bib", start, end), a=text)).splitlines()
    head, bar, shown, pointer, blank, summary = lines
    assert head.endswith(": warning odd-name odd")
    assert bar == "  |"
    assert shown.partition(" | ")[2] == line
    assert pointer == "  | " + carets
    assert (blank, summary) == ("", "1 finding (1 warning) in 1 file")
    assert all(width(line) <= 80 for line in lines)


def test_the_gutter_is_aligned_and_the_entry_and_related_places_are_named() -> None:
    related = (Related("b.bib", Span(1, 2), "first\x1b"), Related("b.bib", Span(0, 1), ""))
    finding = found("a.bib", 99, 100, related=related, key="knuth84")
    assert report("full", result(finding, a="\n" * 99 + "x", b="\ny"), quiet=True) == (
        "a.bib:100:1: warning odd-name odd\n    |\n100 | x\n    | ^\n  = in knuth84\n"
        "  = see b.bib:2:1: first\\x1b\n  = see b.bib:1:1\n\n"
    )


def test_a_key_that_is_marked_is_not_named_again() -> None:
    assert "= in" not in report("full", result(found("a.bib", 6, 9, key="k84"), a="@misc{k84}"))


def wordy() -> Report:
    """Findings that have much to say, with related places, more of which are left out than shown."""
    message = "`Boris Koch` seems to be `Boris Peter Koch` of `wunsch_seasonal_2016`: write the name in one form"
    related = (Related("b.bib", Span(0, 1), message),)
    findings = [fixing("a.bib", n, n + 1, "y", message=message, key="k84", related=related) for n in range(5)]
    return result(*findings, a="x" * 5, b="y")


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("format", ["full", "grouped"])
def test_no_line_is_broken_within_a_word(
    monkeypatch: pytest.MonkeyPatch, format: str, color: bool, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    folded = re.sub(r"\x1b\[[0-9;]*m", "", report(format, wordy(), Terminal(), color=color))
    assert all(width(line) <= columns for line in folded.split("\n"))
    assert not any(line.endswith(" ") for line in folded.split("\n"))
    whole = report(format, wordy())
    assert folded.split() == whole.split()
    assert max(map(len, whole.split("\n"))) > 100  # in a file, a line stays whole


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format", ["full", "grouped"])
def test_no_line_is_broken_before_a_workflow_command(monkeypatch: pytest.MonkeyPatch, format: str, text: str) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    written = report(format, hostile_result(f"word {text} ::error::pwned"), Terminal(), show_all=True)
    assert "word" in written
    assert not [line for line in written.split("\n") if line.lstrip().startswith("::")]


FIELDS = "@misc{a,\n  pages = {1-2},\n  year = 2000\n}\n"


@pytest.mark.parametrize(
    ("edits", "shown"),
    [
        ([(20, 21, "x")], ["fix: pages = {x-2},"]),
        ([(21, 22, "--")], ["fix: pages = {1--2},"]),
        ([(21, 22, "")], ["fix: pages = {12},"]),
        ([(20, 21, "5"), (22, 23, "9")], ["fix: pages = {5-9},"]),
        ([(21, 22, "--"), (35, 39, "{2000}")], ["fix: pages = {1--2},", "| and so in 1 more place"]),
        ([(24, 39, "")], ["fix: remove year = 2000"]),
        ([(39, 39, ",\n  doi = {10.1/x}")], ["fix: year = 2000,", "| doi = {10.1/x}"]),
        ([(11, 16, "\x1b\u202e")], ["fix: \\x1b\\u202e = {1-2},"]),
        ([(21, 22, "\n" + "\n".join("abcdef"))], ["fix: pages = {1", "| a", "| b", "| …"]),
    ],
)
def test_what_the_fix_would_write_is_shown_as_it_would_read(
    edits: list[tuple[int, int, str]], shown: list[str]
) -> None:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    lines = report("full", result(found("a.bib", 20, 21, safety=Fix.SAFE, edits=made), a=FIELDS)).splitlines()
    assert [line.removeprefix("  = ").strip() for line in lines[4:-2]] == shown


def test_an_unsafe_fix_is_marked() -> None:
    text = report("full", result(fixing("a.bib", 0, 1, "y", Fix.UNSAFE), a="x"))
    assert "  = unsafe fix: y\n" in text
    assert "[*]" not in text


def test_a_long_line_is_cut_around_what_the_fix_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    (line,) = (
        line
        for line in report("full", result(fixing("a.bib", 250, 251, "Y"), a=LONG)).splitlines()
        if line.startswith("  = fix: ")
    )
    assert "xYx" in line
    assert len(line) <= 40


def test_the_first_three_of_a_rule_in_a_file_are_shown_and_the_rest_counted() -> None:
    findings = [found("a.bib", number, number + 1, f"m{number}") for number in range(1500)]
    others = [finding._replace(path="b.bib") for finding in findings[:3]]
    rare = found("a.bib", 9, 10, "rare")._replace(rule="rare")
    made = result(*sorted([*findings, rare], key=lambda finding: finding.span), *others, a="x" * 1500, b="xxx")
    text = report("full", made)
    assert text.count(" odd-name m") == 6
    assert text.count("… and ") == 1
    assert "\n\n… and 1,497 more of odd-name in this file\n\na.bib:1:10: warning rare rare\n" in text
    assert text.endswith("\n1,504 findings (1,504 warnings) in 2 files; --show-all shows each\n")
    every = report("full", made, show_all=True)
    assert (every.count(" odd-name m"), every.count("… and ")) == (1503, 0)
    assert every.endswith(" in 2 files\n")


@pytest.mark.parametrize(
    ("findings", "files", "expected"),
    [
        ([], 0, "no file checked"),
        ([], 1, "no findings in 1 file"),
        ([], 3, "no findings in 3 files"),
        ([("a.bib", Level.ERROR, Fix.NONE)], 1, "1 finding (1 error) in 1 file"),
        (
            [("a.bib", Level.ERROR, Fix.SAFE), ("a.bib", Level.WARNING, Fix.SAFE), ("b.bib", Level.WARNING, Fix.NONE)],
            2,
            "3 findings (1 error, 2 warnings) in 2 files; 2 fixable with --fix",
        ),
        (
            [("a.bib", Level.WARNING, Fix.SAFE), ("a.bib", Level.WARNING, Fix.UNSAFE)],
            5,
            "2 findings (2 warnings) in 1 of 5 files; 1 fixable with --fix, 1 more with --unsafe-fixes",
        ),
        (
            [("a.bib", Level.WARNING, Fix.UNSAFE)],
            1,
            "1 finding (1 warning) in 1 file; 1 fixable with --fix --unsafe-fixes",
        ),
    ],
)
def test_full_ends_with_a_count(findings: list[tuple[str, Level, Fix]], files: int, expected: str) -> None:
    made = [found(path, 0, 1, level=level, safety=safety) for path, level, safety in findings]
    assert report("full", result(*made, files=files, a="x", b="x")).splitlines()[-1] == expected


def test_full_shows_a_part_of_a_long_line() -> None:
    text = "@article{a, pages = {1-2}}" * 400
    findings = [found("a.bib", start, start + 1) for start in range(0, len(text), 26)]
    assert max(map(len, report("full", result(*findings, a=text)).splitlines())) < 200
