"""Ends runs that write at random moments, and looks at what they leave behind.

    PYTHONPATH=. python tests/benchmarks/signals.py [--times N] [--seed N]

`check --fix` and `format` are ended by SIGKILL, SIGTERM, SIGHUP and SIGINT, each so many times, while they write a folder
of files. Each file must be its old self or its new one, temporary files may be left by SIGKILL alone, and the next run must
remove them and finish the work. Returns 1 if anything else is seen.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMANDS = {
    "check --fix": [
        "check",
        "--fix",
        "--isolated",
        "--no-cache",
        "--jobs",
        "1",
        "--quiet",
        "--select",
        "hyphen-in-range",
    ],
    "format": ["format", "--isolated"],
}
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
FILES = 8
OLD = b"".join(
    b"@misc{k%d, title={On Trees}, pages={%d%s%d}}\n" % (n, n, b"-" * (1 + n % 2), n + 9) for n in range(300)
)


def _heed_signals() -> None:
    for number in SIGNALS[1:]:
        signal.signal(number, signal.SIG_DFL)


class Runs:
    """Runs of one command over one folder."""

    def __init__(self, command: list[str], folder: Path, dice: random.Random) -> None:
        self.command = [sys.executable, "-m", "bibcheck", *command, "."]
        self.folder = folder
        self.dice = dice
        self.paths = [folder / f"{number}.bib" for number in range(FILES)]
        self.longest = 0.0
        self.lay_out_folder()
        with self.start() as running:
            self.wait_for_writing(running)
            begun = time.monotonic()
        self.longest = time.monotonic() - begun
        self.new = self.paths[0].read_bytes()
        assert self.new != OLD
        assert self.states() == "n" * FILES

    def lay_out_folder(self) -> None:
        """The files as they were."""
        for path in self.paths:
            path.write_bytes(OLD)

    def start(self) -> subprocess.Popen[bytes]:
        """A run."""
        quiet = subprocess.DEVNULL
        environment = {**os.environ, "PYTHONPATH": os.getcwd()}
        # What runs in the background, or after `nohup`, ignores signals, and so would what it starts.
        return subprocess.Popen(
            self.command, cwd=self.folder, env=environment, stdout=quiet, stderr=quiet, preexec_fn=_heed_signals
        )

    def left_over(self) -> int:
        """How many temporary files there are."""
        return len(os.listdir(self.folder)) - FILES

    def states(self) -> str:
        """A letter for each file: `o` for the old one, `n` for the new one, `?` for what is neither."""
        letters = {OLD: "o", getattr(self, "new", b""): "n"}
        return "".join(letters.get(path.read_bytes(), "?") for path in self.paths)

    def wait_for_writing(self, running: subprocess.Popen[bytes]) -> None:
        """Wait until the first file is about to be written."""
        before = os.stat(self.folder).st_mtime_ns
        while os.stat(self.folder).st_mtime_ns == before and running.poll() is None:
            time.sleep(0.0005)

    def end_one(self, number: signal.Signals) -> tuple[str, int]:
        """End a run while it writes. Returns the states of the files and how many temporary files are left."""
        self.lay_out_folder()
        with self.start() as running:
            self.wait_for_writing(running)
            time.sleep(self.dice.random() * self.longest)
            running.send_signal(number)
        return self.states(), self.left_over()


def main() -> int:
    """Print a line for each command and signal. Returns the status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    faults = 0
    print(f"{'command':12} {'signal':8} {'runs':>5} {'amid':>5} {'torn':>5} {'left':>5} {'not tidied up':>13}")
    for name, command in COMMANDS.items():
        with tempfile.TemporaryDirectory() as folder:
            runs = Runs(command, Path(folder), dice)
            for number in SIGNALS:
                amid = torn = left = untidy = 0
                for _ in range(arguments.times):
                    states, temporary = runs.end_one(number)
                    amid += "o" in states and ("n" in states or temporary > 0)
                    torn += "?" in states
                    left += temporary
                    if temporary or "?" in states:
                        with runs.start():
                            pass
                        untidy += runs.left_over() or runs.states() != "n" * FILES
                print(
                    f"{name:12} {number.name:8} {arguments.times:5} {amid:5} {torn:5} {left:5} {untidy:13}", flush=True
                )
                faults += torn + untidy + (left if number != signal.SIGKILL else max(left - arguments.times, 0))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
