"""Standard input, as a command reads it."""

from __future__ import annotations

import errno
import sys


def read_stdin(most: int = -1) -> bytes:
    """The bytes of standard input, so many at most. Raises OSError, also where it is closed, as `<&-` does."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read(most)
