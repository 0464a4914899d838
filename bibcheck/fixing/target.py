"""The file that is written where a path is a link: one of the same project, or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator

from bibcheck.settings.find import FILE_NAMES
from bibcheck.settings.paths import relative_to, shown


def target_of(path: str) -> str:
    """The real path of the file at `path`. Raises OSError where it is a link to a file that the path may not stand for.

    A link that was checked out with a project must not make files change that are not the project's, nor files that are no
    bibliography. Links on the way to the file's folder count for nothing: nobody follows them but by name.
    """
    folder, name = os.path.split(os.path.abspath(path))
    folder = os.path.realpath(folder)
    named = os.path.join(folder, name)
    target = os.path.realpath(named)
    if target == named:
        return target
    if relative_to(_project_of(folder), target) is None:
        raise _refused(target, "which is not in this project: name that file to change it")
    if _kind(target) != _kind(name):
        raise _refused(target, "which has another file name extension")
    return target


def _refused(target: str, why: str) -> OSError:
    return OSError(errno.EPERM, f"it is a link to {shown(target)}, {why}")


def _kind(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _project_of(folder: str) -> str:
    """The top of the repository that a folder is in; without one, where its settings are; else the current folder or it."""
    for names in ((".git",), FILE_NAMES):
        for above in _upwards(folder):
            if any(os.path.lexists(os.path.join(above, name)) for name in names):
                return above
    here = os.path.realpath(os.getcwd())
    return folder if relative_to(here, folder) is None else here


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above
