"""docs/adopting.md, step by step, on a library of 1,679 entries: from no settings to a check that passes."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from bibcheck.cli import main

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "adopting.md").read_text(encoding="utf-8")
STEPS = [shlex.split(line) for block in re.findall(r"```sh\n([^`]*)```", TEXT) for line in block.splitlines()]
(IGNORES,) = re.findall(r"```toml\n([^`]*)```", TEXT)
HOOKS = re.findall(r"- id: (\S+)", TEXT)
MANIFEST = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ENTRIES_OF_HOOKS = [shlex.split(hook["entry"]) for name in HOOKS for hook in MANIFEST if hook["id"] == name]
ENTRY = (
    "@article{{key{0},\n  author = {{Ann Author and Ben B. Byline}},\n  title = {{Title number {0}}},\n"
    "  journal = {{Journal of Things}},\n  pages = {{{0}{3}{1}}},\n  year = {{19{2:02}}},\n}}\n\n"
)
UNSAFE = "@article{{odd{0},\n  title = {{Odd number {0}}},\n}}\n\n"


def run(step: list[str]) -> int:
    assert step[0] == "bibcheck"
    return main(step[1:])


def test_the_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    library = "".join(ENTRY.format(number, number + 9, number % 100, "-" * (1 + number % 2)) for number in range(1600))
    library += "".join(UNSAFE.format(number) for number in range(79))
    Path("library.bib").write_text(library, encoding="utf-8")
    Path("paper.tex").write_text(
        "\\documentclass{IEEEtran}\\cite{key1,KEY2}\\bibliographystyle{IEEEtran}\\bibliography{library}\n",
        encoding="utf-8",
    )
    look, init, fix, baseline, check = STEPS
    assert run(look) == 0
    assert "hyphen-in-range" in capsys.readouterr().out
    assert run(init) == 0
    assert tomllib.loads(Path("bibcheck.toml").read_text(encoding="utf-8")) == {
        "preset": ["ieee"],
        "dialect": "bibtex",
        "documents": ["paper.tex"],
    }
    settings = Path("bibcheck.toml")
    settings.write_text(IGNORES + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(fix) == 0
    assert "\\cite{key1,key2}" in Path("paper.tex").read_text(encoding="utf-8")
    assert run(check) == 1
    assert run(baseline) == 0
    settings.write_text(
        settings.read_text(encoding="utf-8") + 'baseline = "bibcheck-baseline.json"\n', encoding="utf-8"
    )
    assert run(check) == 0
    for entry in ENTRIES_OF_HOOKS:
        assert run(entry) == 0
    Path("library.bib").write_text(
        Path("library.bib").read_text(encoding="utf-8") + UNSAFE.format("new"), encoding="utf-8"
    )
    capsys.readouterr()
    assert run([*check, "--output-format", "jsonl"]) == 1
    assert {json.loads(line)["key"] for line in capsys.readouterr().out.splitlines()} == {"oddnew"}
