"""Where reports go: several in one run, and what the settings and the CI say where nobody names a format."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bibcheck.cli import main

BAD = "@article{a, pages = {97-111}}\n"
CONCISE = "a.bib:1:24: warning hyphen-in-range page range joined by a hyphen [*]\n"
CHECK = ["check", "--select", "hyphen-in-range", "a.bib"]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one bibliography, which is the current folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.bib").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_several_reports_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    files = ["--output", "json:all.json", "--output", "junit:junit.xml"]
    assert main([*CHECK, "--output", "concise", *files]) == 1
    assert capsys.readouterr().out == CONCISE
    assert json.loads(Path("all.json").read_text())["findings"][0]["rule"] == "hyphen-in-range"
    assert "<testsuite" in Path("junit.xml").read_text()


def test_reports_in_files_leave_standard_output_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    main([*CHECK, "--color", "auto", "--output", "concise:out.txt"])
    assert "fix: @article{a, pages = {97--111}}" in capsys.readouterr().out
    assert Path("out.txt").read_text() == CONCISE


HTML = [
    ["--output-format", "html"],
    ["--output", "html"],
    ["--output", "html:x.html"],
    ["--config", "output-format = 'html'"],
]


@pytest.mark.parametrize("arguments", HTML)
def test_the_html_report_says_what_installs_what_it_needs(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert main([*CHECK, *arguments]) == 2
    written = capsys.readouterr()
    assert written.err == ("bibcheck: the html report needs a package more: pip install 'latex-bibcheck[html]'\n")
    assert written.out == "" and not Path("x.html").exists()
    assert main([*CHECK, "--output", "markdown"]) == 1


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    main([*CHECK, "--output", "concise:-"])
    assert capsys.readouterr().out == CONCISE


def test_a_forced_colour_is_for_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    main([*CHECK, "--output", "full:out.txt"])
    assert "\x1b" not in Path("out.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "sarf:x"], "--output: unknown format `sarf`; did you mean `sarif`?"),
        (["--output", "sarif:"], "--output sarif:: no file is named"),
        (
            ["--output", "json", "--output", "jsonl"],
            "standard output takes one report, and these are for it: json, jsonl",
        ),
        (["--output", "json", "--output-format", "full"], "standard output takes one report"),
        (["--output", "json:x", "--output", "jsonl:./x"], "two reports are to be written to x"),
        (["--output", "json:x", "--output-file", "x"], "two reports are to be written to x"),
        (["--output", "json:a.bib"], "a.bib is a bibliography, and the report would replace it"),
        (["--output", "json:x", "--diff"], "--diff goes to standard output, and --output is for a report"),
        (["--output", "json", "--statistics"], "--statistics is a table for people, and the format json is not"),
        (["--show-fixes"], "--show-fixes says what --fix changed, and --fix is not given"),
    ],
)
def test_what_cannot_be_is_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CHECK, *arguments]) == 2
    assert message in capsys.readouterr().err
    assert Path("a.bib").read_text(encoding="utf-8") == BAD


def test_the_settings_name_the_format(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bibcheck.toml").write_text("output-format = 'concise'\n")
    main(CHECK)
    assert capsys.readouterr().out == CONCISE
    main([*CHECK, "--output-format", "json"])
    assert json.loads(capsys.readouterr().out)["findings"]
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main(CHECK)
    assert capsys.readouterr().out == CONCISE
    main([*CHECK, "--statistics"])
    assert capsys.readouterr().out.startswith("rule ")


def test_settings_of_another_folder_hold_for_its_files(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Path("bibcheck.toml").write_text("output-format = 'jsonl'\n")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    main(["check", "--select", "hyphen-in-range", "../a.bib"])
    assert json.loads(capsys.readouterr().out)["rule"] == "hyphen-in-range"


def test_github_gets_annotations_and_a_summary(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("what another program said\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main([*CHECK, "--output", "sarif:out.sarif"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=a.bib,line=1,col=24,")
    said = summary.read_text()
    assert said.startswith("what another program said\n")
    assert "| `hyphen-in-range` | 1 | 1 | 0 |" in said
    assert Path("out.sarif").exists()
    main([*CHECK, "--output", "concise", "--output", f"markdown:{summary}"])
    assert capsys.readouterr().out == CONCISE
    assert summary.read_text().count("hyphen-in-range` | 1") == 2


@pytest.mark.parametrize(
    "variables", [{"GITLAB_CI": "true", "CI": "true"}, {"GITHUB_ACTIONS": "false"}, {"CI": "true"}]
)
def test_elsewhere_the_log_is_for_people(
    variables: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    main(CHECK)
    assert "1 finding (1 warning) in 1 file" in capsys.readouterr().out


def test_what_was_fixed_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    pages = [f"{number}-{number + 9}" for number in range(110, 150, 10)]
    entries = "".join(f"@article{{k{each},\n  pages = {{{each}}},\n}}\n" for each in pages)
    Path("a.bib").write_text(entries, encoding="utf-8")
    assert main([*CHECK, "--fix", "--show-fixes"]) == 0
    assert capsys.readouterr().out == (
        "fixed in a.bib:\n"
        "  hyphen-in-range, 4 times\n"
        "    - pages = {110-119},\n    + pages = {110--119},\n"
        "    - pages = {120-129},\n    + pages = {120--129},\n"
        "    - pages = {130-139},\n    + pages = {130--139},\n"
        "    … and 1 more\n"
        "4 fixed; no findings left in 1 file\n"
    )


def test_for_programs_what_was_fixed_is_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    main([*CHECK, "--fix", "--show-fixes", "--output-format", "json"])
    out, error = capsys.readouterr()
    assert json.loads(out)["findings"] == []
    assert error.startswith("fixed in a.bib:\n")
