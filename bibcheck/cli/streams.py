"""Standard input and output, as commands read and write them."""

from __future__ import annotations

import errno
import os
import sys

from bibcheck.reports.visible import visible


def read_stdin(most: int = -1) -> bytes:
    """The bytes of standard input, so many at most. Raises OSError, also where it is closed, as `<&-` does."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read(most)


def write_diff(patch: bytes) -> None:
    """Write a patch: to a terminal with escapes for what steers it, to anything else byte for byte, for `git apply`."""
    if sys.stdout.isatty():
        lines = patch.decode("utf-8", "surrogateescape").split("\n")
        sys.stdout.write("\n".join("\t".join(map(visible, line.split("\t"))) for line in lines))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(patch)


def listed_paths(path: str) -> list[str]:
    """The paths in a list, which `-` reads from standard input: they end with NUL, or else with line ends."""
    if path == "-":
        data = read_stdin()
    else:
        with open(path, "rb") as file:
            data = file.read()
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(name) for name in names if name]
