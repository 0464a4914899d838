"""Times `bibcheck check` as a process: two checkouts, or one, in turn with a bare interpreter.

    python tests/benchmarks/checking.py [--rounds N] [--checkout FOLDER ...] FILE.bib ... [-- OPTIONS]

In each round every checkout checks the file once, and an interpreter imports argparse and re: what any Python program that
takes arguments costs. Printed are, for each checkout, the medians of CPU and wall time, the peak memory, and the CPU time
as a multiple of the bare interpreter's in the same round, then of the first checkout's. A machine that drifts or is busy
slows all of them alike: compare the multiples. A first round, which writes bytecode and the store of patterns, is left out.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent.parent
BARE = "bare interpreter"
# These keep the stores beside the bytecode from being written, and slow Python down.
LEFT_OUT = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")

Cost = tuple[float, float, float]  # CPU and wall milliseconds, mebibytes


def run(command: list[str], path: str) -> Cost:
    """What a process costs. `path` is its PYTHONPATH."""
    environment = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd="/",
        env={**environment, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    return 1e3 * (usage.ru_utime + usage.ru_stime), 1e3 * wall, usage.ru_maxrss / 1024


def measure(file: Path, checkouts: list[Path], rounds: int, options: list[str]) -> dict[str, list[Cost]]:
    """The costs by checkout, round by round; those of the bare interpreter under its own name."""
    # Without site: what other packages put into an interpreter is none of ours.
    python = [sys.executable, "-S"]
    site = next((path for path in sys.path if path.endswith("site-packages")), "")
    check = [*python, "-m", "bibcheck", "check", "--isolated", *options, str(file.resolve())]
    costs: dict[str, list[Cost]] = {name: [] for name in [*map(str, checkouts), BARE]}
    for number in range(rounds + 1):
        for name, found in costs.items():
            command = [*python, "-c", "import argparse, re"] if name == BARE else check
            cost = run(command, "" if name == BARE else os.pathsep.join([name, site]))
            if number:
                found.append(cost)
    return costs


def ratio(costs: list[Cost], others: list[Cost]) -> float:
    """The median over the rounds of one CPU time as a multiple of another."""
    return statistics.median(one[0] / other[0] for one, other in zip(costs, others, strict=True))


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--checkout", type=Path, action="append")
    parser.add_argument("files", type=Path, nargs="+")
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    arguments = parser.parse_args(sys.argv[1:end])
    options = sys.argv[end + 1 :]
    checkouts = [path.resolve() for path in arguments.checkout or [HERE]]
    for file in arguments.files:
        costs = measure(file, checkouts, arguments.rounds, options)
        print(f"{file} ({file.stat().st_size / 1e6:.2f} MB)")
        print(f"  {'':44} {'CPU ms':>8} {'wall ms':>8} {'MiB':>6} {'x bare':>7} {'x first':>7}")
        for name, found in costs.items():
            cpu, wall, peak = (statistics.median(column) for column in zip(*found, strict=True))
            multiples = ratio(found, costs[BARE]), ratio(found, costs[str(checkouts[0])])
            print(f"  {name:44} {cpu:8.1f} {wall:8.1f} {peak:6.1f} {multiples[0]:7.2f} {multiples[1]:7.2f}")


if __name__ == "__main__":
    main()
