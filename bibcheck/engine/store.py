"""What runs keep for later runs: small files in one folder, each signed with a key that only the user has.

A store may come with a checkout, from a stranger: it could say that nothing is wrong, or hold a pickle that runs code.
So every record begins with a checksum made with a secret from the user's own cache folder, and what does not bear it is
thrown away unread. The same goes for damaged records. Files are written under another name and renamed, so that runs that
meet see whole records or none; measured against sqlite3, this saves 8 ms of loading, more than a whole warm run may take.
"""

from __future__ import annotations

import os

try:
    from _blake2 import blake2b  # hashlib takes 4 ms to load
except ImportError:
    from hashlib import blake2b

FOLDER = ".bibcheck_cache"
_PROJECT_MARKS = ("bibcheck.toml", ".git", "pyproject.toml")
_CHECKSUM = 32  # bytes
_SECRET = "secret"
_MOST_BYTES = 200_000_000  # of all records; beyond, the oldest go until half is left
_IGNORE = "# Made by bibcheck; `bibcheck clean` deletes it.\n*\n"


def digest(data: bytes) -> bytes:
    """A fingerprint of data."""
    return blake2b(data, digest_size=20).digest()


def store_folder() -> str | None:
    """Where the store of the project at the current folder is; outside projects in the user's cache folder, if any."""
    folder = os.getcwd()
    while True:
        if any(os.path.exists(os.path.join(folder, mark)) for mark in _PROJECT_MARKS):
            return os.path.join(folder, FOLDER)
        parent = os.path.dirname(folder)
        if parent == folder:
            break
        folder = parent
    users = _user_folder()
    return os.path.join(users, FOLDER) if users else None


def is_wanted() -> bool:
    """Whether the environment lets runs keep anything."""
    return not os.environ.get("BIBCHECK_NO_CACHE")


class Store:
    """The records in a folder. Never raises: `problem` says why nothing can be kept, where that is so."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.problem = ""
        self._secret: bytes | None = None
        self._is_ready = False

    def read(self, name: str) -> bytes | None:
        """What was kept under a name; None where there is nothing, or nothing of ours."""
        path = os.path.join(self.folder, name)
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            return None
        payload = data[_CHECKSUM:]
        secret = self._secret or _read_secret()
        if secret and data[:_CHECKSUM] == _sign(secret, name, payload):
            self._secret = secret
            return payload
        if secret:
            _remove(path)
        return None

    def write(self, name: str, payload: bytes) -> None:
        """Keep data under a name, whole or not at all."""
        if self.problem:
            return
        try:
            if not self._is_ready:
                self._make_ready()
            secret = self._secret
            if secret:
                _write_whole(os.path.join(self.folder, name), _sign(secret, name, payload) + payload)
        except OSError as error:
            self.problem = f"{error.filename or self.folder}: {error.strerror}"

    def tidy(self) -> None:
        """Delete the oldest records where all take too much room."""
        try:
            names = [] if os.path.islink(self.folder) else os.listdir(self.folder)
            paths = [os.path.join(self.folder, name) for name in names if name.endswith((".run", ".file"))]
            records = [(os.lstat(path), path) for path in paths]
        except OSError:
            return
        excess = sum(status.st_size for status, _ in records)
        if excess <= _MOST_BYTES:
            return
        for status, path in sorted(records, key=lambda record: record[0].st_mtime_ns):
            if excess <= _MOST_BYTES // 2:
                return
            _remove(path)
            excess -= status.st_size

    def _make_ready(self) -> None:
        self._secret = self._secret or _read_secret() or _make_secret()
        if os.path.islink(self.folder):  # it could lead anywhere
            raise OSError(0, "this is a link", self.folder)
        os.makedirs(self.folder, exist_ok=True)
        ignore = os.path.join(self.folder, ".gitignore")
        if not os.path.exists(ignore):
            _write_whole(ignore, _IGNORE.encode())
        self._is_ready = True


def clean(folder: str) -> int:
    """Delete the store in a folder. Returns how many records there were. Raises OSError."""
    if os.path.islink(folder) or not os.path.isdir(folder):
        return 0
    names = os.listdir(folder)
    for name in names:
        os.unlink(os.path.join(folder, name))
    os.rmdir(folder)
    return sum(not name.startswith(".") for name in names)


def package_fingerprint() -> str:
    """What changes when the code or the data of the package does: the version alone says little of a checkout."""
    parts = []
    folders = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    folders.append(entry.path)
            else:
                status = entry.stat()
                parts.append(f"{entry.path} {status.st_mtime_ns} {status.st_size}")
    parts.sort()
    return "\n".join(parts)


def _user_folder() -> str | None:
    root = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(root, "bibcheck") if os.path.isabs(root) else None


def _sign(secret: bytes, name: str, payload: bytes) -> bytes:
    signer = blake2b(name.encode() + b"\0", key=secret, digest_size=_CHECKSUM)
    signer.update(payload)
    return signer.digest()


def _read_secret() -> bytes | None:
    """The user's secret; None where there is none, or where others could have put it there."""
    folder = _user_folder()
    if not folder:
        return None
    try:
        with open(os.path.join(folder, _SECRET), "rb") as file:
            status = os.fstat(file.fileno())
            secret = file.read(64)
    except OSError:
        return None
    is_own = os.name != "posix" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)
    return secret if is_own and len(secret) == 32 else None


def _make_secret() -> bytes | None:
    folder = _user_folder()
    if not folder:
        return None
    os.makedirs(folder, mode=0o700, exist_ok=True)
    secret = os.urandom(32)
    _write_whole(os.path.join(folder, _SECRET), secret, mode=0o600)
    return secret


def _write_whole(path: str, data: bytes, mode: int = 0o644) -> None:
    scratch = f"{path}.{os.getpid()}"
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        with open(scratch, "wb", opener=lambda name, _: os.open(name, flags, mode)) as file:
            file.write(data)
        os.replace(scratch, path)
    except OSError:
        _remove(scratch)
        raise


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
