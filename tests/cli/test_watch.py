"""`--watch`: checks again when a file changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bibcheck.cli import main

ROOT = Path(__file__).resolve().parents[2]
BAD = "@article{k, title = {T}, pages = {12-34}}\n"
COMMAND = ["check", "--watch", "--select", "hyphen-in-range,repeated-word", "--output-format", "concise"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bib").write_text(BAD, encoding="utf-8")
    return tmp_path


def change_with(monkeypatch: pytest.MonkeyPatch, *texts: tuple[str, str]) -> list[tuple[object, ...]]:
    """Let files change as watchfiles would tell, if it is asked for them; gives how it was asked."""
    asked: list[tuple[object, ...]] = []

    def watch(*paths: str, **options: object) -> Iterator[object]:
        asked.append((sorted(paths), options["recursive"]))
        for name, text in texts:
            Path(name).write_text(text, encoding="utf-8")
            if options["watch_filter"](1, os.path.abspath(name)):  # type: ignore[operator]
                yield {(1, name)}

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    return asked


def test_what_came_and_went_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = "@comment{moved}\n\n" + BAD
    other = moved.replace("12-34", "12--34").replace("{T}", "{The the T}")
    asked = change_with(monkeypatch, ("a.bib", moved), ("a.bib", other))
    assert main(COMMAND) == 1
    first, second, third = (
        capsys.readouterr().out.replace("no finding came or went\n", "§").replace("- a.bib", "§- a.bib").split("§")
    )
    assert first.startswith("a.bib:1:") and "a.bib:3:" in first
    assert second.startswith("a.bib:3:") and "repeated-word" in second
    lines = third.splitlines()
    assert lines[0].startswith("- a.bib: k: hyphen-in-range ")
    assert lines[1].startswith("+ a.bib: k: repeated-word ")
    assert asked == [([str(folder)], True)]


DOCUMENT = "\\input{part}\\cite{k}\\bibliography{a}\n"
CITATIONS = ["check", "--watch", "--select", "undefined-citation", "--output-format", "concise"]


def test_documents_and_their_parts_wake_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "main.tex").write_text(DOCUMENT, encoding="utf-8")
    asked = change_with(
        monkeypatch,
        ("main.tex", DOCUMENT.replace("{k}", "{gone}")),
        ("part.tex", "\\cite{lost}\n"),  # a part that was not there
        ("main.aux", "\\citation{new}\n"),  # what LaTeX writes wakes nobody
        ("notes.txt", "notes"),
        ("part.tex", ""),
    )
    assert main([*CITATIONS, "--document", "main.tex"]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line[0] in "+-"]
    assert [line.split()[:3] for line in lines] == [
        ["+", "main.tex:", "gone:"],
        ["+", "part.tex:", "lost:"],
        ["-", "part.tex:", "lost:"],
    ]
    assert asked == [([str(folder)], True)]


def test_without_documents_they_wake_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change_with(monkeypatch, ("main.tex", DOCUMENT))
    assert main(COMMAND) == 1
    assert capsys.readouterr().out.count("hyphen-in-range") == 1


def test_folders_of_documents_elsewhere_are_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("bib", "text"):
        (folder / name).mkdir()
    (folder / "bib" / "b.bib").write_text(BAD, encoding="utf-8")
    (folder / "text" / "main.tex").write_text("\\cite{k}\\bibliography{../bib/b}\n", encoding="utf-8")
    asked = change_with(monkeypatch)
    assert main([*CITATIONS, "bib", "--document", "text/main.tex"]) == 0
    assert asked == [([str(folder / "bib"), str(folder / "text")], True)]


@pytest.mark.usefixtures("folder")
def test_broken_settings_are_told_and_the_watch_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change_with(monkeypatch, ("bibcheck.toml", "select ="), ("bibcheck.toml", ""))
    assert main(COMMAND) == 1
    said = capsys.readouterr()
    assert "broken TOML" in said.err
    assert said.out.count("hyphen-in-range") == 2


def test_beside_a_named_file_nothing_below_is_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = change_with(monkeypatch)
    assert main([*COMMAND, "a.bib"]) == 1
    assert asked == [([str(folder)], False)]


@pytest.mark.parametrize("option", [["--fix"], ["--diff"], ["--output-file", "x"], ["-"]])
def test_what_does_not_go_with_it(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMAND, *option]) == 2
    assert "--watch reports on files as they change" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_without_watchfiles(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(COMMAND) == 2
    assert "pip install 'latex-bibcheck[watch]'" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sends an interrupt")
def test_on_real_files(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bibcheck", *COMMAND]
    with (folder / "out").open("w", encoding="utf-8") as out:
        run = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(folder / "out", "hyphen-in-range")
        end = time.monotonic() + 30
        while "- a.bib" not in (folder / "out").read_text(encoding="utf-8") and time.monotonic() < end:
            (folder / "a.bib").write_text(BAD.replace("12-34", "12--34"), encoding="utf-8")
            time.sleep(0.5)
        wait_for(folder / "out", "- a.bib: k: hyphen-in-range")
    finally:
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=20)
    assert (run.returncode, said) == (0, "")


def wait_for(path: Path, text: str) -> None:
    end = time.monotonic() + 30
    while text not in path.read_text(encoding="utf-8") and time.monotonic() < end:
        time.sleep(0.05)
    assert text in path.read_text(encoding="utf-8")
