"""Other programs print of a rule's examples what `tools/sources/peers.toml` says that they print."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bibcheck.rules import load_rule
from bibcheck.rules.manual import Example, examples
from tools.peers import claims

pytestmark = pytest.mark.tex

COMMANDS = {
    "bibtex": ["bibtex", "run"],
    "biber": ["biber", "--tool", "-V", "--nolog", "--output-file=out.bib", "example.bib"],
    "bibclean": ["bibclean", "example.bib"],
    "bibtool": ["bibtool", "-d", "-i", "example.bib", "-o", "out.bib"],
    "badness": ["badness", "lint", "--output", "concise", "example.bib"],
}
QUOTED = re.compile(r"`([^`]+)`")
CLAIMS = [
    (rule, program, quoted)
    for rule, said in claims().items()
    for program, text in said.items()
    if program in COMMANDS
    for quoted in QUOTED.findall(text)
    if not quoted.startswith("badness ")  # a command of it
]


def printed(program: str, example: Example, folder: Path) -> str:
    text = example.text.encode("utf-8", "surrogateescape")
    (folder / "example.bib").write_bytes(text + b"\n")
    (folder / "run.aux").write_text("\\citation{*}\n\\bibdata{example}\n\\bibstyle{plain}\n")
    done = subprocess.run(
        COMMANDS[program],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    return done.stdout.decode("utf-8", "replace")


def test_there_are_claims_to_hold_programs_to() -> None:
    assert {program for _, program, _ in CLAIMS} == COMMANDS.keys()


@pytest.mark.parametrize(("rule", "program", "quoted"), CLAIMS)
def test_the_bad_example_is_reported_and_not_the_good_one(rule: str, program: str, quoted: str, tmp_path: Path) -> None:
    if not shutil.which(COMMANDS[program][0]):
        pytest.skip(f"no {program}")
    shown = examples(load_rule(rule))
    bad = [example for example in shown if example.verdict == "Bad"][:2]
    good = next(example for example in shown if example.verdict == "Good")
    assert any(quoted in printed(program, example, tmp_path) for example in bad)
    assert quoted not in printed(program, good, tmp_path)
