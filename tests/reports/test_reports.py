"""The formats of reports: their shape, and that no text from a file can steer what reads them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from bibcheck import __version__
from bibcheck.engine.report import Report as Result
from bibcheck.reports import FORMATS, write_report
from bibcheck.reports.statistics import write_statistics
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Fix, Level, Related
from bibcheck.source import Edit, Source, Span


def found(path: str, start: int, end: int, message: str = "odd", **more: Any) -> Finding:
    more.setdefault("level", Level.WARNING)
    return Finding("odd-name", "names", path=path, span=Span(start, end), message=message, **more)


def result(*findings: Finding, files: int | None = None, **texts: str) -> Result:
    """A result over files named by the keyword arguments."""
    sources = {f"{name}.bib": Source(f"{name}.bib", text) for name, text in texts.items()}
    return Result(list(findings), sources, len(sources) if files is None else files, 1, False)


def report(format: str, result: Result, **options: bool) -> str:
    out = io.StringIO()
    write_report(format, result, out, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain $x_1$ \\'e", "plain $x_1$ \\'e"),
        ("é 漢 e\u0301 \U0001f600", "é 漢 e\u0301 \U0001f600"),
        ("\x1b[31m\x07\x00\x7f", "\\x1b[31m\\x07\\x00\\x7f"),
        ("\x9b31m\x85", "\\x9b31m\\x85"),
        ("a\tb\r\nc", "a\\tb\\r\\nc"),
        ("\u202eabc\u202c \u2066x\u2069 \u200f\u061c", "\\u202eabc\\u202c \\u2066x\\u2069 \\u200f\\u061c"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("caf\udce9", "caf\\xe9"),
        ("\ud800\udfff", "\\ud800\\udfff"),
    ],
)
def test_text_is_made_visible(text: str, expected: str) -> None:
    assert visible(text) == expected
    visible(text).encode()


def test_concise_is_a_line_for_each_finding_and_marks_safe_fixes() -> None:
    edits = (Edit(Span(0, 1), ""),)
    findings = [
        found("a.bib", 0, 1, safety=Fix.SAFE, edits=edits),
        found("a.bib", 3, 4, "worse", safety=Fix.UNSAFE, edits=edits),
        found("a.bib", 4, 4, "\x1b[2Jx\n", level=Level.ERROR),
    ]
    assert report("concise", result(*findings, a="ab\ncd")) == (
        "a.bib:1:1: odd-name odd [*]\na.bib:2:1: odd-name worse\na.bib:2:2: odd-name \\x1b[2Jx\\n\n"
    )
    assert report("concise", result(a="")) == ""


def test_colour_is_only_around_what_the_program_says() -> None:
    text = report("concise", result(found("a.bib", 0, 1, "\x1b[2J", level=Level.ERROR), a="x"), color=True)
    assert text == "\x1b[1ma.bib:1:1\x1b[0m: \x1b[1;31modd-name\x1b[0m \\x1b[2J\n"


LONG = "x" * 500
WINDOW = "x" * 120


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
        (LONG, 0, 3, WINDOW + "…", "^^^"),
        (LONG, 30, 31, WINDOW + "…", " " * 30 + "^"),
        (LONG, 250, 252, "…" + WINDOW + "…", " " * 61 + "^^"),
        (LONG, 0, 500, WINDOW + "…", "^" * 120),
        (LONG + "\n", 499, 500, "…" + "x" * 61, " " * 61 + "^"),
        (LONG, 500, 500, "…" + "x" * 60, " " * 61 + "^"),
        (WINDOW, 119, 120, WINDOW, " " * 119 + "^"),
        (WINDOW + "\n", 119, 120, WINDOW, " " * 119 + "^"),
        (WINDOW + "\r\n", 100, 120, WINDOW, " " * 100 + "^" * 20),
    ],
)
def test_full_shows_the_line_and_points_at_the_span(text: str, start: int, end: int, line: str, carets: str) -> None:
    head, bar, shown, pointer, blank, summary = report("full", result(found("a.bib", start, end), a=text)).splitlines()
    assert head.endswith(": odd-name odd")
    assert bar == "  |"
    assert shown.partition(" | ")[2] == line
    assert pointer == "  | " + carets
    assert (blank, summary) == ("", "1 finding (1 warning) in 1 file")


def test_full_aligns_the_gutter_and_names_related_places() -> None:
    related = (Related("b.bib", Span(1, 2), "first\x1b"), Related("b.bib", Span(0, 1), ""))
    text = report("full", result(found("a.bib", 99, 100, related=related), a="\n" * 99 + "x", b="\ny"), quiet=True)
    assert text == (
        "a.bib:100:1: odd-name odd\n    |\n100 | x\n    | ^\n  = see b.bib:2:1: first\\x1b\n  = see b.bib:1:1\n\n"
    )


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


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("plain `x, y: z`", "plain `x, y: z`"),
        ("100% sure\r\n::error::x", "100%25 sure%0D%0A::error::x"),
        ("\x1b[2J\u202e\udcff", "\\x1b[2J\\u202e\\xff"),
        ("%0A", "%250A"),
    ],
)
def test_github_escapes_messages(message: str, expected: str) -> None:
    assert report("github", result(found("a.bib", 0, 1, message), a="x")) == (
        f"::warning file=a.bib,line=1,col=1,endLine=1,endColumn=2,title=odd-name::{expected}\n"
    )


def test_github_escapes_paths() -> None:
    path = "a,b::c%\n\x1b.bib"
    made = Result([found(path, 0, 1, level=Level.ERROR)], {path: Source(path, "x\n")}, 1, 1, False)
    assert report("github", made) == (
        "::error file=a%2Cb%3A%3Ac%25%0A\\x1b.bib,line=1,col=1,endLine=1,endColumn=2,title=odd-name::odd\n"
    )


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_lets_control_characters_through(format: str) -> None:
    hostile = "".join(map(chr, (*range(32), *range(127, 160), 0x202E, 0x2066, 0x2028, 0xD800, 0xDCFF)))
    path = hostile.replace("\n", "")
    made = Result([found(path, 0, 1, hostile)], {path: Source(path, hostile)}, 1, 1, False)
    text = report(format, made)
    assert visible(text.replace("\n", "")) == text.replace("\n", "")


def test_statistics_count_by_rule() -> None:
    findings = [
        found("a.bib", 0, 1, safety=Fix.SAFE),
        found("a.bib", 0, 1)._replace(rule="a-rule"),
        found("a.bib", 0, 1)._replace(rule="b"),
        found("a.bib", 0, 1, safety=Fix.UNSAFE),
    ]
    out = io.StringIO()
    write_statistics(result(*findings, a="x"), out)
    assert out.getvalue() == (
        "rule      findings  fixable\n"
        "odd-name         2        1\n"
        "a-rule           1        0\n"
        "b                1        0\n"
    )
