"""The files that a command is about, each with the settings that hold for it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence

from bibcheck.records import NamedTuple
from bibcheck.settings.find import Settings, SettingsFinder
from bibcheck.settings.gitignore import GitIgnore
from bibcheck.settings.listing import listing
from bibcheck.settings.paths import shown
from bibcheck.source import MOST_BYTES, Source, bounded
from bibcheck.text.suggestion import did_you_mean

STDIN = "-"
_LEFT_OUT = frozenset({"node_modules", "venv", "__pycache__"})  # and all hidden folders, .git and .venv among them
_NO_ENTRY = "no line begins an entry, as `@book{key,` does"
_OF_TEX = (".tex", ".ltx", ".sty", ".cls", ".dtx", ".bst", ".bbx", ".cbx", ".aux", ".bbl", ".bcf", ".blg", ".log")


class File(NamedTuple):
    """A file to read. `path` is its name in what is printed, `absolute` what patterns are matched with."""

    path: str
    absolute: str
    settings: Settings
    is_stdin: bool = False
    is_document: bool = False  # what cites, and is no bibliography

    def read(self, read_stdin: Callable[[int], bytes] = lambda most: b"") -> Source:
        """The text of the file; `read_stdin` gives so many bytes of standard input.

        Raises OSError where it cannot be read, and where it is something else than a bibliography.
        """
        most = self.settings.table.max_file_size or MOST_BYTES
        if self.is_stdin:
            source = Source.from_bytes(self.path, bounded(self.path, read_stdin(most + 1), most))
        else:
            source = Source.from_file(self.path, most)
        if not self.is_document and source.text[:1] != "@":
            from bibcheck.settings.foreign import foreign_format

            if name := foreign_format(source.text):
                raise OSError(errno.EINVAL, f"no bibliography but {name}: {_NO_ENTRY}", self.path)
        return source


class FileFinder:
    """Finds what paths on a command line stand for. `problems` says in whole lines what could not be found."""

    def __init__(
        self,
        settings: SettingsFinder,
        *,
        stdin_path: str = "<stdin>",
        force_exclude: bool = False,
        with_ignored: bool = False,
        with_documents: bool = False,
    ) -> None:
        """`with_ignored`: what git ignores is found in folders too; `with_documents`: what cites may be named."""
        self.settings = settings
        self.stdin_path = stdin_path
        self.force_exclude = force_exclude
        self.with_documents = with_documents
        self.git = None if with_ignored else GitIgnore()
        self.problems: list[str] = []
        self.folders: list[str] = []  # the absolute paths of those that were searched
        self.looked_through: set[str] = set()  # files beside those that were asked for
        self.walked: dict[str, str] = {}  # the folders that were looked into, each with what was there
        # Whether a run depends on nothing but the files that its report names, those two, and the settings.
        self.is_repeatable = True

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
        elif os.path.islink(path):
            self.problems.append(f"{path}: a link that leads to no file")
            return []
        else:
            self.problems.append(f"{path or repr(path)}: no such file or folder{_nearby(path)}")
            return []
        found = [file for file in found if not (self.force_exclude and file.settings.excludes(file.absolute))]
        refused = [why for file in found if (why := _refusal(file))]
        self.problems += refused
        return [] if refused else found

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
        is_document = self.with_documents and not is_stdin and _is_document(path) and not settings.includes(absolute)
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
                self.is_repeatable = False
                if problems is not None:
                    problems.append(f"{shown(current)}: {error.strerror}")
                continue
            above = os.path.abspath(current)
            settings = self.settings.settings_for(above)
            self.walked[above] = listing(entries)
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
                    and _is_there(entry)
                    and not self._is_ignored(absolute, with_excluded or not deep)
                ):
                    yield File(shown(entry.path), absolute, settings)


def have_documents(files: Sequence[File], named: Sequence[str]) -> bool:
    """Whether files of one settings file have documents: some that are named, those of the settings, or among themselves."""
    return bool(named or files[0].settings.documents) or any(file.is_document for file in files)


def _is_document(path: str) -> bool:
    """Whether a file is one that cites, by its name."""
    if path.lower().endswith(".bib"):
        return False
    from bibcheck.documents.reading import kind_of

    return bool(kind_of(path))


def _is_there(entry: os.DirEntry[str]) -> bool:
    """Whether there is something to read, or to say of: not a link to a folder, nor one that leads nowhere.

    Of a loop of links, a pipe or a device, reading says that it is no file.
    """
    try:
        return entry.is_file() or (not entry.is_dir() and os.path.exists(entry.path))
    except OSError:
        return True


def _nearby(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or os.curdir)
    except OSError:
        return ""
    # The name alone stands for the .bib file, as it does in \bibliography.
    return did_you_mean(name + ".bib" if name + ".bib" in names else name, names)


def _refusal(file: File) -> str:
    """Why a file that was named is not checked, in one line: it is no bibliography. Empty where it may be one.

    What is called `.bib`, what `include` takes and standard input may always be one; so may what cannot be read here. A
    document cites one.
    """
    if file.is_stdin or file.is_document or file.settings.includes(file.absolute) or not os.path.isfile(file.absolute):
        return ""
    ending = os.path.splitext(file.absolute)[1].lower()
    if ending in _OF_TEX:
        return f"{file.path}: a `{ending}` file is no bibliography; name the .bib files that it cites"
    from bibcheck.settings.foreign import ENTRY

    try:
        text = Source.from_file(file.absolute).text
    except OSError:
        return ""
    if not text.strip() or ENTRY.search(text):
        return ""
    return f"{file.path}: no bibliography: {_NO_ENTRY}"
