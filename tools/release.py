"""Makes a release: `python -m tools.release VERSION --address URL`; with `--dry-run`, says what it would do.

It writes the version and the address into the files that name them, dates the changelog, commits and tags. It pushes
nothing: it prints what is left to do.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = "https://bibcheck.invalid/"
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_UNRELEASED = re.compile(
    r"^## (?:(?P<version>\S+) \(unreleased\)|Unreleased)\n(?P<notes>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL
)
# Files that name the version, each with what stands around it.
NAMED = {
    "pyproject.toml": r'(?m)(^version = ")[^"]+(")',
    "bibcheck/__init__.py": r'(?m)(^__version__ = ")[^"]+(")',
    "docs/json.md": r'(\{"version": ")[^"]+(")',
    "README.md": r"(rev: v)\S+()",
    "docs/adopting.md": r"(rev: v)\S+()",
    "docs/guides/pre-commit.md": r"(rev: v)\S+()",
    "docs/guides/github.md": r"(/hooks/github@v)\S+()",
    "hooks/github/workflow.yml": r"(/hooks/github@v)\S+()",
    "hooks/gitlab/bibcheck.yml": r"(/bibcheck@v)[\w.]+\w()",
}


class ReleaseError(Exception):
    """Why there can be no release, in one line."""


def current_version(root: Path) -> str:
    """The version in pyproject.toml."""
    found = re.search(NAMED["pyproject.toml"].replace('[^"]+', '([^"]+)'), (root / "pyproject.toml").read_text("utf-8"))
    if not found:
        raise ReleaseError("pyproject.toml names no version")
    return found[2]


def release_notes(changelog: str, version: str) -> str:
    """What the changelog says of the release. Raises ReleaseError where it says nothing."""
    found = _UNRELEASED.search(changelog)
    if not found or found["version"] not in (None, version):
        raise ReleaseError(f"CHANGELOG.md has no section `## {version} (unreleased)`")
    notes = found["notes"].strip()
    if not notes:
        raise ReleaseError(f"CHANGELOG.md says nothing of {version}")
    return notes


def changed_files(root: Path, version: str, address: str, day: date) -> dict[str, str]:
    """The new text of each file that the release changes, by path. Raises ReleaseError."""
    _check_version(version, current_version(root))
    texts = {name: (root / name).read_text("utf-8") for name in (*NAMED, "CHANGELOG.md")}
    changed = dict(texts)
    for name, pattern in NAMED.items():
        changed[name], count = re.subn(pattern, rf"\g<1>{version}\g<2>", texts[name])
        if not count:
            raise ReleaseError(f"{name} names no version")
    if PLACEHOLDER in changed["pyproject.toml"]:
        if not address:
            raise ReleaseError("pyproject.toml has a placeholder for the address: name it with --address URL")
        changed["pyproject.toml"] = changed["pyproject.toml"].replace(PLACEHOLDER, address)
    release_notes(texts["CHANGELOG.md"], version)
    heading = f"## {version} ({day.isoformat()})\n"
    changed["CHANGELOG.md"] = _UNRELEASED.sub(lambda found: heading + found["notes"], texts["CHANGELOG.md"], count=1)
    return {name: text for name, text in changed.items() if text != texts[name]}


def _check_version(version: str, current: str) -> None:
    if not _VERSION.fullmatch(version):
        raise ReleaseError(f"`{version}` is no version: three numbers with dots between")
    if _numbers(version) < _numbers(current):
        raise ReleaseError(f"{version} is before {current}")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _git(root: Path, *arguments: str, text: str | None = None) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReleaseError(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def release(root: Path, version: str, address: str, day: date, *, dry_run: bool) -> list[str]:
    """Make the release in the repository at `root`. Returns what was done, or would be, and what is left to do."""
    if _git(root, "status", "--porcelain"):
        raise ReleaseError("there are changes that are not committed")
    if _git(root, "tag", "--list", f"v{version}"):
        raise ReleaseError(f"there is a tag v{version} already")
    changed = changed_files(root, version, address, day)
    notes = release_notes((root / "CHANGELOG.md").read_text("utf-8"), version)
    would = "would " if dry_run else ""
    steps = [
        *(f"{would}write {name}" for name in changed),
        f"{would}commit `Release {version}`",
        f"{would}tag v{version}",
    ]
    if dry_run:
        return [*steps, "notes:", *notes.splitlines()]
    for name, text in changed.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    _git(root, "commit", "--quiet", "--message", f"Release {version}", "--", *changed)
    # The headings of Markdown would be comments to git.
    _git(
        root,
        "tag",
        "--annotate",
        f"v{version}",
        "--cleanup=verbatim",
        "--file=-",
        text=f"bibcheck {version}\n\n{notes}\n",
    )
    left = ["left to do: .ci/run", f"left to do: git push origin HEAD v{version}", "left to do: flit publish"]
    return [*steps, *left]


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Read the command line. Returns 0, or 2 where there can be no release."""
    parser = argparse.ArgumentParser(prog="python -m tools.release", description=__doc__)
    parser.add_argument("version")
    parser.add_argument("--address", default="", help="where the project is at home, at the first release")
    parser.add_argument("--dry-run", action="store_true")
    read = parser.parse_args(arguments)
    try:
        lines = release(root, read.version, read.address, date.today(), dry_run=read.dry_run)
    except ReleaseError as error:
        sys.stderr.write(f"release: {error}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
