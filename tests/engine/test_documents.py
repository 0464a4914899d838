"""Documents in a run: which are read, of which findings are told, what they show, and how they are fixed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.engine.documents import DocumentRequest, Documents
from bibcheck.engine.plan import Plan
from bibcheck.source import Source

BIB = "@book{knuth84, author = {Knuth, Donald E.}, title = {T}, publisher = {P}, year = 1984}\n"
TEX = "\\documentclass{article}\n\\input{part}\n\\cite{Knuth84,gone}\n\\bibliography{refs}\n"
PART = "\\cite{lost}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    write("refs.bib", BIB)
    write("main.tex", TEX)
    write("part.tex", PART)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """The status, the findings as `path rule key`, and standard error."""
    status = main(["check", "--output-format", "concise", "--quiet", *arguments])
    out, err = capsys.readouterr()
    return status, [f"{line.split(':')[0]} {line.split()[2]}" for line in out.splitlines()], err


IN_MAIN = ["main.tex miscased-citation", "main.tex undefined-citation"]
IN_PART = ["part.tex undefined-citation"]


@pytest.mark.parametrize(
    ("settings", "arguments", "expected"),
    [
        ("", [], []),
        ("", ["refs.bib"], []),
        ("", ["main.tex"], IN_MAIN),
        ("", ["part.tex"], []),  # of which document it is a part, nothing says
        ("", ["refs.bib", "--document", "main.tex"], IN_MAIN + IN_PART),
        ("documents = ['main.tex']", [], IN_MAIN + IN_PART),
        ("documents = ['ma*.tex']", ["."], IN_MAIN + IN_PART),
        ("documents = ['main.tex']", ["refs.bib"], []),
        ("documents = ['main.tex']", ["main.tex"], IN_MAIN),
        ("documents = ['main.tex']", ["part.tex"], IN_PART),
        ("documents = ['main.tex']", ["part.tex", "refs.bib"], IN_PART),
        ("documents = ['main.tex']\ninclude = ['*.bib']", [], IN_MAIN + IN_PART),
        ("documents = ['main.tex']\nper-file-ignores = {'main.tex' = ['citations']}", [], IN_PART),
        ("documents = ['main.tex']\n[entries.gone]\nignore = ['undefined-citation']", ["main.tex"], IN_MAIN[:1]),
    ],
)
def test_findings_are_those_of_the_files_that_were_asked_about(
    capsys: pytest.CaptureFixture[str], settings: str, arguments: list[str], expected: list[str]
) -> None:
    write("bibcheck.toml", settings)
    assert check(capsys, *arguments)[1] == expected


def test_a_part_that_names_its_document_is_checked_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    write("part.tex", "% !TEX root = main.tex\n" + PART)
    assert check(capsys, "part.tex")[1] == IN_PART


def test_one_at_a_time_gives_what_all_give_together(capsys: pytest.CaptureFixture[str]) -> None:
    write("bibcheck.toml", "documents = ['main.tex']\nextend-select = ['uncited-entry']\n")
    _, together, _ = check(capsys)
    apart = [line for name in ("main.tex", "part.tex", "refs.bib") for line in check(capsys, name)[1]]
    assert sorted(apart) == sorted(together)


def test_the_findings_of_bibliographies_need_no_document_that_is_asked_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("bibcheck.toml", "documents = ['main.tex']\n")
    write("main.tex", "\\bibliography{refs}\n")
    assert check(capsys, "--select", "uncited-entry", "refs.bib")[1] == ["refs.bib uncited-entry"]


def test_a_document_that_names_no_bibliography_is_held_against_those_that_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("paper.md", "See [@knuth84] and [@gone].\n")
    assert check(capsys, "refs.bib", "--document", "paper.md")[1] == ["paper.md undefined-citation"]
    assert check(capsys, "paper.md")[1] == []


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["refs.bib", "--document", "none.tex"], 2, "bibcheck: none.tex: No such file or directory"),
        (["--select", "citations", "refs.bib"], 2, "bibcheck: the rules that are selected need a document: "),
        (["refs.bib", "--document", "image.png"], 2, "bibcheck: image.png: is not a document that bibcheck reads"),
    ],
)
def test_what_cannot_be_done_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, line: str
) -> None:
    write("image.png", "")
    found = check(capsys, *arguments)
    assert found[0] == status
    assert found[2].startswith(line)


def test_a_part_that_is_not_there_is_told_of_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    Path("part.tex").unlink()
    status, found, error = check(capsys, "main.tex")
    assert (status, found) == (1, IN_MAIN)
    assert error == "bibcheck: main.tex:2:8: `part` is not found; what it cites is not known\n"


@pytest.mark.parametrize(
    ("document", "dialect", "style"),
    [
        ("\\usepackage[style=apa]{biblatex}\\addbibresource{refs.bib}", "biblatex", "apa"),
        ("\\bibliographystyle{plain}\\bibliography{refs}", "bibtex", "plain"),
        ("\\bibliography{refs}", "bibtex", None),
    ],
)
def test_documents_say_the_dialect_and_the_style_where_the_settings_do_not(
    document: str, dialect: str, style: str | None
) -> None:
    write("main.tex", document)
    shown = Documents([DocumentRequest("main.tex")], Source.from_file, {}).shown()
    read = Plan([], shown=shown).read(Source("refs.bib", BIB))
    assert (read.dialect, read.style) == (dialect, style)
    told = Plan([], shown=shown, dialect="bibtex", style="mine").read(Source("refs.bib", BIB))
    assert (told.dialect, told.style) == ("bibtex", "mine")


def test_a_document_is_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    write("main.tex", "\\cite{knuth84, Knuth84}\r\n\\cite{KNUTH84}\r\n\\bibliography{refs}\r\n")
    assert check(capsys, "--fix", "main.tex")[0] == 0
    assert Path("main.tex").read_bytes() == b"\\cite{knuth84}\r\n\\cite{knuth84}\r\n\\bibliography{refs}\r\n"


def test_documents_and_bibliographies_are_fixed_together(capsys: pytest.CaptureFixture[str]) -> None:
    write("refs.bib", BIB.replace("year", "pages = {1-2}, year"))
    write("main.tex", TEX.replace(",gone", ""))
    write("part.tex", "")
    assert check(capsys, "--fix", "refs.bib", "--document", "main.tex")[:2] == (0, [])
    assert "{1--2}" in Path("refs.bib").read_text(encoding="utf-8")
    assert "\\cite{knuth84}" in Path("main.tex").read_text(encoding="utf-8")


def test_a_document_of_files_with_different_settings_is_reported_once(capsys: pytest.CaptureFixture[str]) -> None:
    write("sub/bibcheck.toml", "ignore = ['titles']\n")
    write("sub/other.bib", BIB.replace("knuth84", "other"))
    assert check(capsys, "refs.bib", "sub/other.bib", "--document", "main.tex")[1] == IN_MAIN + IN_PART


@pytest.mark.parametrize(
    ("declared", "text", "keys"),
    [
        ("mycite", r"\mycite[p. 3]{x}", ["x"]),
        (r"\\mycite", r"\mycite*{x, y}", ["x", "y"]),
        (r"\\quoted{text}{keys}", r"\quoted{Some text}[3]{x}", ["x"]),
        (r"\\seecites{keys}...", r"\seecites(a)[1]{x}[2]{y}", ["x", "y"]),
        ("zitat", r"\newcommand{\zitat}[1]{\cite{#1}}\zitat{x}", ["x"]),  # what it defines itself as well
        ("zitat", r"% \zitat{x}", []),
        ("zitat", r"\verb|\zitat{x}|", []),
        ("zitat", r"\zitate{x}", []),
    ],
)
@pytest.mark.parametrize("name", ["main.tex", "main.md"])
def test_a_command_that_the_settings_declare_cites(
    declared: str, text: str, keys: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if name == "main.md":
        text = text.replace("% ", "<!-- ", 1) + " -->" if text.startswith("%") else text
        text = f"---\nbibliography: refs.bib\n---\n\n{text}\n".replace(r"\verb|", "`").replace("}|", "}`")
    else:
        text += "\n\\bibliography{refs}"
    write(name, text)
    write("bibcheck.toml", f'documents = ["{name}"]\ncite-commands = ["{declared}"]\n')
    main(["check", "--output-format", "jsonl", "--select", "undefined-citation"])
    assert [json.loads(line)["key"] for line in capsys.readouterr().out.splitlines()] == keys


def test_what_a_declared_command_cites_is_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    write("main.tex", "\\zitat{Knuth84}\n\\input{part}\\bibliography{refs}\n")
    write("part.tex", "\\zitat{knuth84,knuth84}\n")
    write("bibcheck.toml", 'documents = ["main.tex"]\ncite-commands = ["zitat"]\n')
    assert check(capsys, "--fix")[:2] == (0, [])
    assert Path("main.tex").read_text(encoding="utf-8").startswith("\\zitat{knuth84}")
    assert Path("part.tex").read_text(encoding="utf-8") == "\\zitat{knuth84}\n"


def test_a_diff_changes_nothing(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["check", "--diff", "main.tex"])
    assert b"+\\cite{knuth84,gone}" in capsysbinary.readouterr().out
    assert Path("main.tex").read_text(encoding="utf-8") == TEX


def test_a_run_without_documents_imports_none_of_it() -> None:
    program = (
        "import sys; from bibcheck.cli import main; main(['check']); print([m for m in sys.modules if 'document' in m])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("documents", ["index.Rmd", "*.Rmd", "b.Rmd"])
@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("", ["c", "e", "n"]),
        ("rmd_subdir: true", ["c", "n"]),
        ("rmd_files: [index.Rmd]", ["b", "c", "e", "n"]),
        ("rmd_subdir: ..", []),  # out of sight
    ],
)
def test_entries_that_no_chapter_of_a_bookdown_book_cites(
    capsys: pytest.CaptureFixture[str], documents: str, settings: str, found: list[str]
) -> None:
    if documents != "index.Rmd" and settings.startswith("rmd_files"):
        pytest.skip("a document that the settings name is read, whatever the book says")
    write("bibcheck.toml", f"documents = ['{documents}']\nselect = ['uncited-entry', 'undefined-citation']\n")
    write("_bookdown.yml", settings)
    write("index.Rmd", "---\nsite: bookdown::bookdown_site\nbibliography: refs.bib\n---\n\n@i\n")
    write("b.Rmd", "@b and @gone\n")
    write("_c.Rmd", "@c\n")
    write("e/e.Rmd", "@e\n")
    write("refs.bib", "\n".join(f"@book{{{key}, title = {{T}}}}" for key in "ibcen"))
    main(["check", "--output-format", "concise", "--quiet", "--show-all"])
    lines = capsys.readouterr().out.splitlines()
    uncited = [line.split("`")[-2] for line in lines if "uncited-entry" in line]
    undefined = [line.split(":")[0] for line in lines if "undefined-citation" in line]
    if documents == "*.Rmd":
        found = [key for key in found if key != "c"]
    assert uncited == sorted(found)
    assert undefined == (["b.Rmd"] if "b" not in found else [])
