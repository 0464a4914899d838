"""What the README shows and says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bibcheck.cli import COMMANDS, main

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


def test_the_output_in_the_readme_is_real(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--isolated", str(SEED)])
    printed = re.sub(r"\S*references\.bib", "references.bib", capsys.readouterr().out)
    shown = re.search(r"```console\n\$ .+\n((?:.|\n)+?)```", README)
    assert shown
    for finding in shown[1].strip().split("\n\n"):
        assert finding in printed


def test_every_hook_and_every_command_is_in_the_readme() -> None:
    hooks = re.findall(r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert hooks
    for hook in hooks:
        assert f"- id: {hook}" in README
    for command in COMMANDS:
        assert f"bibcheck {command}" in README


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
