"""What a run costs after a change to a file of which the last run kept what it said.

    python tests/benchmarks/warm.py FILE.bib [--rounds N] [-- OPTIONS]

The file is copied into a project of its own and checked as it is, then with one thing changed each, always after a run that
kept all of the original. Printed are the medians of processor seconds and megabytes, the seconds as a multiple of those
without cache, and whether the report is, to the byte, that of a run without cache.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NEW = "@article{zznew, author = {Doe, Jane}, title = {On the shape of trees}, journal = {Nature}, year = 2001}\n\n"


def middle(text: str) -> int:
    """Where the entry in the middle starts."""
    return text.index("\n@", len(text) // 2) + 1


def with_title(text: str) -> str:
    """Other words in a title in the middle."""
    place = text.index("{", text.lower().index("title", middle(text))) + 1
    return f"{text[:place]}Other Words and {text[place:]}"


def without_entry(text: str) -> str:
    """An entry less in the middle."""
    start = middle(text)
    return text[:start] + text[text.index("\n@", start) + 1 :]


CHANGES: dict[str, Callable[[str], str]] = {
    "nothing": lambda text: text,
    "a title": with_title,
    "an entry at the top": lambda text: NEW + text,
    "an entry less": without_entry,
    "a @string at the top": lambda text: '@string{nature = "Nature"}\n\n' + text,
}


def run(folder: Path, *options: str) -> tuple[float, float, bytes]:
    """Processor seconds, megabytes and the report of a run in a folder."""
    command = [sys.executable, "-m", "bibcheck", "check", "a.bib", "--output-format", "json", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "home")}
    environment.pop("BIBCHECK_NO_CACHE", None)
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout
        report = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, report


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("file", type=Path)
    reader.add_argument("--rounds", type=int, default=3)
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    arguments, options = reader.parse_args(sys.argv[1:end]), sys.argv[end + 1 :]
    text = arguments.file.read_bytes().decode("utf-8", "surrogateescape")
    costs: dict[str, list[tuple[float, float]]] = {}
    same: dict[str, bool] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bibcheck.toml").touch()

        def check(what: str, *more: str) -> bytes:
            seconds, megabytes, report = run(folder, *more, *options)
            costs.setdefault(what, []).append((seconds, megabytes))
            return report

        def write(text: str) -> None:
            (folder / "a.bib").write_bytes(text.encode("utf-8", "surrogateescape"))

        write(text)
        run(folder, "--no-cache")  # compiles
        for _ in range(arguments.rounds):
            for change, make in CHANGES.items():
                write(text)
                shutil.rmtree(folder / ".bibcheck_cache", ignore_errors=True)
                check("first run")
                write(make(text))
                same[change] = check(change) == check("no cache", "--no-cache")
    whole = statistics.median(seconds for seconds, _ in costs["no cache"])
    print(f"{'changed':22} {'seconds':>8} {'MB':>5} {'times':>6}  report")
    for what, each in sorted(costs.items(), key=lambda item: (item[0] in CHANGES, item[0])):
        seconds, megabytes = (statistics.median(numbers) for numbers in zip(*each, strict=True))
        verdict = ("the same" if same[what] else "ANOTHER") if what in same else ""
        print(f"{what:22} {seconds:8.2f} {megabytes:5.0f} {seconds / whole:6.2f}  {verdict}")


if __name__ == "__main__":
    main()
