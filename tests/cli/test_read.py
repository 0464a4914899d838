"""`bibcheck read`: a file as a program reads it, and how many entries are written and read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bibcheck.cli import main

ENTRY = "@book{%s,\n  title = {T},\n}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def count(capsys: pytest.CaptureFixture[str], text: str, *arguments: str) -> tuple[int, str]:
    Path("a.bib").write_text(text, encoding="utf-8")
    status = main(["read", "--count", "a.bib", *arguments])
    return status, capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "a.bib: 0 of 0 entries read"),  # a run that truncates the file: its count says so
        (ENTRY % "a" + ENTRY % "b", "a.bib: 2 of 2 entries read"),
        (ENTRY % "a" + "@string{x = {y}}\n@preamble{{z}}\n", "a.bib: 1 of 1 entries read"),
        ("@comment{" + ENTRY % "a" + "}\n" + ENTRY % "b", "a.bib: 2 of 2 entries read"),  # as BibTeX does
        ("@book{a, note = {write to me@book{x} or \\url{x@y.org}}}\n", "a.bib: 1 of 1 entries read"),
    ],
)
def test_all_are_read(capsys: pytest.CaptureFixture[str], text: str, line: str) -> None:
    assert count(capsys, text) == (0, line + "\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (  # NIME-bibliography#96: a comma is missing
            (ENTRY % "a").replace("},", "}\n  year = 2000,") + ENTRY % "b",
            ["a.bib: 1 of 2 entries read", "a.bib:1:1: `a`: BibTeX does not read it to its end"],
        ),
        (  # mathlib4#27219: a brace is missing, and what follows is swallowed
            "@book{a,\n  title = {{{T},\n}\n" + ENTRY % "b",
            [
                "a.bib: 0 of 2 entries read",
                "a.bib:1:1: `a`: BibTeX does not read it to its end",
                "a.bib:4:1: `b`: it is part of the entry `a`",
            ],
        ),
        (
            "@book{a, title = {T}} " + (ENTRY % "b").replace("\n", " "),
            ["a.bib: 1 of 2 entries read", "a.bib:1:23: `b`: it is not read"],
        ),
    ],
)
def test_those_that_are_not_are_shown(capsys: pytest.CaptureFixture[str], text: str, lines: list[str]) -> None:
    assert count(capsys, text) == (1, "\n".join(lines) + "\n")
    assert main(["check", "a.bib", "--select", "syntax"]) == 1
    written = lines[0].split()[3]
    summary = capsys.readouterr().out.splitlines()[-1]
    assert summary.endswith(f"; syntax errors keep {len(lines) - 1} of {written} entries from being read whole")


def test_biber_passes_over_comments(capsys: pytest.CaptureFixture[str]) -> None:
    text = "@comment{" + ENTRY % "a" + "}\n" + ENTRY % "b"
    assert count(capsys, text, "--as", "biber") == (0, "a.bib: 1 of 1 entries read, 1 in comments\n")


def test_folders(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.bib", "b.bib"):
        Path(name).write_text(ENTRY % "k", encoding="utf-8")
    assert main(["read", "--count"]) == 0
    assert capsys.readouterr().out == "a.bib: 1 of 1 entries read\nb.bib: 1 of 1 entries read\n"
    assert main(["read", "--count", "a.bib", "none.bib"]) == 2


def test_one_file_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.bib").write_text(ENTRY % "k", encoding="utf-8")
    assert main(["read", "a.bib"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"][0]["key"] == "k"
    assert main(["read"]) == 2
    assert main(["read", "a.bib", "a.bib"]) == 2
