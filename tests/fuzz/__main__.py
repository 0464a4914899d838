"""Looks for files of which bibcheck does not do what it promises.

    python -m tests.fuzz [--seconds N] [--files N] [--seed N] [--corpus FOLDER]

Mutants of the bibliographies in the tests, and of those below FOLDER, are held to promises.py. A file that breaks a promise
is made smaller, as far as it still does, and printed. What is found belongs in tests/fuzz/seeds, which the tests read.
Returns 1 if anything was found.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from pathlib import Path

from tests.fuzz.mutants import mutant, originals
from tests.fuzz.promises import broken_promises


def kind_of(promise: str) -> str:
    """What is the same of the same mistake in another file."""
    words = promise.removeprefix("a.bib: ").split(":")[0].split()
    return " ".join(word for word in words if "`" not in word and not any(map(str.isdigit, word)))


def shrink(data: bytes, kind: str, until: float) -> bytes:
    """The file without what is not needed to break the same promise."""
    size = max(len(data) // 2, 1)
    while size and time.monotonic() < until:
        at = 0
        while at < len(data) and time.monotonic() < until:
            less = data[:at] + data[at + size :]
            if kind in map(kind_of, broken_promises(less)):
                data = less
            else:
                at += size
        size //= 2
    return data


def main() -> int:
    """Run for so many seconds. Returns the status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--files", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--corpus", type=Path)
    arguments = parser.parse_args()
    files = originals()
    if arguments.corpus:
        files += [path.read_bytes()[:4_000_000] for path in sorted(arguments.corpus.rglob("*.bib"))]
    dice = random.Random(arguments.seed)
    found: dict[str, bytes] = {}
    end = time.monotonic() + arguments.seconds
    count = 0
    gc.freeze()
    while time.monotonic() < end and count < arguments.files:
        data = mutant(dice, files)
        count += 1
        for promise in list(broken_promises(data)):
            kind = kind_of(promise)
            if kind not in found:
                found[kind] = shrink(data, kind, time.monotonic() + 10)
                print(f"{promise}\n    {found[kind]!r}", flush=True)
    print(f"{count} files from seed {arguments.seed}: {len(found)} promises broken")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
