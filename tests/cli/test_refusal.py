"""A file that is no bibliography is refused by name, and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bibcheck.cli import main

PASSWD = "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:d@host:/:/bin/sh\n"
LATEX = "\\makeatletter\n\\@ifnextchar{a}\n@article{a, pages = {1-2}}\n"
PYTHON = '@property\ndef a(self):\n    @cache(a, b)\n    return {"a": 1}\n'
JAVA = '@Test\nclass A {\n@SuppressWarnings({"a", "b"})\nvoid b() {}}\n'
ENTRY = "\n  @book { a , pages = {1-2} }\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", [["check"], ["check", "--fix"], ["format"]])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("main.log", LATEX), ("MAIN.BLG", "text"), ("main.log", "This is pdfTeX\n")),
        *(("passwd", PASSWD), ("a.py", PYTHON), ("A.java", JAVA), ("notes.txt", "mail to a@b.org {x}\n")),
    ],
)
def test_refused(command: list[str], name: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text(text, encoding="utf-8")
    Path("a.bib").write_text("@book{a, pages = {1-2}}\n", encoding="utf-8")
    assert main([*command, name, "a.bib"]) == 2
    out, error = capsys.readouterr()
    assert f"bibcheck: {name}: " in error
    assert "no bibliography" in error
    assert name not in out
    assert Path(name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("command", [["check"], ["check", "--fix"], ["format"]])
@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"<!DOCTYPE html>\n<html><body>404: mail to @admin{x}</body></html>\n", "HTML"),
        (b'\n<?xml version="1.0"?>\n<xml></xml>\n', "XML"),
        (b'[{"id": "knuth84"}]\n', "JSON"),
        (b"TY  - JOUR\nAU  - Knuth\nER  -\n", "RIS"),
        (b"%0 Journal Article\n%A Knuth\n", "EndNote's format"),
        (b"\nPMID- 1234\n", "PubMed's format"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"PK\x03\x04\x00", "ZIP"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_another_format_is_refused_whatever_its_name(
    command: list[str], data: bytes, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("x.bib").write_bytes(data)
    Path("a.bib").write_text("@book{a, pages = {1-2}}\n", encoding="utf-8")
    assert main([*command, "x.bib", "a.bib"]) == 2
    out, error = capsys.readouterr()
    assert f"bibcheck: x.bib: no bibliography but {format}: no line begins an entry, as `@book{{key,` does\n" in error
    assert "x.bib" not in out
    assert Path("x.bib").read_bytes() == data


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>\n", "[1]\n", "{\n", "%0 x\n", "% Encoding: UTF-8\n", "TY  - x\n", "\n\n"]
)
def test_text_before_entries_is_no_other_format(start: str) -> None:
    Path("a.bib").write_text(start + ENTRY, encoding="utf-8")
    assert main(["check", "--select", "hyphen-in-range", "a.bib"]) == 1


@pytest.mark.parametrize(("name", "text"), [("main.tex", LATEX), ("MAIN.TEX", "text"), ("main.aux", "\\relax\n")])
def test_a_document_is_refused_where_it_is_not_what_cites(
    name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(text, encoding="utf-8")
    Path("a.bib").write_text("@book{a, pages = {1--2}}\n", encoding="utf-8")
    for command, status in ((["format"], 2), (["read", "--count"], 2), (["check", "--select", "syntax"], 0)):
        assert main([*command, name, "a.bib"]) == status
        assert ("no bibliography" in capsys.readouterr().err) == (status == 2)
        assert Path(name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("refs.txt", ENTRY),
        ("refs", ENTRY),
        ("refs.bib.orig", ENTRY),
        ("a.bib", ""),
        ("a.bib", "nothing"),
        ("a.txt", " "),
    ],
)
def test_checked(name: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert main(["check", "--select", "hyphen-in-range", name]) == (1 if text == ENTRY else 0)
    assert capsys.readouterr().err == ""


def test_what_the_settings_include_is_one() -> None:
    Path("bibcheck.toml").write_text("include = ['*.references']\n")
    Path("a.references").write_text("nothing yet\n")
    assert main(["check", "a.references"]) == 0
