"""Names of findings that stay the same while the file changes around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.engine.report import Report
from bibcheck.reports.fingerprint import fingerprints
from bibcheck.rules import load_rule
from bibcheck.source import Source
from tests.reports.outcomes import found, result

ENTRY = "@article{a,\n  pages = {1-2, 5-6},\n  title = {On the the OS and on the the OS}\n}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(text: str, path: str = "a.bib") -> list[str]:
    """The fingerprints of what some rules find in a file."""
    linter = Linter([load_rule(name)() for name in ("hyphen-in-range", "repeated-word", "unprotected-capitals")])
    linter.add(Source(path, text))
    done = linter.finish()
    return sorted(fingerprints(done.findings, done.sources))


def test_no_two_are_alike() -> None:
    assert len(set(names(ENTRY))) == len(names(ENTRY)) == 5


@pytest.mark.parametrize(
    "text",
    [
        "@misc{b, title = {Another}}\n\n% a comment\n" + ENTRY,
        ENTRY + "@article{b,\n  pages = {1-2}\n}\n".replace("1-2", "1--2"),
        ENTRY.replace("\n", "\r\n"),
        ENTRY.replace("  ", "\t").replace(" = ", "="),
        ENTRY.replace("{1-2, 5-6}", '"1-2, 5-6"').replace("@article", "@Article").replace("pages", "PAGES"),
        "@article{a,\n  title = {On the the OS and on the the OS},\n  pages = {1-2, 5-6}\n}\n",
    ],
)
def test_another_layout_and_other_entries_do_not_count(text: str) -> None:
    assert names(text) == names(ENTRY)


@pytest.mark.parametrize(
    "text", [ENTRY.replace("{a,", "{b,"), ENTRY.replace("OS", "OSX"), ENTRY.replace("pages", "numpages")]
)
def test_another_entry_text_or_field_does(text: str) -> None:
    assert names(text) != names(ENTRY)


def test_the_current_folder_does_not_count(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = names(ENTRY, "sub/a.bib")
    assert names(ENTRY, str(project / "sub" / "a.bib")) == before
    monkeypatch.chdir(project / "sub")
    assert names(ENTRY, "a.bib") == before
    assert names(ENTRY, "../a.bib") != before


def test_the_settings_file_marks_a_project_without_a_repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / ".git").rmdir()
    (project / "bibcheck.toml").touch()
    before = names(ENTRY, "sub/a.bib")
    monkeypatch.chdir(project / "sub")
    assert names(ENTRY, "a.bib") == before != names(ENTRY, "../a.bib")


def test_a_finding_that_is_gone_leaves_the_others_their_names() -> None:
    whole = result(found("a.bib", 0, 1), found("a.bib", 2, 3), found("a.bib", 4, 5), a="a b c")
    less = Report(whole.findings[1:], *whole[1:])
    assert fingerprints(less.findings, less.sources) == fingerprints(whole.findings, whole.sources)[1:]


def test_bytes_that_are_not_utf8_have_names_too() -> None:
    made = result(found("a.bib", 0, 1), found("a.bib", 1, 2), a="\udce9\udcea")
    assert len(set(fingerprints(made.findings, made.sources))) == 2
