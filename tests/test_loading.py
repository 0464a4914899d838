"""The program's modules out of one file: what is loaded is what the sources say, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
import os, sys
from bibcheck import cli
statuses = []
cli._leave = statuses.append
cli.run()
if statuses == [2]:
    raise SystemExit(2)
loaders = {name: type(module.__spec__.loader).__name__ for name, module in sys.modules.items() if name.startswith("bibcheck.")}
sys.stderr.write(" ".join(f"{name}={loader}" for name, loader in sorted(loaders.items())))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, with an empty file to check beside it."""
    shutil.copytree(ROOT / "bibcheck", tmp_path / "bibcheck", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "a.bib").write_text("@misc{k, title = {T}, pages = {1-2}}\n", encoding="utf-8")
    return tmp_path


def run(package: Path, *options: str) -> tuple[str, dict[str, str]]:
    """The report of a run, and the loaders of its modules."""
    environment = {**os.environ, "PYTHONPATH": str(package)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    arguments = ("check", "--isolated", "--select", "hyphen-in-range", "--output-format", "concise", "a.bib")
    command = [sys.executable, *options, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, cwd=package, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, dict(pair.split("=") for pair in done.stderr.split())


def kept(package: Path) -> list[Path]:
    return [path for path in package.rglob("modules.*") if path.parent.name == "__pycache__"]


def test_the_second_run_loads_from_the_file_and_says_the_same(package: Path) -> None:
    first, loaders = run(package)
    assert "KeptModules" not in loaders.values() and "hyphen-in-range" in first
    (file,) = kept(package)
    time = file.stat().st_mtime_ns
    second, loaders = run(package)
    assert second == first
    assert loaders["bibcheck.rules.pages.hyphen_in_range"] == "KeptModules"
    assert file.stat().st_mtime_ns == time


def test_a_changed_module_is_loaded_anew(package: Path) -> None:
    run(package)
    rule = package / "bibcheck" / "rules" / "pages" / "hyphen_in_range.py"
    rule.write_text(rule.read_text(encoding="utf-8").replace("page range joined", "JOINED"), encoding="utf-8")
    report, loaders = run(package)
    assert "JOINED" in report and loaders["bibcheck.rules.pages.hyphen_in_range"] == "SourceFileLoader"
    report, loaders = run(package)
    assert "JOINED" in report and loaders["bibcheck.rules.pages.hyphen_in_range"] == "KeptModules"


def test_a_module_that_is_gone_is_not_loaded(package: Path) -> None:
    run(package)
    (package / "bibcheck" / "reports" / "concise.py").unlink()
    with pytest.raises(AssertionError, match="concise"):
        run(package)


def test_a_package_that_was_copied_elsewhere_is_loaded_from_there(package: Path) -> None:
    run(package)
    other = package / "other"
    shutil.copytree(package / "bibcheck", other / "bibcheck")
    shutil.copy(package / "a.bib", other)
    report, loaders = run(other)
    assert "hyphen-in-range" in report and "KeptModules" not in loaders.values()


def test_a_damaged_file_is_not_read(package: Path) -> None:
    first, _ = run(package)
    (file,) = kept(package)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    report, loaders = run(package)
    assert report == first and "KeptModules" not in loaders.values()


def test_optimized_code_is_kept_by_itself(package: Path) -> None:
    run(package)
    first, loaders = run(package, "-O")
    assert "KeptModules" not in loaders.values() and len(kept(package)) == 2
    second, loaders = run(package, "-O")
    assert first == second and "KeptModules" in loaders.values()


def test_nothing_is_written_without_bytecode(package: Path) -> None:
    run(package, "-B")
    assert not list(package.rglob("__pycache__"))


def test_code_is_never_kept_in_a_cache_folder(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(package / "cache"))
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(package / "a.bib"))  # a file: no bytecode can be written there
    run(package)
    assert [path.name.split(".")[0] for path in (package / "cache").rglob("*.*")] == ["patterns"]
