"""What a person sees on a real terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

termios = pytest.importorskip("termios")

ROOT = Path(__file__).resolve().parent.parent.parent
TITLE = "A Study of the Behaviour of Bees in Gardens of the South " * 3
BIBLIOGRAPHY = f"@misc{{a,\n  title = {{{TITLE}}},\n  note = {{{TITLE}}}, pages = {{97-111}},\n}}\n"


def shown(columns: int) -> list[str]:
    """What a check prints on a terminal of so many columns."""
    leader, follower = os.openpty()
    termios.tcsetwinsize(follower, (40, columns))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR", "CI")}
    command = [sys.executable, "-m", "bibcheck", "check", "--select", "hyphen-in-range", "--color", "never", "a.bib"]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=subprocess.DEVNULL,
        env={**environment, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
    ):
        os.close(follower)
        written = b""
        while True:
            try:
                part = os.read(leader, 65_536)
            except OSError:  # the end, on Linux
                break
            if not part:
                break
            written += part
    os.close(leader)
    return written.decode().splitlines()


def test_excerpts_fit_the_terminal_in_runs_that_are_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BIBCHECK_NO_CACHE", raising=False)
    Path("a.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    for columns in (60, 100, 60):
        excerpt = [line for line in shown(columns) if line.startswith(("3 |", "  |", "  = fix"))]
        assert any("97-111" in line for line in excerpt)
        assert max(map(len, excerpt)) == columns
