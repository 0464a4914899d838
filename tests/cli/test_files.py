"""Which files are checked: what git ignores is left out of folders, --exclude, --show-files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bibcheck.cli import main

FILES = ("a.bib", "build/b.bib", "sub/c.bib", "sub/build/d.bib", "sub/deep/e.bib")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        write(name, "")
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def files(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The files that a check would read."""
    assert main(["check", "--show-files", *arguments]) == 0
    return sorted(capsys.readouterr().out.splitlines())


@pytest.mark.parametrize(
    ("ignored", "left"),
    [
        ("", FILES),
        ("*.aux\n\n# comment\n.cache/\n", FILES),
        ("build/\n", ("a.bib", "sub/c.bib", "sub/deep/e.bib")),
        ("/build\n", ("a.bib", "sub/build/d.bib", "sub/c.bib", "sub/deep/e.bib")),
        ("*.bib\n!a.bib\n", ("a.bib",)),
        ("sub/**/*.bib\n", ("a.bib", "build/b.bib")),
        ("sub/\n!sub/c.bib\n", ("a.bib", "build/b.bib")),  # as git has it: nothing below comes back
        ("sub/*\n!sub/c.bib\n", ("a.bib", "build/b.bib", "sub/c.bib")),
        ("[abc].bib\n", ("sub/build/d.bib", "sub/deep/e.bib")),
        ("\\a.bib\n", ("build/b.bib", "sub/build/d.bib", "sub/c.bib", "sub/deep/e.bib")),
    ],
)
def test_what_git_ignores_is_not_found(capsys: pytest.CaptureFixture[str], ignored: str, left: tuple[str, ...]) -> None:
    write(".gitignore", ignored)
    assert files(capsys) == sorted(left)
    assert files(capsys, "--no-gitignore", ".") == sorted(FILES)


def test_the_nearest_file_decides(capsys: pytest.CaptureFixture[str]) -> None:
    write(".gitignore", "c.bib\nd.bib\n")
    write("sub/.gitignore", "!c.bib\ne.bib\n")
    assert files(capsys) == ["a.bib", "build/b.bib", "sub/c.bib"]
    assert files(capsys, "sub") == ["sub/c.bib"]


def test_patterns_above_the_repository_do_not_hold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(".gitignore", "*.bib\n")
    Path("sub/.git").mkdir()
    assert files(capsys, "sub") == ["sub/build/d.bib", "sub/c.bib", "sub/deep/e.bib"]


def test_a_file_that_is_named_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    write(".gitignore", "*.bib\n")
    assert files(capsys, "a.bib") == ["a.bib"]


def test_a_folder_of_which_all_is_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    write(".gitignore", "*.bib\n")
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "bibcheck: .: git ignores all that is in this folder\n"
    write(".gitignore", "")
    assert main(["check", "--exclude", "*", "build"]) == 2
    assert capsys.readouterr().err == "bibcheck: build: `exclude` leaves out all that is in this folder\n"


def test_exclude_adds_to_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    write("bibcheck.toml", "exclude = ['build']\n")
    assert files(capsys, "--exclude", "sub/*/*.bib") == ["a.bib", "sub/c.bib"]
    assert files(capsys, "--exclude", "a.bib", "--exclude", "sub/deep") == ["sub/build/d.bib", "sub/c.bib"]
    assert files(capsys, "a.bib", "--exclude", "a.bib") == ["a.bib"]
    assert files(capsys, "a.bib", "sub", "--exclude", "a.bib", "--force-exclude") == FILES_BELOW_SUB


FILES_BELOW_SUB = ["sub/build/d.bib", "sub/c.bib", "sub/deep/e.bib"]


def test_documents_are_shown_too(capsys: pytest.CaptureFixture[str]) -> None:
    write("bibcheck.toml", "documents = ['paper.tex']\n")
    assert files(capsys, "a.bib", "--document", "other.tex") == ["a.bib", "other.tex", "paper.tex"]


@pytest.mark.parametrize(("ignored", "is_loaded"), [("*.aux\nbuild-*/\n__pycache__/\n", False), ("sub/deep\n", True)])
def test_pathspec_is_loaded_for_a_path_that_may_be_ignored(ignored: str, is_loaded: bool) -> None:
    write(".gitignore", ignored)
    program = "import sys; from bibcheck.cli import main; main(['check']); print('pathspec' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str(is_loaded)
