"""The files that a command is about, each with the settings that hold for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from bibcheck.records import NamedTuple
from bibcheck.settings.find import Settings, SettingsFinder
from bibcheck.settings.gitignore import GitIgnore
from bibcheck.settings.paths import shown
from bibcheck.text.suggestion import did_you_mean

STDIN = "-"
_LEFT_OUT = frozenset({"node_modules", "venv", "__pycache__"})  # and all hidden folders, .git and .venv among them


class File(NamedTuple):
    """A file to read. `path` is its name in what is printed, `absolute` what patterns are matched with."""

    path: str
    absolute: str
    settings: Settings
    is_stdin: bool = False
    is_document: bool = False  # what cites, and is no bibliography


class FileFinder:
    """Finds what paths on a command line stand for. `problems` says in whole lines what could not be found."""

    def __init__(
        self,
        settings: SettingsFinder,
        *,
        stdin_path: str = "<stdin>",
        force_exclude: bool = False,
        with_ignored: bool = False,
    ) -> None:
        """`with_ignored`: what git ignores is found in folders too."""
        self.settings = settings
        self.stdin_path = stdin_path
        self.force_exclude = force_exclude
        self.git = None if with_ignored else GitIgnore()
        self.problems: list[str] = []
        self.folders: list[str] = []  # the absolute paths of those that were searched

    def find(self, paths: Sequence[str]) -> list[File]:
        """Files as named, the project's files below named folders, standard input for `-`; each file once.

        No path stands for the project: all that `include` takes, or else every .bib file below the current folder.
        Raises SettingsError.
        """
        found: dict[str, File] = {}
        for path in sorted(paths, key=STDIN.__ne__) or [self._project_folder()]:
            for file in self._find_at(path):
                # A link to a file is that file once more: to compare the two would find everything twice.
                found.setdefault(os.path.realpath(file.absolute), file)
        return list(found.values())

    def settings_of(self, path: str) -> Settings:
        """The settings that hold for the file at a path."""
        return self.settings.settings_for(os.path.dirname(os.path.abspath(path)))

    def project_files(self, settings: Settings) -> Iterator[File]:
        """All files of the project that `include` describes."""
        return (file for file in self._walk(settings.folder) if file.settings is settings)

    def siblings(self, folder: str) -> Iterator[File]:
        """The files of the project right in an absolute folder."""
        return self._walk(folder, deep=False)

    def _project_folder(self) -> str:
        settings = self.settings.settings_for(os.getcwd())
        return settings.folder if settings.says_what_the_project_is else os.curdir

    def _find_at(self, path: str) -> list[File]:
        if path == STDIN:
            found = [self._named(self.stdin_path, is_stdin=True)]
        elif os.path.isdir(path):
            self.folders.append(os.path.abspath(path))
            return self._find_below(path)
        elif os.path.exists(path):
            found = [self._named(path)]
        else:
            self.problems.append(f"{path or repr(path)}: no such file or folder{_nearby(path)}")
            return []
        return [file for file in found if not (self.force_exclude and file.settings.excludes(file.absolute))]

    def _find_below(self, folder: str) -> list[File]:
        problems: list[str] = []
        found = list(self._walk(folder, problems))
        self.problems += problems
        if found or problems:
            return found
        excluded = list(self._walk(folder, with_excluded=True))
        if excluded and not self.force_exclude:
            excluded = [file for file in excluded if not file.settings.excludes(file.absolute)]
            who = "git ignores" if self.git and excluded else "`exclude` leaves out"
            self.problems.append(f"{shown(folder)}: {who} all that is in this folder")
        elif not excluded:
            settings = self.settings.settings_for(os.path.abspath(folder))
            what = "files that `include` takes" if settings.says_what_the_project_is else ".bib files"
            self.problems.append(f"{shown(folder)}: no {what} in this folder")
        return []

    def _is_ignored(self, path: str, every: bool, *, is_folder: bool = False) -> bool:
        return self.git is not None and not every and self.git.ignores(path, is_folder=is_folder)

    def _named(self, path: str, *, is_stdin: bool = False) -> File:
        absolute = os.path.abspath(path)
        settings = self.settings.settings_for(os.path.dirname(absolute))
        is_document = not is_stdin and _is_document(path) and not settings.includes(absolute)
        return File(shown(path), absolute, settings, is_stdin, is_document)

    def _walk(
        self, folder: str, problems: list[str] | None = None, *, with_excluded: bool = False, deep: bool = True
    ) -> Iterator[File]:
        waiting = [folder]
        while waiting:
            current = waiting.pop()
            try:
                entries = sorted(os.scandir(current), key=lambda entry: entry.name)
            except OSError as error:
                if problems is not None:
                    problems.append(f"{shown(current)}: {error.strerror}")
                continue
            above = os.path.abspath(current)
            settings = self.settings.settings_for(above)
            for entry in entries:
                absolute = os.path.join(above, entry.name)
                if settings.excludes(absolute) and not with_excluded:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    is_hidden = entry.name.startswith(".") or entry.name in _LEFT_OUT
                    if deep and not is_hidden and not self._is_ignored(absolute, with_excluded, is_folder=True):
                        waiting.append(entry.path)
                elif (
                    settings.includes(absolute)
                    and entry.is_file()
                    and not self._is_ignored(absolute, with_excluded or not deep)
                ):
                    yield File(shown(entry.path), absolute, settings)


def _is_document(path: str) -> bool:
    """Whether a file is one that cites, by its name."""
    if path.lower().endswith(".bib"):
        return False
    from bibcheck.documents.reading import kind_of

    return bool(kind_of(path))


def _nearby(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or os.curdir)
    except OSError:
        return ""
    # The name alone stands for the .bib file, as it does in \bibliography.
    return did_you_mean(name + ".bib" if name + ".bib" in names else name, names)
