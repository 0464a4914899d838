"""The functions that the package offers to other programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

import bibcheck

BAD = "@article{k,\n  title = {T},\n  pages = {1-2},\n}\n"
GOOD = "@article{k,\n  title = {T},\n  pages = {1--2},\n}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.bib").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rules(report: bibcheck.Report) -> set[str]:
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize("paths", [(), ("a.bib",), (Path("a.bib"),), (".",)])
def test_lint_files(paths: tuple[str | Path, ...]) -> None:
    report = bibcheck.lint(*paths)
    assert (report.files, report.entries) == (1, 1)
    assert "hyphen-in-range" in rules(report)
    assert report.sources["a.bib"].text == BAD


def test_lint_a_text_by_the_settings_of_its_place(folder: Path) -> None:
    assert "hyphen-in-range" in rules(bibcheck.lint_text(BAD))
    (folder / "bibcheck.toml").write_text('ignore = ["pages"]', encoding="utf-8")
    assert "hyphen-in-range" not in rules(bibcheck.lint_text(BAD, "sub/b.bib"))
    other = folder / "other.toml"
    other.write_text('select = ["hyphen-in-range"]', encoding="utf-8")
    assert rules(bibcheck.lint_text(BAD, settings=other)) == {"hyphen-in-range"}


def test_fix(folder: Path) -> None:
    report = bibcheck.fix("a.bib")
    assert report.fixed == 1
    assert "hyphen-in-range" not in rules(report)
    assert (folder / "a.bib").read_text(encoding="utf-8") == GOOD


def test_fix_a_text() -> None:
    assert bibcheck.fix_text(BAD) == GOOD
    assert bibcheck.fix_text(GOOD) == GOOD


def test_format(folder: Path) -> None:
    (folder / "b.bib").write_text("@misc{ k,title={T}}", encoding="utf-8")
    assert bibcheck.format() == ["b.bib"]
    assert (folder / "b.bib").read_text(encoding="utf-8") == "@misc{k,\n  title = {T},\n}\n"
    assert bibcheck.format_text("@misc{ k,title={T}}") == "@misc{k,\n  title = {T},\n}\n"
    kept = "% bibcheck: ignore-file unformatted\n@misc{ k,title={T}}"
    assert bibcheck.format_text(kept) == kept


def test_format_in_the_dialect_that_documents_show(folder: Path) -> None:
    child, parent = "@inbook{b,\n  crossref = {a},\n}\n", "@book{a,\n  title = {T},\n}\n"
    (folder / "a.bib").write_text(f"{child}\n{parent}", encoding="utf-8")
    (folder / "bibcheck.toml").write_text('documents = ["a.tex"]\nformat.sort = ["key"]\n', encoding="utf-8")
    (folder / "a.tex").write_text("\\usepackage{biblatex}\\addbibresource{a.bib}", encoding="utf-8")
    assert bibcheck.format_text(f"{child}\n{parent}", "a.bib") == f"{parent}\n{child}"
    assert bibcheck.format() == ["a.bib"]
    assert (folder / "a.bib").read_text(encoding="utf-8") == f"{parent}\n{child}"


def test_what_cannot_be_read_is_an_error() -> None:
    for function in (bibcheck.lint, bibcheck.fix, bibcheck.format):
        with pytest.raises(bibcheck.BibcheckError, match=r"no\.bib: no such file"):
            function("no.bib")


@pytest.mark.parametrize("name", ["lint_text", "fix_text", "format_text"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\ud800", "1:1: U+D800"),
        ("@misc{k,\n  title = {\udfff}}\n", "2:12: U+DFFF"),
        ("\udc80\udc7f", "1:2: U+DC7F"),
        ("\ud83d\ude00", "1:1: U+D83D"),
        ("\udcc3\udca9", "1:1: U+DCC3"),  # read again, it is an `é`
        ("\udcff\udcfe", "1:1: U+DCFF"),  # read again, it is a byte order mark
    ],
)
def test_a_text_that_no_file_can_hold_is_an_error(name: str, text: str, place: str) -> None:
    with pytest.raises(bibcheck.BibcheckError) as caught:
        getattr(bibcheck, name)(text)
    assert caught.value.args == (f"<text>:{place} is half of a character: no file can hold this text",)


@pytest.mark.parametrize("start", ["", "\ufeff", "\ufeff\ufeff"])
def test_what_is_no_part_of_the_text_comes_back(start: str) -> None:
    text = f"{start}@misc{{k,\n  pages = {{1-2}},\n  note = {{\udc80}},\n}}\n"
    mended = f"{start[:1]}@misc{{k,\n  pages = {{1--2}},\n  note = {{\udc80}},\n}}\n"
    assert bibcheck.fix_text(text) == mended
    assert bibcheck.format_text(mended.replace("  ", " ")) == mended
    (finding,) = (each for each in bibcheck.lint_text(text).findings if each.rule == "hyphen-in-range")
    assert bibcheck.lint_text(text).sources["<text>"].text[slice(*finding.span)] == "-"


def test_wrong_settings_are_an_error(folder: Path) -> None:
    (folder / "bibcheck.toml").write_text("no-such-key = 1", encoding="utf-8")
    with pytest.raises(bibcheck.SettingsError, match=r"bibcheck\.toml:1:1"):
        bibcheck.lint()


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute `lnit`"):
        bibcheck.lnit  # noqa: B018


def test_the_example_of_the_package_runs(folder: Path) -> None:
    assert bibcheck.__doc__
    (folder / "references.bib").write_text(BAD, encoding="utf-8")
    example = dedent("\n".join(line for line in bibcheck.__doc__.split("\n") if line.startswith("    ")))
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True)
    assert "references.bib 3 hyphen-in-range page range joined by a hyphen" in done.stdout
    alone = "import sys, bibcheck; print(sorted(name for name in sys.modules if name.startswith('bibcheck.')))"
    done = subprocess.run([sys.executable, "-c", alone], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
