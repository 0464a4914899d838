"""The progress of long runs: on a terminal, after a while, and gone at the end."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.cli.progress import Progress
from bibcheck.engine.file_report import EntryPlace, FileReport
from bibcheck.source import Source

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [Source(f"{number}.bib", " " * 100_000) for number in range(4)]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def report(number: int) -> FileReport:
    return FileReport(f"{number}.bib", tuple(EntryPlace("k", 0, 1) for _ in range(700)), (), {}, {}, (), False)


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    assert condition()


@pytest.fixture(params=["rich", "text"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("bibcheck.cli.progress._DELAY", 0.05)
    monkeypatch.setattr("bibcheck.cli.progress._PAUSE", 0)
    if request.param == "text":
        monkeypatch.setitem(sys.modules, "rich.console", None)
    else:
        pytest.importorskip("rich")
    return str(request.param)


def test_parts_of_a_file_are_counted_once(way: str) -> None:
    out = Terminal()
    source = Source("0.bib", "@misc{a}\n" * 30_000)
    progress = Progress(out)
    progress.start([source])
    first, *_ = Bibliography(source).parts(100_000)
    progress.looked(first)
    assert 0 < len(first.entries) < 30_000
    wait_for(lambda: f"1 file, {len(first.entries):,} entries" in out.getvalue())
    progress.done(report(0)._replace(entries=(EntryPlace("a", 0, 1),) * 30_000))
    wait_for(lambda: "1 file, 30,000 entries" in out.getvalue())
    assert progress.characters == len(source.text)
    progress.stop()


def test_files_and_entries_are_shown_and_taken_away(way: str) -> None:
    out = Terminal()
    progress = Progress(out)
    progress.start(SOURCES)
    progress.done(report(0))
    progress.done(report(1))
    wait_for(lambda: "2 of 4 files, 1,400 entries" in out.getvalue())
    progress.done(report(2))
    wait_for(lambda: "3 of 4 files, 2,100 entries" in out.getvalue())
    assert ("s left" if way == "text" else "0:00:0") in out.getvalue()
    progress.stop()
    assert out.getvalue().rstrip("\r").endswith("\x1b[K" if way == "text" else "\x1b[2K")
    length = len(out.getvalue())
    progress.done(report(3))
    time.sleep(0.1)
    assert len(out.getvalue()) == length


def test_a_short_run_shows_nothing() -> None:
    out = Terminal()
    progress = Progress(out)
    progress.start(SOURCES)
    progress.done(report(0))
    progress.stop()
    assert out.getvalue() == ""


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("out", "sources"), [(io.StringIO(), SOURCES), (Terminal(), [Source("0.bib", "small")])])
def test_no_terminal_and_no_long_run(out: io.StringIO, sources: list[Source]) -> None:
    progress = Progress(out)
    progress.start(sources)
    time.sleep(0.1)
    progress.done(report(0))
    progress.stop()
    assert out.getvalue() == ""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_on_a_terminal(tmp_path: Path) -> None:
    for number in range(8):
        text = "".join(f"@misc{{k{number}x{n}, title = {{Title {n}}}}}\n" for n in range(2500))
        (tmp_path / f"{number}.bib").write_text(text, encoding="utf-8")
    leader, follower = os.openpty()
    program = "import bibcheck.cli.progress as p; p._DELAY = 0.1; from bibcheck.cli import run; run()"
    command = [sys.executable, "-c", program, "check", "--isolated", "--output-format", "json", "--jobs", "1", "."]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    run = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=follower, stdout=subprocess.DEVNULL)
    os.close(follower)
    said = b""
    try:
        while part := os.read(leader, 10_000):
            said += part
    except OSError:  # the other side is closed
        pass
    os.close(leader)
    assert run.wait(timeout=60) in (0, 1)
    assert b"of 8 files, " in said and b" entries" in said
