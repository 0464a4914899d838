"""A clean run loads nothing that it does not need: on a small file, loading is the whole cost of a hook."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    *("json", "dataclasses", "pathlib", "tomllib", "difflib", "shutil", "inspect", "unicodedata", "pylatexenc"),
    *("importlib.metadata", "importlib.resources", "tempfile", "logging", "subprocess", "asyncio", "multiprocessing"),
    *("concurrent", "threading", "rich", "sqlite3", "urllib", "email", "random", "decimal", "typing", "argparse"),
    "jinja2",
}
PROGRAM = """
import sys
from bibcheck.cli import main
status = main(sys.argv[1:])
sys.stderr.write(" ".join(sys.modules))
raise SystemExit(status)
"""


def loaded(folder: Path, *arguments: str, status: int = 0) -> set[str]:
    """The modules that a run has loaded, in an interpreter into which no other package puts its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-S", "-c", PROGRAM, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--isolated", "a.bib"],
        ["check", "a.bib"],
        ["check"],
        ["check", "--select", "hyphen-in-range", "--output-format", "concise", "--quiet", "a.bib"],
    ],
)
def test_a_clean_run_loads_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'paper'\n", encoding="utf-8")
    (tmp_path / "a.bib").write_text("% nothing but a comment\n", encoding="utf-8")
    assert not loaded(tmp_path, *arguments) & HEAVY


def test_only_the_command_at_hand_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("", encoding="utf-8")
    modules = loaded(tmp_path, "check", "a.bib")
    commands = {name for name in modules if name.startswith("bibcheck.cli.")}
    names = ("arguments", "check", "memory", "options", "outputs", "progress", "streams")
    assert commands == {f"bibcheck.cli.{name}" for name in names}
    reports = {name for name in modules if name.startswith("bibcheck.reports.")}
    assert reports == {"bibcheck.reports.full", "bibcheck.reports.summary", "bibcheck.reports.visible"}


def test_only_the_rules_that_run_are_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("", encoding="utf-8")
    modules = loaded(tmp_path, "check", "--select", "hyphen-in-range", "a.bib")
    assert {name for name in modules if name.startswith("bibcheck.rules.") and name.count(".") == 3} == {
        "bibcheck.rules.pages.hyphen_in_range"
    }


PACKAGE = ROOT / "bibcheck"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}


@pytest.mark.parametrize("name", sorted(MODULES))
def test_typing_is_for_type_checkers_alone(name: str) -> None:
    """It takes longer to load than most rules, and its `NamedTuple` longer to use: there is bibcheck.records."""
    for node in ast.parse(MODULES[name].read_text(encoding="utf-8")).body:
        assert not (isinstance(node, ast.ImportFrom) and node.module == "typing"), "import it under TYPE_CHECKING"
        assert not (isinstance(node, ast.Import) and any(alias.name == "typing" for alias in node.names))
