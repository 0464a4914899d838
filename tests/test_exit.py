"""The program leaves at once, and loses nothing by it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full disk")
ENTRIES = 3000


@pytest.fixture
def bibliography(tmp_path: Path) -> Path:
    """A file with more findings than a pipe holds."""
    path = tmp_path / "a.bib"
    path.write_text(
        "".join(f"@misc{{k{n}, url = {{https://x.org/?utm_source=a}}}}\n" for n in range(ENTRIES)), encoding="utf-8"
    )
    return path


def command(bibliography: Path, *options: str) -> list[str]:
    rule = ("--isolated", "--select", "tracking-url", "--output-format", "concise")
    return [sys.executable, *options, "-m", "bibcheck", "check", *rule, str(bibliography)]


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def test_a_slow_reader_gets_all_of_it(bibliography: Path) -> None:
    with subprocess.Popen(command(bibliography), env=ENVIRONMENT, stdout=subprocess.PIPE) as running:
        assert running.stdout
        time.sleep(0.5)  # the pipe is full by now
        lines = running.stdout.read().splitlines()
    assert len([line for line in lines if b"tracking-url" in line]) == ENTRIES
    assert running.returncode == 1


def test_a_reader_that_goes_away_ends_the_run_without_a_word(bibliography: Path) -> None:
    with subprocess.Popen(
        command(bibliography), env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@FULL
def test_a_full_disk_is_a_failure(bibliography: Path) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            command(bibliography), env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (2, "bibcheck: No space left on device\n")
        done = subprocess.run(command(bibliography), env=ENVIRONMENT, stdout=full, stderr=full, check=False)
        assert done.returncode == 2


@pytest.mark.parametrize(("arguments", "status"), [(["--version"], 0), ([], 2), (["check", "none.bib"], 2)])
def test_messages_arrive_with_their_status(arguments: list[str], status: int, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bibcheck", *arguments],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == status
    assert "bibcheck" in done.stdout + done.stderr


def test_a_profiler_sees_the_end(bibliography: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cProfile", *command(bibliography)[1:]],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "function calls" in done.stdout
