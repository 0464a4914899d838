"""Follows a main document to everything that it includes, and to the bibliographies that all of it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os.path import dirname, join, normpath

from bibcheck.documents.bookdown import LISTED, FilesIn, chapters, is_book
from bibcheck.documents.document import Bibliography, CiteCommand, Document, Include, Problem, without_references_among
from bibcheck.documents.finding_files import (
    PACKAGE_EXTENSIONS,
    Folders,
    bibliography_candidates,
    include_candidates,
    include_folder,
)
from bibcheck.documents.latex_commands import multibib_name
from bibcheck.documents.lines import on_one_line
from bibcheck.documents.project_files import ProjectFiles
from bibcheck.documents.reading import kind_of, read_document
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span

_WRITTEN_BY_PACKAGES = ("-blx", "Notes", "-blx.bib", "Notes.bib")  # biblatex, REVTeX: not there before a run of LaTeX


_SETTINGS = {
    "markdown": ("_quarto.yml", "_bookdown.yml", "_output.yml", "_config.yml", "_toc.yml", "myst.yml"),
    "rst": ("conf.py",),
    "yaml": ("_toc.yml",),
}


class NamedBibliography(NamedTuple):
    """A bibliography where a document names it, and the path at which it is; empty where there is none."""

    document: str
    bibliography: Bibliography
    path: str


class Project(NamedTuple):
    """A main document with all that it reads.

    Not `complete`: some part could not be found or read, so it may cite more. Of a book, each document has all others for its
    parts.
    """

    documents: tuple[Document, ...]
    bibliographies: tuple[NamedBibliography, ...]
    problems: tuple[Problem, ...]
    complete: bool
    is_book: bool = False


class _Unfinished(NamedTuple):
    """A document whose includes are being read."""

    document: Document
    includes: Iterator[Include]
    folder: str


def load_project(
    main: str,
    read: Callable[[str], Source],
    *,
    exists: Callable[[str], bool] | None = None,
    files_in: FilesIn | None = None,
    real_path: Callable[[str], str] = normpath,
    cite_commands: Iterable[str | CiteCommand] = (),
    texinputs: Iterable[str] = (),
    bibinputs: Iterable[str] = (),
) -> Project:
    """Read the document at `main` and all its parts, each once and in the order of the text.

    `read` gives the text at a path, and raises OSError where there is none. `exists` says whether a bibliography is there;
    without it, `read` is tried. `files_in` lists a folder, for books whose chapters are all that lies there. Paths with one
    `real_path` are one file. `texinputs` and `bibinputs` are folders. Never raises by itself: what is missing, is no text or
    includes itself is a problem, at the place that names it.
    """
    folders = Folders(dirname(main), tuple(texinputs), tuple(bibinputs))
    files = ProjectFiles(read, exists=exists, files_in=files_in, real_path=real_path)
    return _Loader(files, cite_commands, folders).load(main)


class _Loader:
    """Reads one project."""

    def __init__(
        self,
        files: ProjectFiles,
        cite_commands: Iterable[str | CiteCommand],
        folders: Folders,
    ) -> None:
        self.files = files
        self.folders = folders
        self.commands = [
            CiteCommand(command.lstrip("\\")) if isinstance(command, str) else command for command in cite_commands
        ]
        self.documents: dict[str, Document] = {}
        self.commands_known: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.complete = True
        self.unfinished: list[_Unfinished] = []
        self.depths: dict[str, int] = {}  # of the unfinished documents, by path

    def load(self, main: str) -> Project:
        main = normpath(main)
        source = self.files.source(main)
        if source is None:
            return Project((), (), (Problem(main, Span(0, 0), "no such document"),), False)
        self.enter(self.files.one_path(main), source, kind_of(main), self.folders.main)
        self.follow_all()
        self.read_settings(kind_of(main))
        self.read_book(main)
        self.complete &= self.names_its_parts(kind_of(main))
        self.read_again()
        bibliographies = tuple(self.bibliographies())
        problems = [problem for document in self.documents.values() for problem in document.problems] + self.problems
        complete = self.complete and not problems
        return Project(
            without_references_among(self.documents.values()),
            bibliographies,
            tuple(problems),
            complete,
            self.is_book(main),
        )

    def follow_all(self) -> None:
        while self.unfinished:
            include = next(self.unfinished[-1].includes, None)
            if include is None:
                del self.depths[self.unfinished.pop().document.path]
            else:
                self.follow(include, self.unfinished[-1])

    def read_settings(self, kind: str) -> None:
        """Read the settings beside the main document: they name bibliographies and chapters that it does not."""
        for name in _SETTINGS.get(kind, ()):
            path = normpath(join(self.folders.main, name))
            if path not in self.documents and (source := self.files.source(path)):
                self.enter(path, source, kind_of(path), self.folders.main)
                self.follow_all()

    def read_book(self, main: str) -> None:
        """Read the chapters of a bookdown book that its settings do not name: all that lie in its folder."""
        if not is_book(main, self.documents.values()):
            return
        found, are_all = chapters(self.folders.main, self.documents.values(), self.files.files_in)
        self.complete &= are_all
        for path in found:
            if self.files.one_path(path) not in self.documents and (source := self.files.source(path)):
                self.enter(path, source, kind_of(path), self.folders.main)
                self.follow_all()

    def is_book(self, main: str) -> bool:
        """Whether the settings beside the main document say of which documents it is one."""
        documents = self.documents.values()
        names_any = any(document.kind == "yaml" and document.includes for document in documents)
        return is_book(main, documents) or (kind_of(main) == "markdown" and names_any)

    def names_its_parts(self, kind: str) -> bool:
        """Whether a site names its documents. If not, they are all that lie in its folder, and nobody lists them."""
        documents = self.documents.values()
        return kind != "yaml" or any(document.kind == "yaml" and document.includes for document in documents)

    def enter(self, path: str, source: Source, kind: str, folder: str) -> None:
        """Read a document, and go on with what it includes."""
        if source.path != path:
            source = Source(path, source.text)
        document = self.document(source, kind)
        self.commands_known[path] = len(self.commands)
        self.commands.extend(document.cite_commands)
        self.documents[path] = document
        self.depths[path] = len(self.unfinished)
        self.unfinished.append(_Unfinished(document, iter(document.includes), folder))

    def document(self, source: Source, kind: str) -> Document:
        document = read_document(source, cite_commands=self.commands, kind=kind)
        return _as_package(document) if source.path.endswith((".sty", ".cls")) else document

    def follow(self, include: Include, within: _Unfinished) -> None:
        """Read the document that is included, unless it has been read."""
        document = within.document
        if not include.literal:
            self.complete &= include.command in LISTED
            return
        path = next((path for path in self.candidates(include, within) if self.files.source(path)), None)
        if path is None:
            if include.required:
                self.report(document, include.span, f"{self.why_not(include, within)}; what it cites is not known")
            return
        path = self.files.one_path(path)
        if path in self.depths and include.command in PACKAGE_EXTENSIONS:
            return  # LaTeX loads a package once, whoever asks for it
        if path in self.depths:
            self.report(document, include.span, f"`{path}` includes itself: {self.circle(path)}")
        elif path not in self.documents and (source := self.files.source(path)):
            if "\0" in source.text:
                self.report(document, include.span, f"`{path}` is not a text file")
                return
            kind = kind_of(path) or document.kind
            folder = include_folder(include, document, within.folder, self.folders.main)
            self.enter(path, source, kind, folder)

    def why_not(self, include: Include, within: _Unfinished) -> str:
        """Why a document that is included cannot be read."""
        for path in self.candidates(include, within):
            if path in self.files.unreadable:
                return f"`{path}`: {self.files.unreadable[path]}"
        return f"`{on_one_line(include.name)}` is not found"

    def candidates(self, include: Include, within: _Unfinished) -> Iterator[str]:
        return include_candidates(include, within.document, within.folder, self.folders)

    def circle(self, path: str) -> str:
        """The way from a document back to itself, its middle left out where it is long."""
        first, last = self.depths[path], len(self.unfinished)
        shown = self.unfinished[first : min(last, first + _LONGEST_WAY)]
        way = [opened.document.path for opened in shown]
        if last - first > _LONGEST_WAY:
            way[-2:] = ["...", self.unfinished[-1].document.path]
        return " -> ".join([*way, path])

    def report(self, document: Document, span: Span, message: str) -> None:
        self.problems.append(Problem(document.path, span, message))

    def read_again(self) -> None:
        """Read what uses a command that a later document has defined: a preamble is often a file of its own."""
        defined = {name: number for number, command in enumerate(self.commands) for name in _names_of(command)}
        for path, known in self.commands_known.items():
            source = self.files.source(path)
            if source and known < len(self.commands):
                used = {match[1] for match in _USED.finditer(source.text)}
                if any(defined.get(name, -1) >= known for name in used):
                    self.documents[path] = self.document(Source(path, source.text), self.documents[path].kind)

    def bibliographies(self) -> Iterator[NamedBibliography]:
        """All that is named, in the order of the text."""
        embedded = {file.name for document in self.documents.values() for file in document.embedded}
        for document in self.documents.values():
            for bibliography in document.bibliographies:
                path = "" if bibliography.remote else self.find(bibliography, document)
                yield NamedBibliography(document.path, bibliography, path)
                name = bibliography.name
                if bibliography.remote:
                    self.complete = False
                elif not path and not embedded & {name, f"{name}.bib"} and not name.endswith(_WRITTEN_BY_PACKAGES):
                    self.report(document, bibliography.span, f"bibliography `{on_one_line(name)}` is not found")

    def find(self, bibliography: Bibliography, document: Document) -> str:
        return next(filter(self.files.exists, bibliography_candidates(bibliography, document, self.folders)), "")


_USED = pattern(r"\\([a-zA-Z@]++)")
_LONGEST_WAY = 5  # documents of a circle that a message names


def _names_of(command: CiteCommand) -> Iterator[str]:
    """The commands that there are with one that cites: `\\newcites` makes some more."""
    yield command.name
    if name := multibib_name(command):
        yield f"bibliography{name}"


def _as_package(document: Document) -> Document:
    """What a package or class surely says: most of its code are definitions, which run later or never."""
    return document._replace(
        citations=tuple(citation._replace(sure=False) for citation in document.citations),
        bibliographies=tuple(bibliography for bibliography in document.bibliographies if not bibliography.remote),
        includes=tuple(include._replace(required=False) for include in document.includes if include.literal),
        problems=(),
    )
