"""`bibcheck format` as it is run, and the rule that goes with it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from bibcheck.cli import main

UNTIDY = b"@Misc{k, t={x}}\n"
TIDY = b"@misc{k,\n  t = {x},\n}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: bytes) -> None:
    for name, data in files.items():
        Path(f"{name}.bib").write_bytes(data)


def test_files_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    write(a=UNTIDY, b=TIDY)
    assert main(["format"]) == 0
    assert capsys.readouterr() == ("", "a.bib: reformatted\n1 of 2 files reformatted\n")
    assert Path("a.bib").read_bytes() == TIDY
    assert main(["format", "a.bib"]) == 0
    assert capsys.readouterr() == ("", "0 of 1 file reformatted\n")


def test_check_names_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    write(a=UNTIDY, b=TIDY)
    assert main(["format", "--check", "."]) == 1
    assert capsys.readouterr() == ("a.bib: would be reformatted\n", "1 of 2 files would be reformatted\n")
    assert Path("a.bib").read_bytes() == UNTIDY
    assert main(["format", "--check", "b.bib"]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
def test_no_file_begins_a_line_with_a_workflow_command(capsys: pytest.CaptureFixture[str]) -> None:
    Path("::error::x.bib").write_bytes(UNTIDY)
    assert main(["format", "--check"]) == 1
    assert capsys.readouterr().out == "./::error::x.bib: would be reformatted\n"


@pytest.mark.parametrize("data", [UNTIDY, UNTIDY.rstrip(), b"\xff% x\r\n" + UNTIDY.replace(b"\n", b"\r\n")])
def test_the_diff_is_one_for_git(data: bytes, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(a=data)
    assert main(["format", "--diff"]) == 1
    diff = capfdbinary.readouterr().out
    assert Path("a.bib").read_bytes() == data
    subprocess.run(["git", "init", "-q", "."], check=True)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=diff, check=True)
    assert main(["format", "--diff"]) == 0
    assert capfdbinary.readouterr().out == b""


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("bibcheck.toml").write_text("format.indent = 4\n")
    for arguments, indent in ((["-"], 4), (["--stdin-filename", "x.bib"], 4), (["-", "--isolated"], 2)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNTIDY)))
        assert main(["format", *arguments]) == 0
        assert capfdbinary.readouterr() == (TIDY.replace(b"  ", b" " * indent), b"")


def test_settings(capsys: pytest.CaptureFixture[str]) -> None:
    write(a=UNTIDY)
    Path("pyproject.toml").write_text("[tool.bibcheck.format]\ntabs = true\n")
    assert main(["format"]) == 0
    assert Path("a.bib").read_bytes() == TIDY.replace(b"  ", b"\t")
    Path("other.toml").write_text('exclude = ["a.bib"]\n')
    assert main(["format", "--config", "other.toml", "--check", "--force-exclude", "a.bib"]) == 0
    assert main(["format", "--config", "other.toml", "a.bib"]) == 0
    assert Path("a.bib").read_bytes() == TIDY
    capsys.readouterr()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("format.indnt = 2", "1:1: unknown setting `indnt` in `format`; did you mean `indent`?"),
        ("format.indent = true", "1:17: `format.indent` must be a whole number, and this is true or false"),
        ("format.indent = -1", "1:17: `format.indent` must be at least 0, and this is -1"),
        ('format.sort = ["yaer"]', "1:16: unknown sort key `yaer`; did you mean `year`?"),
        ('format.delimiters = "brace"', "1:21: `format.delimiters` is `braces`, `quotes` or `keep`, and not `brace`"),
        ("format = 1", "1:10: `format` must be a table, and this is a whole number"),
    ],
)
def test_settings_that_there_are_not(text: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bibcheck.toml").write_text(text)
    write(a=UNTIDY)
    assert main(["format"]) == 2
    assert capsys.readouterr().err.startswith(f"bibcheck: bibcheck.toml:{message}")
    assert Path("a.bib").read_bytes() == UNTIDY


def test_what_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    write(a=UNTIDY)
    assert main(["format", "a.bib", "b.bib"]) == 2
    assert "bibcheck: b.bib: no such file or folder" in capsys.readouterr().err
    assert Path("a.bib").read_bytes() == TIDY
    assert main(["format", "--stdin-filename", "x.bib", "a.bib"]) == 2


def test_the_rule_follows_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    write(a=UNTIDY + b"\n" + TIDY, b=TIDY)
    check = ["check", "--select", "unformatted", "--output-format", "concise", "--quiet"]
    assert main(check) == 1
    assert capsys.readouterr().out == (
        "a.bib:1:1: warning unformatted `bibcheck format` would lay this file out otherwise in 1 place [*]\n"
    )
    Path("bibcheck.toml").write_text("format.indent = 4\n")
    assert main(check) == 1
    assert "in 2 places" in capsys.readouterr().out
    assert main(["format"]) == 0
    assert main(check) == 0


@pytest.mark.parametrize(
    ("settings", "comment"),
    [
        ("", b"% bibcheck: ignore-file unformatted -- by hand\n"),
        ("", b"@comment{bibcheck: ignore-file layout}\n"),
        ('per-file-ignores = { "a.bib" = ["unformatted"] }', b""),
        ('per-file-ignores = { "a.*" = ["all"] }', b""),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["--check"], ["--diff"], ["a.bib"]])
def test_what_is_silenced_for_the_rule_stays_as_it_is(
    settings: str, comment: bytes, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bibcheck.toml").write_text(settings)
    write(a=comment + UNTIDY)
    assert main(["format", *arguments]) == 0
    out, error = capsys.readouterr()
    assert (out, error.splitlines()[0]) == ("", "a.bib: left as it is, for `unformatted` is silenced there")
    assert Path("a.bib").read_bytes() == comment + UNTIDY


def test_silenced_standard_input_comes_out_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = b"% bibcheck: ignore-file unformatted\n" + UNTIDY
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert main(["format", "-"]) == 0
    assert capfdbinary.readouterr().out == text


def test_what_silences_other_rules_or_one_entry_does_not_keep_the_layout() -> None:
    for comment in (b"% bibcheck: ignore-file pages\n\n", b"% bibcheck: ignore unformatted\n"):
        write(a=comment + UNTIDY)
        assert main(["format"]) == 0
        assert Path("a.bib").read_bytes() == comment + TIDY


INHERITS = b"@inbook{b,\n  crossref = {a},\n}\n\n@book{a,\n  title = {T},\n}\n"
FOR_BIBER = b"@book{a,\n  title = {T},\n}\n\n@inbook{b,\n  crossref = {a},\n}\n"
SORTED = 'format.sort = ["key"]\n'


@pytest.mark.parametrize(
    ("settings", "options", "paper", "expected"),
    [
        ("", [], r"\usepackage{biblatex}\addbibresource{a.bib}", INHERITS),
        ('documents = ["paper.tex"]\n', [], r"\usepackage{biblatex}\addbibresource{a.bib}", FOR_BIBER),
        ('documents = ["*.tex"]\n', [], r"\usepackage{biblatex}\addbibresource{a.bib}", FOR_BIBER),
        ("", ["--document", "paper.tex"], r"\usepackage{biblatex}\addbibresource{a.bib}", FOR_BIBER),
        ('documents = ["paper.tex"]\n', [], r"\bibliographystyle{plain}\bibliography{a}", INHERITS),
        ('documents = ["paper.tex"]\n', [], r"\usepackage{biblatex}\addbibresource{other.bib}", INHERITS),
        # The settings go before documents, and these before presets.
        ('documents = ["paper.tex"]\ndialect = "bibtex"\n', [], r"\usepackage{biblatex}\addbibresource{a}", INHERITS),
        ('documents = ["paper.tex"]\npreset = ["biblatex"]\n', [], r"\bibliographystyle{x}\bibliography{a}", INHERITS),
        ('preset = ["biblatex"]\n', [], "", FOR_BIBER),
    ],
)
def test_the_dialect_is_the_one_that_is_checked(
    settings: str,
    options: list[str],
    paper: str,
    expected: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    write(a=INHERITS, other=b"")
    Path("paper.tex").write_text(f"\\documentclass{{article}}{paper}\n")
    Path("bibcheck.toml").write_text(settings + SORTED)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(INHERITS)))
    assert main(["format", *options, "--stdin-filename", "a.bib"]) == 0
    assert capfdbinary.readouterr().out == expected
    assert main(["format", *options]) == 0
    assert Path("a.bib").read_bytes() == expected
    assert main(["check", *options, "--select", "unformatted"]) == 0


def test_a_document_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    write(a=UNTIDY)
    Path("bibcheck.toml").write_text('documents = ["paper.tex"]\n')
    assert main(["format"]) == 2
    assert "bibcheck: paper.tex: No such file or directory\n" in capsys.readouterr().err
    assert Path("a.bib").read_bytes() == TIDY
