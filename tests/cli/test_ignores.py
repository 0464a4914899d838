"""--add-ignores: the present findings go to the settings, which stay what they were otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bibcheck.cli import main

BIB = "@article{b, pages = {1-2}}\n@article{a:1, pages = {3-4}, doi = {https://doi.org/10.1000/1}}\n"
RUN = ["check", "--select", "hyphen-in-range,doi-as-url", "--quiet"]
WRITTEN = """[entries."a:1"]
ignore = ["doi-as-url", "hyphen-in-range"]

[entries.b]
ignore = ["hyphen-in-range"]
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    write("a.bib", BIB)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8", newline="")


def read(name: str) -> str:
    with open(name, encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("bibcheck.toml", None, WRITTEN),
        ("bibcheck.toml", "# ours\nignore = ['titles']\n", "# ours\nignore = ['titles']\n\n" + WRITTEN),
        ("bibcheck.toml", "ignore = ['titles']", "ignore = ['titles']\n\n" + WRITTEN),
        (
            "bibcheck.toml",
            "[entries.b]  # old\nignore = ['doi-as-url']  # why\n\n[format]\nindent = 4\n",
            '[entries.b]  # old\nignore = ["doi-as-url", "hyphen-in-range"]  # why\n\n[format]\nindent = 4\n\n'
            + WRITTEN.split("\n\n")[0]
            + "\n",
        ),
        (
            "pyproject.toml",
            "[tool.bibcheck]\nignore = ['titles']\n[tool.other]\nx = 1\n",
            "[tool.bibcheck]\nignore = ['titles']\n[tool.other]\nx = 1\n\n"
            + WRITTEN.replace("[entries", "[tool.bibcheck.entries"),
        ),
        ("bibcheck.toml", "ignore = ['titles']\r\n", "ignore = ['titles']\r\n\r\n" + WRITTEN.replace("\n", "\r\n")),
    ],
)
def test_what_is_written(capsys: pytest.CaptureFixture[str], name: str, before: str | None, after: str) -> None:
    if before is not None:
        write(name, before)
    assert main([*RUN, "--add-ignores"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"bibcheck: {name}: findings of 2 entries are ignored from now on\n")
    assert read(name) == after
    assert main(RUN) == 0
    write("a.bib", BIB + "@article{c, pages = {1-2}}\n")
    assert main(RUN) == 1


def test_twice_is_once() -> None:
    main([*RUN, "--add-ignores"])
    main([*RUN, "--add-ignores"])
    assert read("bibcheck.toml") == WRITTEN


def test_what_cannot_be_added_to_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    text = "entries = { x = { ignore = ['titles'] } }\n"
    write("bibcheck.toml", text)
    assert main([*RUN, "--add-ignores"]) == 2
    assert "write it as tables, [entries.key]" in capsys.readouterr().err
    assert read("bibcheck.toml") == text


def test_what_stands_in_no_entry_is_still_reported(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.bib", "@string{x = {y}}\n@article{a, pages = {1-2}}\n")
    assert (
        main(["check", "--select", "hyphen-in-range,unused-string", "--add-ignores", "--output-format", "jsonl"]) == 1
    )
    assert [json.loads(line)["rule"] for line in capsys.readouterr().out.splitlines()] == ["unused-string"]
