"""Where files stand in the repository, which is what services that hold it ask for."""

from __future__ import annotations

import os

_STDIN = "<stdin>"


class Repository:
    """Finds the folders that hold `.git`, looking for each once."""

    def __init__(self) -> None:
        self._roots: dict[tuple[str, tuple[str, ...]], str] = {}

    def root(self, folder: str, marks: tuple[str, ...] = (".git",)) -> str:
        """The nearest folder from an absolute one upwards that holds one of the marks; empty if there is none."""
        if (folder, marks) not in self._roots:
            parent = os.path.dirname(folder)
            if any(os.path.lexists(os.path.join(folder, mark)) for mark in marks):
                found = folder
            else:
                found = self.root(parent, marks) if parent != folder else ""
            self._roots[folder, marks] = found
        return self._roots[folder, marks]

    def path(self, path: str) -> str:
        """A path from the root of the repository that holds the file, with `/`; as it is outside of one."""
        if path == _STDIN:
            return path
        absolute = os.path.abspath(path)
        root = self.root(os.path.dirname(absolute))
        return _relative(absolute, root) if root else path.replace(os.sep, "/").removeprefix("./")

    def project_path(self, path: str) -> str:
        """A path that does not depend on the current folder: from the project's root, or the bare name outside of one."""
        if path == _STDIN:
            return path
        absolute = os.path.abspath(path)
        folder = os.path.dirname(absolute)
        root = self.root(folder) or self.root(folder, ("bibcheck.toml", "pyproject.toml"))
        return _relative(absolute, root) if root else os.path.basename(absolute)


def _relative(path: str, root: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")
