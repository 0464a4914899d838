"""The files of one project: each is asked for once, and is known by one path."""

from __future__ import annotations

import errno
from collections.abc import Callable
from os.path import normpath

from bibcheck.documents.bookdown import FilesIn
from bibcheck.source import Source

_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, None})


class ProjectFiles:
    """What stands at paths. `read` gives the text at one, and raises OSError where there is none."""

    def __init__(
        self,
        read: Callable[[str], Source],
        *,
        exists: Callable[[str], bool] | None = None,
        files_in: FilesIn | None = None,
        real_path: Callable[[str], str] = normpath,
    ) -> None:
        """`exists` says whether a file is there; without it, `read` is tried. `files_in` lists a folder. Paths with one
        `real_path` are one file.
        """
        self.files_in = files_in
        self.unreadable: dict[str, str] = {}  # why what is there cannot be read, by path
        self._read = read
        self._exists = exists
        self._real_path = real_path
        self._sources: dict[str, Source | None] = {}
        self._paths: dict[str, str] = {}  # by real path, the first one at which a file was found

    def source(self, path: str) -> Source | None:
        """The text at a path, if there is one."""
        if path not in self._sources:
            try:
                self._sources[path] = self._read(path)
            except (OSError, ValueError) as error:
                self._sources[path] = None
                if isinstance(error, OSError) and error.errno not in _NOT_THERE:
                    self.unreadable[path] = error.strerror or str(error)
        return self._sources[path]

    def exists(self, path: str) -> bool:
        """Whether there is a file at a path."""
        return self._exists(path) if self._exists else self.source(path) is not None

    def one_path(self, path: str) -> str:
        """The path by which a file is known that links make several of."""
        return self._paths.setdefault(self._real_path(path), path)
