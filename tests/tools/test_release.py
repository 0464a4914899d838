"""A release writes what names the version, and nothing where it cannot be."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tools.release import NAMED, PLACEHOLDER, ReleaseError, current_version, main, release, release_notes

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = "https://example.org/bibcheck"
DAY = date(2030, 1, 2)
FILES = (*NAMED, "CHANGELOG.md")


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the files of this one that a release changes."""
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "a@example.org")
    root = tmp_path / "project"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    # As before a release, whatever this commit is.
    changelog = (root / "CHANGELOG.md").read_text("utf-8").replace(" (unreleased)", " (2026-01-01)")
    (root / "CHANGELOG.md").write_text(changelog.replace("\n## ", "\n## Unreleased\n\n- News.\n\n## ", 1), "utf-8")
    metadata = (root / "pyproject.toml").read_text("utf-8")
    (root / "pyproject.toml").write_text(
        re.sub('(?m)^Source = "[^"]+"', f'Source = "{PLACEHOLDER}"', metadata), "utf-8"
    )
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Begin")
    return root


def test_a_release(project: Path) -> None:
    done = release(project, "7.8.9", ADDRESS, DAY, dry_run=False)
    assert "tag v7.8.9" in done
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "log", "-1", "--format=%s").strip() == "Release 7.8.9"
    assert git(project, "tag", "--list", "--format=%(contents)", "v7.8.9").strip() == "bibcheck 7.8.9\n\n- News."
    assert current_version(project) == "7.8.9"
    for name in FILES:
        text = (project / name).read_text("utf-8")
        assert "7.8.9" in text, name
    assert ADDRESS in (project / "pyproject.toml").read_text("utf-8")
    assert "## 7.8.9 (2030-01-02)\n" in (project / "CHANGELOG.md").read_text("utf-8")


def test_all_that_names_the_version_is_known_to_the_release() -> None:
    version = re.escape(current_version(ROOT))
    listed = git(ROOT, "ls-files", "*.md", "*.toml", "*.yml", "*.yaml", "bibcheck/*.py", "hooks").split()
    naming = {
        name
        for name in listed
        if not name.startswith("tests/") and re.search(rf"\bv?{version}\b", (ROOT / name).read_text("utf-8"))
    }
    assert naming - {"CHANGELOG.md"} <= NAMED.keys()


def test_a_dry_run_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = git(project, "rev-parse", "HEAD")
    assert main(["7.8.9", "--address", ADDRESS, "--dry-run"], project) == 0
    assert "would tag v7.8.9\n" in capsys.readouterr().out
    assert git(project, "rev-parse", "HEAD") == before
    assert git(project, "status", "--porcelain") + git(project, "tag", "--list") == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["1.0", "--address", ADDRESS], "`1.0` is no version"),
        (["v1.0.0", "--address", ADDRESS], "`v1.0.0` is no version"),
        (["0.0.1", "--address", ADDRESS], "0.0.1 is before "),
        (["9.0.0"], "pyproject.toml has a placeholder for the address"),
    ],
)
def test_what_is_refused(project: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, project) == 2
    assert message in capsys.readouterr().err
    assert git(project, "status", "--porcelain") + git(project, "tag", "--list") == ""


def test_changes_that_are_not_committed_are_in_the_way(project: Path) -> None:
    (project / "new").write_text("")
    with pytest.raises(ReleaseError, match="not committed"):
        release(project, "7.8.9", ADDRESS, DAY, dry_run=True)


def test_a_tag_is_made_once(project: Path) -> None:
    git(project, "tag", "v7.8.9")
    with pytest.raises(ReleaseError, match=r"a tag v7\.8\.9 already"):
        release(project, "7.8.9", ADDRESS, DAY, dry_run=True)


@pytest.mark.parametrize(
    "changelog", ["# Changelog\n", "## 1.0.0 (2026-01-01)\n- a\n", "## Unreleased\n\n## 1.0.0\n- a\n"]
)
def test_a_release_without_notes_is_none(changelog: str) -> None:
    with pytest.raises(ReleaseError, match=r"CHANGELOG\.md"):
        release_notes(changelog, "2.0.0")
