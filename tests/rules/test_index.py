"""The index of the rules says what the rules say."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bibcheck.rules import load_rule, record_of, rule_categories, rule_records
from tools.index_rules import INDEX, build

ROOT = Path(__file__).resolve().parent.parent.parent
RULE = """
from bibcheck.rule import Level, Rule

class NewRule(Rule):
    \"\"\"Say something new.\"\"\"

    level = Level.ERROR
"""


def test_the_index_is_up_to_date() -> None:
    assert INDEX.read_text(encoding="utf-8") == build(), "remake it: python -m tools.index_rules"


def test_records_are_those_of_the_rules() -> None:
    assert rule_records() == {name: record_of(load_rule(name)) for name in rule_categories()}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the sources."""
    shutil.copytree(ROOT / "bibcheck", tmp_path / "bibcheck", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def levels(folder: Path) -> dict[str, str]:
    """The levels that the sources in a folder have, by rule."""
    command = [sys.executable, "-m", "bibcheck", "rule"]
    listed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    return {words[0]: words[1] for line in listed.splitlines() if len(words := line.split()) > 2}


def test_a_rule_that_is_new_counts_before_the_index_is_remade(checkout: Path) -> None:
    (checkout / "bibcheck" / "rules" / "pages" / "new_rule.py").write_text(RULE, encoding="utf-8")
    found = levels(checkout)
    assert (found["new-rule"], found["pages-prefix"]) == ("error", "warning")
