"""Puts a whole new file in the place of an old one, so that nobody's text is lost on the way."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_PREFIX, _SUFFIX = ".bibcheck-", ".tmp"
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGXCPU", "SIGBREAK")
_CHANGED = "it has changed since it was read"


def replace(path: str, old: bytes, new: bytes) -> None:
    """Replace the file at a real path that holds `old` by one with `new` that has its mode, owner and attributes.

    The old file or the new one is there at any moment. Raises OSError, with the old file in place, also where it no longer
    holds `old`. Signals that end the program wait until the write is over.
    """
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is no regular file")
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise OSError(errno.EACCES, "it is read-only")  # said here, for root may write what is read-only
    if status.st_nlink > 1:
        raise OSError(errno.EMLINK, "it has several names (hard links), and the others would keep the old text")
    # To write, which a file may forbid where its folder does not.
    with _signals_wait(), open(path, "r+b", opener=_open_no_link) as current:
        if not _lock(current.fileno()):
            raise OSError(errno.EBUSY, "another program is writing it")
        _replace(path, current, status, old, new)
    _sync_folder(os.path.dirname(path))


def _replace(path: str, current: BinaryIO, status: os.stat_result, old: bytes, new: bytes) -> None:
    with _temporary_file(os.path.dirname(path), new) as temporary:
        _copy_status(status, path, temporary)
        if current.read() != old:
            raise OSError(_CHANGED)
        if os.name == "nt":
            current.close()  # what is open cannot be replaced there
            os.replace(temporary, path)
        elif not _exchange(temporary, path):
            os.replace(temporary, path)
        elif _holds(current, temporary, old):
            os.unlink(temporary)
        else:
            _exchange(temporary, path)
            raise OSError(_CHANGED)


@contextmanager
def _temporary_file(folder: str, data: bytes) -> Iterator[str]:
    """The path of a file in a folder that holds `data`; it is locked, and gone in the end if it is still there.

    It is in the folder of the file to replace: elsewhere might be another file system, from which nothing can be moved in one
    step.
    """
    descriptor, path = _locked_file(folder)
    lock = os.dup(descriptor)  # holds the lock when the file is closed
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield path
    finally:
        with suppress(FileNotFoundError):
            os.unlink(path)
        os.close(lock)


def _locked_file(folder: str) -> tuple[int, str]:
    """A new file in a folder, and the lock on it: before, another run may take it for one that was left, and remove it."""
    import tempfile

    while True:
        descriptor, path = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
        if _lock(descriptor) and os.fstat(descriptor).st_nlink:
            return descriptor, path
        os.close(descriptor)  # the other run removes it


def _is_at(descriptor: int, path: str) -> bool:
    """Whether an open file is the one at a path."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except FileNotFoundError:
        return False


def _holds(current: BinaryIO, path: str, old: bytes) -> bool:
    """Whether the file that was at hand is the one at `path`, and nobody has written into it."""
    current.seek(0)
    return _is_at(current.fileno(), path) and current.read() == old


def _exchange(first: str, second: str) -> bool:
    """Let two files change places in one step, so that what was there can be looked at; False where that cannot be done."""
    try:
        import ctypes

        rename = ctypes.CDLL(None, use_errno=True).renameat2  # of Linux, with the GNU C library since 2.28
    except (ImportError, AttributeError, OSError, TypeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    done: int = rename(here, os.fsencode(first), here, os.fsencode(second), exchange)
    return done == 0


def _open_no_link(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))


def _lock(descriptor: int) -> bool:
    """Lock a file for this process, without waiting. Returns whether it is ours, or cannot be locked at all."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):  # Windows, or a file system without locks
        return True
    return True


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Let the signals that end a program wait: after the block they do what they would have done."""
    import signal

    came: list[int] = []
    before = {}
    with suppress(ValueError):  # in another thread than the main one, where no signal is handled
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) not in (signal.SIG_IGN, None):
                before[number] = signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)


def _copy_status(status: os.stat_result, old: str, new: str) -> None:
    """Mode; owner, group and extended attributes (access control lists among them) as far as that is allowed."""
    if hasattr(os, "chown"):  # not on Windows
        with suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    os.chmod(new, stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):  # on Linux alone
        names: list[str] = []
        with suppress(OSError):
            names = os.listxattr(old)
        for name in names:
            with suppress(OSError):
                os.setxattr(new, name, os.getxattr(old, name))


def _sync_folder(folder: str) -> None:
    """See to it that the new name survives a power cut, where folders can be opened: not on Windows."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: str) -> None:
    """Remove the temporary files that killed runs have left in a folder. Those of runs at work are locked, and stay."""
    with suppress(OSError):
        for entry in list(os.scandir(folder or os.curdir)):
            if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX) and not entry.is_symlink():
                with suppress(OSError), open(entry.path, "r+b", opener=_open_no_link) as left:
                    if os.name != "nt" and _lock(left.fileno()) and _is_at(left.fileno(), entry.path):
                        os.unlink(entry.path)
