"""What the README shows and says is so."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bibcheck.cli import COMMANDS, main
from bibcheck.rules import rule_categories
from tools.picture import draw, run

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SEED = ROOT / "tests" / "data" / "seed" / "references.bib"


def block(marker: str) -> str:
    """The command between `<!-- marker -->` and `<!-- end -->`."""
    found = re.search(rf"<!-- {marker} -->\n```sh\n(.+)\n```\n<!-- end -->", README)
    assert found
    return found[1]


def test_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "command_of lint" in script
    assert "command_of test" in script
    assert block("lint").endswith(SEED.relative_to(ROOT).as_posix())
    assert block("test").endswith("pytest -n auto")


def test_the_picture_is_of_a_real_run() -> None:
    shown = (ROOT / "docs" / "run.svg").read_text(encoding="utf-8")
    assert shown == draw(run()), "python -m tools.picture > docs/run.svg"
    assert "](docs/run.svg)" in README
    ElementTree.fromstring(shown)


def test_the_picture_escapes_what_is_printed() -> None:
    drawn = ElementTree.fromstring(draw("a \x1b[1;31m<script>&\x1b[0m b\n"))
    assert "".join(drawn.itertext()).split() == ["$", "bibcheck", "check", "paper.bib", "a", "<script>&", "b"]
    assert [each.attrib for each in drawn.iter("{http://www.w3.org/2000/svg}tspan")][-1] == {
        "font-weight": "bold",
        "fill": "#ff7b72",
    }


def test_each_category_has_a_row() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)
    assert sorted(rows) == sorted(set(rule_categories().values()))


def test_every_hook_and_every_command_is_in_the_readme() -> None:
    hooks = re.findall(r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert hooks
    for hook in hooks:
        assert f"- id: {hook}" in README
    for command in COMMANDS:
        assert f"bibcheck {command}" in README, f"README.md does not tell of `bibcheck {command}`"


def test_the_settings_in_the_readme_are_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toml = re.search(r"```toml\n((?:.|\n)+?)```", README)
    assert toml
    (tmp_path / "bibcheck.toml").write_text(toml[1], encoding="utf-8")
    assert main(["config", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "bibcheck.toml:" in printed


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
