"""Whole runs, kept: what a command line has written, and on which files and folders that depends.

Where these are as they were, the run is not made again: no rule is imported, no file parsed. What is compared are the
contents of files, not their times.
"""

from __future__ import annotations

import os
import sys

from bibcheck.engine.store import Store, digest, package_fingerprint
from bibcheck.settings.listing import listing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO

    Files = dict[str, tuple[str, bytes]]  # by path: where links lead, and the digest; of what is no file, nothing

_MARGIN = 20_000_000  # nanoseconds: clocks of file systems tick slowly
_SEEN_IN_ENVIRONMENT = (
    *("NO_COLOR", "FORCE_COLOR", "TERM", "HOME", "COLUMNS"),
    *("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"),
)
# What a run may find in the folders above a file, besides the files that it reads.
_SETTINGS = ("bibcheck.toml", "pyproject.toml", ".git")


class Answer:
    """What one command line gives on one standard output, on one day."""

    def __init__(self, arguments: Sequence[str], store: Store, out: TextIO) -> None:
        from time import localtime, time_ns

        self.store = store
        self._began = time_ns()
        choices = (
            *(package_fingerprint(), sys.version, os.getcwd(), list(arguments), localtime()[:3]),
            [os.environ.get(name) for name in _SEEN_IN_ENVIRONMENT],
            (out.isatty(), out.encoding, _columns(out)),
        )
        self._key = digest(repr(choices).encode("utf-8", "surrogateescape")).hex() + ".run"

    def find(self) -> tuple[int, str] | None:
        """The status and the text of an earlier run, if it would be the same today."""
        data = self.store.read(self._key)
        if data is None:
            return None
        import marshal

        files, folders, status, text = marshal.loads(data)
        if any(_look_at(path) != seen for path, seen in files.items()):
            return None
        if any(_list(path) != seen for path, seen in folders.items()):
            return None
        return status, text

    def keep(self, status: int, text: str, paths: Iterable[str], folders: Mapping[str, str]) -> None:
        """Keep a run that read `paths` and the lists of `folders`, unless a file has been changed since it began."""
        every = {*paths, *_settings_above([*map(os.path.dirname, map(os.path.abspath, paths)), *folders])}
        files: Files = {}
        for path in every:
            if self._has_changed(path):
                return
            files[path] = _look_at(path)
        import marshal

        self.store.write(self._key, marshal.dumps((files, dict(folders), status, text)))

    def _has_changed(self, path: str) -> bool:
        try:
            status = os.stat(path)
        except OSError:
            return False
        return path[-4:] != ".git" and max(status.st_mtime_ns, status.st_ctime_ns) > self._began - _MARGIN


def _columns(out: TextIO) -> int:
    """The width of a terminal, to which reports are fit; 0 where there is none."""
    try:
        return os.get_terminal_size(out.fileno()).columns if out.isatty() else 0
    except OSError:
        return 0


def _list(path: str) -> str:
    try:
        return listing(os.scandir(path))
    except OSError:
        return ""


def _look_at(path: str) -> tuple[str, bytes]:
    real = os.path.realpath(path)
    try:
        with open(path, "rb") as file:
            return real, digest(file.read())
    except IsADirectoryError:
        return real, b"folder"
    except OSError:
        return real, b""


def _settings_above(folders: Iterable[str]) -> set[str]:
    """Where settings are looked for, for files in these absolute folders and for the current one."""
    found: set[str] = set()
    seen: set[str] = set()
    for folder in {os.getcwd(), *folders}:
        while folder not in seen:
            seen.add(folder)
            found.update(os.path.join(folder, name) for name in _SETTINGS)
            folder = os.path.dirname(folder)
    return found
