"""What one run keeps for the next ones: a file for each kind, beside the bytecode of the package or in the user's cache folder.

A file is used only by the very interpreter that wrote it, and only if

- the file and its folder belong to the user or to the owner of this module, and nobody else may write to them: whoever
  can change the file could change the program as well;
- its checksum is right, so that neither a damaged disk nor a half-written file gets as far as being read.

Python code is kept beside the bytecode alone: machines and jobs hand cache folders about.

Whatever does not fit is not there. Nothing is written where Python is told to write no bytecode (PYTHONDONTWRITEBYTECODE).
"""

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

MOST_BYTES = 8_000_000
_CHECKSUM = 8  # bytes
_KEY = 0x62696263686B0001  # of the checksum; to be changed with the form of the files
_WRITABLE_BY_OTHERS = 0o022


def read_kept(kind: str, *, is_code: bool = False) -> dict[Any, Any]:
    """What an earlier run has kept of a kind; empty where nothing is there or nothing of it is to be trusted."""
    for folder in _folders(is_code):
        kept = _unpack(_read(folder, kind))
        if kept is not None:
            return kept
    return {}


def write_kept(kind: str, kept: dict[Any, Any], *, is_code: bool = False) -> None:
    """Keep a dictionary of what marshal takes, in the first folder that can be written."""
    if sys.dont_write_bytecode:
        return
    data = _pack(kept)
    if len(data) <= MOST_BYTES:
        any(_write(folder, kind, data) for folder in _folders(is_code))


def _identity() -> str:
    """Of the interpreter, down to its build."""
    import _sre  # type: ignore[import-not-found]

    return f"{sys.version} {sys.byteorder} {sys.maxsize} {sys.flags.optimize} {_sre.MAGIC} {_sre.CODESIZE}"


def _pack(kept: dict[Any, Any]) -> bytes:
    import _imp
    import marshal

    payload = marshal.dumps((_identity(), kept))
    return _imp.source_hash(_KEY, payload) + payload


def _unpack(data: bytes) -> dict[Any, Any] | None:
    try:
        import _imp
        import marshal

        payload = data[_CHECKSUM:]
        if not payload or _imp.source_hash(_KEY, payload) != data[:_CHECKSUM]:
            return None
        identity, kept = marshal.loads(payload)
        return kept if identity == _identity() else None
    except (ImportError, AttributeError, EOFError, TypeError, ValueError):
        return None


def _path(folder: str, kind: str) -> str:
    optimized = f".opt-{sys.flags.optimize}" if sys.flags.optimize else ""
    return os.path.join(folder, f"{kind}.{sys.implementation.cache_tag}.{sys.hexversion:x}{optimized}")


def _folders(is_code: bool) -> Iterator[str]:
    """Where the files may be: beside the bytecode of this module, else in the user's cache folder."""
    cached = __spec__.cached if __spec__ else None
    if cached:
        yield os.path.dirname(cached)
    if is_code:
        return
    root = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if os.path.isabs(root):
        yield os.path.join(root, "bibcheck")


def _read(folder: str, kind: str) -> bytes:
    """What the file of a folder holds; nothing, unless it is to be trusted."""
    try:
        if not _is_trusted(os.stat(folder)):
            return b""
        # Neither a link nor a pipe: not to wait for what never comes.
        flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
        with open(_path(folder, kind), "rb", opener=lambda path, _: os.open(path, flags)) as file:
            status = os.fstat(file.fileno())
            is_fit = stat.S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES and _is_trusted(status)
            return file.read() if is_fit else b""
    except OSError:
        return b""


def _write(folder: str, kind: str, data: bytes) -> bool:
    """Write the file of a folder, whole or not at all. Returns whether it is there."""
    target = _path(folder, kind)
    scratch = f"{target}.{os.getpid()}"
    try:
        if os.path.basename(folder) == "bibcheck":
            os.makedirs(folder, mode=0o700, exist_ok=True)
        if not _is_trusted(os.stat(folder)):
            return False
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with open(scratch, "wb", opener=lambda path, _: os.open(path, flags, 0o644)) as file:
            file.write(data)
        os.replace(scratch, target)
    except OSError:
        from contextlib import suppress

        with suppress(OSError):
            os.unlink(scratch)
        return False
    return True


def _is_trusted(status: os.stat_result) -> bool:
    """Whether a file or folder is in the hands of the user, or of whoever installed this package, and of nobody else."""
    if os.name != "posix":
        return True  # the folders of a user are their own there, and there are no such modes
    if status.st_mode & _WRITABLE_BY_OTHERS:
        return False
    try:
        return status.st_uid in (os.geteuid(), os.stat(__file__).st_uid)
    except OSError:
        return status.st_uid == os.geteuid()
