"""Books of bookdown: their chapters are all R Markdown of a folder, unless the settings name them.

Source: `source_files` in R/utils.R of github.com/rstudio/bookdown, at commit 02b0fd1; "Usage" in its manual.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from os.path import basename, isabs, join, normpath

from bibcheck.documents.document import Document, Include

SITE = "site"  # `site: bookdown::bookdown_site`
CHAPTERS = "rmd_files"
SUBFOLDERS = "rmd_subdir"  # a folder, several, or `true`
LISTED = frozenset({SITE, SUBFOLDERS})  # includes that stand for what lies in a folder
_SETTINGS = "_bookdown.yml"
_ENDING = ".rmd"

# The names of the files in a folder, or the paths of all files below it.
FilesIn = Callable[[str, bool], Iterable[str]]


def is_book(main: str, documents: Iterable[Document]) -> bool:
    """Whether a main document is read with the other chapters of its book."""
    if any(include.command == SITE for document in documents for include in document.includes):
        return True
    has_settings = any(basename(document.path) == _SETTINGS for document in documents)
    return has_settings and main.lower().endswith(_ENDING)


def chapters(folder: str, documents: Iterable[Document], files_in: FilesIn | None) -> tuple[list[str], bool]:
    """The paths of the chapters in a book's folder that its settings do not name, and whether these are all.

    Left out is what begins with `_`, but where `rmd_files` and `rmd_subdir` stand together.
    """
    settings = [include for document in documents for include in document.includes if document.kind == "yaml"]
    subfolders = [name for include in settings if include.command == SUBFOLDERS for name in _folders(include)]
    is_named = any(include.command == CHAPTERS for include in settings)
    if is_named and not subfolders:
        return [], True
    if files_in is None:
        return [], False
    inside = [name for name in subfolders if not (isabs(name) or normpath(name).startswith(".."))]
    found = [join(folder, name) for name in sorted(files_in(folder, False))]
    for name in inside:
        found += sorted(join(folder, name, path) for path in files_in(join(folder, name), True))
    wanted = (normpath(path) for path in found if path.lower().endswith(_ENDING))
    return [path for path in wanted if is_named or not basename(path).startswith("_")], inside == subfolders


def _folders(include: Include) -> list[str]:
    """The folders that a value of `rmd_subdir` stands for."""
    word = include.name.lower()
    return [] if word in ("false", "no") else ["."] if word in ("true", "yes") else [include.name]


def files_in(folder: str, below: bool) -> list[str]:
    """The names of the files in a folder, or the paths of all files below it, relative to it; hidden ones left out."""
    found: list[str] = []
    for path, folders, names in os.walk(folder or os.curdir):
        folders[:] = [name for name in folders if below and not name.startswith(".")]
        found += [os.path.relpath(join(path, name), folder or os.curdir) for name in names if not name.startswith(".")]
    return found
