"""Compiled patterns, kept from run to run in a file beside the bytecode of the package, or in the user's cache folder.

The file holds what `re` hands to the regular expression engine: for each pattern its code, a list of numbers. It is used
only by the very interpreter that wrote it, and only if

- the file and its folder belong to the user or to the owner of this module, and nobody else may write to them: whoever
  can change the store could change the program as well;
- its checksum is right, so that neither a damaged disk nor a half-written file gets as far as being read.

The engine checks the code of each pattern once more before it takes it. Whatever does not fit, the patterns are compiled
as ever. Nothing is written where Python is told to write no bytecode (PYTHONDONTWRITEBYTECODE).
"""

from __future__ import annotations

import os
import re
import stat
import sys
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Codes = dict[tuple[str, int], tuple[Any, ...]]

_MOST_PATTERNS = 2000
_MOST_BYTES = 4_000_000
_CHECKSUM = 8  # bytes
_KEY = 0x62696263686B0001  # of the checksum; to be changed with the form of the file
_WRITABLE_BY_OTHERS = 0o022


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for a pattern of the package; quickly, where it was compiled in an earlier run."""
    flags = int(flags)
    codes = _stored()
    found = codes.get((source, flags))
    if found is not None:
        try:
            return _restore(source, *found)
        except (TypeError, ValueError, OverflowError, RuntimeError):  # the engine does not take the code
            codes.clear()
    try:
        new = _new()[source, flags] = _compile(source, flags)
        return _restore(source, *new)
    except (ImportError, AttributeError, TypeError, RuntimeError):  # an interpreter whose `re` is made otherwise
        _new().clear()
        return re.compile(source, flags)


def save() -> None:
    """Keep what was compiled in this run for the next ones."""
    new = _new()
    if not new or sys.dont_write_bytecode:
        return
    codes = {**_stored(), **new}
    data = _pack(codes if len(codes) <= _MOST_PATTERNS else new)
    if len(data) <= _MOST_BYTES:
        any(_write(folder, data) for folder in _folders())


@cache
def _stored() -> Codes:
    """The codes of earlier runs."""
    for folder in _folders():
        codes = _unpack(_read(folder))
        if codes is not None:
            return codes
    return {}


@cache
def _new() -> Codes:
    """The codes of this run."""
    return {}


def _compile(source: str, flags: int) -> tuple[Any, ...]:
    """The arguments of the engine for a pattern, as re._compiler.compile makes them."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = _compiler._code(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return int(flags | state.flags), array("I", code).tobytes(), state.groups - 1, state.groupdict, tuple(names)


def _restore(source: str, flags: int, code: bytes, *groups: Any) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    made: re.Pattern[str] = _sre.compile(source, flags, memoryview(code).cast("I").tolist(), *groups)
    return made


def _identity() -> str:
    """Of the interpreter, down to its build."""
    import _sre

    return f"{sys.version} {sys.byteorder} {sys.maxsize} {_sre.MAGIC} {_sre.CODESIZE}"


def _pack(codes: Codes) -> bytes:
    import _imp
    import marshal

    payload = marshal.dumps((_identity(), codes))
    return _imp.source_hash(_KEY, payload) + payload


def _unpack(data: bytes) -> Codes | None:
    try:
        import _imp
        import marshal

        payload = data[_CHECKSUM:]
        if not payload or _imp.source_hash(_KEY, payload) != data[:_CHECKSUM]:
            return None
        identity, codes = marshal.loads(payload)
        return codes if identity == _identity() else None
    except (ImportError, AttributeError, EOFError, TypeError, ValueError):
        return None


def _name() -> str:
    return f"patterns.{sys.implementation.cache_tag}.{sys.hexversion:x}"


def _folders() -> Iterator[str]:
    """Where the store may be: beside the bytecode of this module, else in the user's cache folder."""
    cached = __spec__.cached if __spec__ else None
    if cached:
        yield os.path.dirname(cached)
    root = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if os.path.isabs(root):
        yield os.path.join(root, "bibcheck")


def _read(folder: str) -> bytes:
    """What the store of a folder holds; nothing, unless it is to be trusted."""
    try:
        if not _is_trusted(os.stat(folder)):
            return b""
        # Neither a link nor a pipe: not to wait for what never comes.
        flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
        with open(os.path.join(folder, _name()), "rb", opener=lambda path, _: os.open(path, flags)) as file:
            status = os.fstat(file.fileno())
            is_fit = stat.S_ISREG(status.st_mode) and status.st_size <= _MOST_BYTES and _is_trusted(status)
            return file.read() if is_fit else b""
    except OSError:
        return b""


def _write(folder: str, data: bytes) -> bool:
    """Write the store of a folder, whole or not at all. Returns whether it is there."""
    target = os.path.join(folder, _name())
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
