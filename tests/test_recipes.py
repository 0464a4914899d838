"""Every recipe of docs/recipes.md: the settings say what stands there of the first entry, and nothing of the second."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bibcheck.cli import main

TEXT = (Path(__file__).resolve().parent.parent / "docs" / "recipes.md").read_text(encoding="utf-8")
RECIPES = re.findall(
    r"```toml\n(?P<settings>[^`]*)```\n\n```bibtex\n([^`]*)```\n\n```text\n([^`]*)```\n\n```bibtex\n([^`]*)```", TEXT
)
ALONE = [block for block in re.findall(r"```toml\n([^`]*)```", TEXT) if block not in {recipe[0] for recipe in RECIPES}]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def rules(capsys: pytest.CaptureFixture[str], settings: str, text: str) -> list[str]:
    """The rules of the findings in a file, in its order."""
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(text, encoding="utf-8")
    assert main(["check", "--output-format", "concise", "--quiet"]) in (0, 1)
    return [line.split()[2] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(("settings", "bad", "report", "good"), RECIPES)
def test_a_recipe(capsys: pytest.CaptureFixture[str], settings: str, bad: str, report: str, good: str) -> None:
    wanted = report.split()
    assert [rule for rule in rules(capsys, settings, bad) if rule in wanted] == wanted
    assert [rule for rule in rules(capsys, settings, good) if rule in wanted] == []


@pytest.mark.parametrize("settings", ALONE)
def test_settings_that_stand_alone_are_valid(capsys: pytest.CaptureFixture[str], settings: str) -> None:
    Path("paper.md").write_text("---\nbibliography: a.bib\n---\n", encoding="utf-8")
    rules(capsys, settings, "")


def test_there_is_a_recipe_for_each_check_that_projects_wrote() -> None:
    assert (len(RECIPES), len(ALONE)) == (11, 1)
