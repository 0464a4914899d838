"""Links: what is checked out with a project changes nothing outside of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.fixing.target import target_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
BAD = "@article{a,\n  pages = {97-111},\n}\n"
FIXED = BAD.replace("97-111", "97--111")


@pytest.fixture(autouse=True)
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside the repository that is the current folder."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "paper" / ".git").mkdir(parents=True)
    (tmp_path / "paper" / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    return tmp_path / "outside"


@pytest.mark.parametrize(
    ("link", "to", "why"),
    [
        ("refs.bib", "../outside/refs.bib", "which is not in this project"),
        ("sub/refs.bib", "../../outside/refs.bib", "which is not in this project"),
        ("refs.bib", "../outside/.profile", "which is not in this project"),
        ("refs.bib", ".git/config", "which has another file name extension"),
        ("refs.bib", "main.tex", "which has another file name extension"),
    ],
)
def test_a_link_to_what_is_not_the_projects_changes_nothing(
    link: str, to: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.symlink(to, link)
    target = Path(link).resolve()
    target.write_text(BAD, encoding="utf-8")
    for arguments in (["check", "--fix", "--select", "hyphen-in-range"], ["format"]):
        target.write_text(BAD.replace("  pages", "pages"), encoding="utf-8")
        for paths in ([], [link]):
            assert main([*arguments, *paths]) == 2
            assert f"{link}: not written: it is a link to " in (said := capsys.readouterr().err) and why in said
    assert target.read_text(encoding="utf-8") == BAD.replace("  pages", "pages")


@pytest.mark.parametrize(
    ("link", "to"),
    [("refs.bib", "other.bib"), ("refs.bib", "sub/other.bib"), ("sub/refs.bib", "../other.BIB"), ("a.txt", "b.txt")],
)
def test_a_link_inside_of_the_project_stays_and_its_target_is_written(link: str, to: str) -> None:
    os.symlink(to, link)
    Path(link).resolve().write_text(BAD, encoding="utf-8")
    assert main(["check", "--fix", "--select", "hyphen-in-range", link]) == 0
    assert Path(link).is_symlink()
    assert Path(link).read_text(encoding="utf-8") == FIXED


def test_a_folder_may_be_reached_by_a_link(outside: Path) -> None:
    (outside / "refs.bib").write_text(BAD, encoding="utf-8")
    os.symlink(outside, "bibliography")
    assert main(["check", "--fix", "--select", "hyphen-in-range", "bibliography/refs.bib"]) == 0
    assert (outside / "refs.bib").read_text(encoding="utf-8") == FIXED


def test_a_link_that_leads_outside_may_be_read(outside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (outside / "refs.bib").write_text(BAD, encoding="utf-8")
    os.symlink("../outside/refs.bib", "refs.bib")
    assert main(["check", "--select", "hyphen-in-range"]) == 1
    assert "refs.bib:2:14: warning hyphen-in-range" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("marker", "here", "is_inside"),
    [
        (".git", "a", True),
        ("bibcheck.toml", "a", True),
        ("", "", True),  # the current folder is what is worked on
        ("", "a", False),
        ("", "elsewhere", False),
    ],
)
def test_what_the_project_is(
    marker: str, here: str, is_inside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    for name in ("a", "b", "elsewhere"):
        (home / name).mkdir(parents=True)
    if marker:
        (home / marker).touch()
    (home / "b" / "refs.bib").touch()
    os.symlink("../b/refs.bib", home / "a" / "refs.bib")
    monkeypatch.chdir(home / here)
    if is_inside:
        assert target_of(str(home / "a" / "refs.bib")) == str(home / "b" / "refs.bib")
    else:
        with pytest.raises(OSError, match="not in this project"):
            target_of(str(home / "a" / "refs.bib"))
