"""--since: the findings in entries that have changed since a git revision, and those that they cause elsewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bibcheck.cli import main

A = "@article{a,\n  pages = {1-2},\n}\n"
B = "@article{b,\n  pages = {3-4},\n}\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    write("a.bib", A + B)
    write("sub/other.bib", "@article{x, pages = {7-8}}\n")
    git("add", ".")
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "first")
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def since(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The findings since the first commit, as `path rule key`."""
    arguments = arguments or ("--select", "hyphen-in-range")
    status = main(["check", "--since", "HEAD", "--output-format", "concise", "--quiet", *arguments])
    found = [f"{line.split(':')[0]} {line.split()[2]}" for line in capsys.readouterr().out.splitlines()]
    assert status == (1 if found else 0)
    return found


@pytest.mark.parametrize(
    "text", [A + B, B + A, "% a comment\n\n" + A + B, A + "\n\n" + B.replace("  pages", "\tpages"), A, ""]
)
def test_what_has_not_changed_is_not_reported(capsys: pytest.CaptureFixture[str], text: str) -> None:
    write("a.bib", text)
    assert since(capsys) == []


def test_of_two_alike_one_that_has_changed_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    entries = [f"@article{{{key}, title = {{On Trees}}, doi = {{10.1000/182}}}}\n" for key in ("x", "w")]
    write("a.bib", "".join(entries))
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qam", "second")
    run = ["--select", "duplicate-doi", "--ignore", "hyphen-in-range"]
    write("a.bib", "".join(reversed(entries)))
    assert since(capsys, *run) == []
    write("a.bib", entries[0] + entries[1].replace("doi", "year = 1984, doi"))
    assert since(capsys, *run) == ["a.bib duplicate-doi"]


KEYLESS = [f"@book{{, title = {{{title}}}, year = 1984}}\n" for title in ("One", "Two", "Three")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ([*KEYLESS], []),
        ([*reversed(KEYLESS)], []),
        (["@Book{, title = {Four}, year = 1984}\n", *KEYLESS], [1]),  # and none of those below
        ([KEYLESS[0], KEYLESS[1].replace("1984", "1985"), KEYLESS[2]], [2]),
        ([KEYLESS[2], KEYLESS[0].replace("@book", "@booklet")], [2]),
    ],
)
def test_entries_without_a_key_are_told_apart(
    capsys: pytest.CaptureFixture[str], text: list[str], lines: list[int]
) -> None:
    write("a.bib", "".join(KEYLESS))
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qam", "second")
    write("a.bib", "".join(text))
    main(["check", "--since", "HEAD", "--select", "missing-key", "--output-format", "concise", "--quiet"])
    found = [int(line.split(":")[1]) for line in capsys.readouterr().out.splitlines() if "missing-key" in line]
    assert found == lines


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (A + B + "@article{c, pages = {5-6}}\n", 1),
        (A.replace("1-2", "1-3") + B, 1),
        (A.replace("pages", "year = 2000,\n  pages") + B, 1),  # the old finding in a changed entry
        (A.replace("1-2", "1--2") + B, 0),
    ],
)
def test_what_stands_in_changed_entries_is(capsys: pytest.CaptureFixture[str], text: str, count: int) -> None:
    write("a.bib", text)
    assert len(since(capsys)) == count


def test_files_may_be_new_moved_or_gone(capsys: pytest.CaptureFixture[str]) -> None:
    write("new.bib", "@article{n, pages = {5-6}}\n")
    git("mv", "sub/other.bib", "moved.bib")
    Path("a.bib").unlink()
    assert since(capsys) == ["new.bib hyphen-in-range"]


def test_what_a_change_causes_elsewhere_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.bib", "@article{x, crossref = {p}}\n@proceedings{p, title = {P}}\n")
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qam", "second")
    write("a.bib", "@article{x, crossref = {p}}\n")
    assert since(capsys, "--select", "undefined-crossref") == ["a.bib undefined-crossref"]


def test_in_documents_too(capsys: pytest.CaptureFixture[str]) -> None:
    write("main.tex", "\\cite{a,gone}\\bibliography{a}\n")
    git("add", ".")
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "second")
    write("main.tex", "Text. \\cite{a,gone}\\bibliography{a}\n")
    assert since(capsys, "--select", "citations", "main.tex") == []
    write("a.bib", B)
    assert since(capsys, "--select", "citations", "main.tex") == ["main.tex undefined-citation"]


@pytest.mark.parametrize("revision", ["nonsense", "--help", ""])
def test_a_revision_that_there_is_not(capsys: pytest.CaptureFixture[str], revision: str) -> None:
    assert main(["check", f"--since={revision or 'HEAD~7'}"]) == 2
    assert capsys.readouterr().err.startswith("bibcheck: --since: ")


def test_it_is_for_reports_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--since", "HEAD", "--fix"]) == 2
