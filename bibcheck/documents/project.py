"""Follows a main document to everything that it includes, and to the bibliographies that all of it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os.path import dirname, join, normpath

from bibcheck.documents.document import Bibliography, CiteCommand, Document, Include, Problem, without_references
from bibcheck.documents.finding_files import Folders, bibliography_candidates, include_candidates, include_folder
from bibcheck.documents.reading import kind_of, read_document
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span

_WRITTEN_BY_PACKAGES = ("-blx", "Notes", "-blx.bib", "Notes.bib")  # biblatex, REVTeX: not there before a run of LaTeX


_SETTINGS = {
    "markdown": ("_quarto.yml", "_bookdown.yml", "_config.yml", "_toc.yml", "myst.yml"),
    "rst": ("conf.py",),
    "yaml": ("_toc.yml",),
}


class NamedBibliography(NamedTuple):
    """A bibliography where a document names it, and the path at which it is; empty where there is none."""

    document: str
    bibliography: Bibliography
    path: str


class Project(NamedTuple):
    """A main document with all that it reads. Not `complete`: some part could not be found or read, so it may cite more."""

    documents: tuple[Document, ...]
    bibliographies: tuple[NamedBibliography, ...]
    problems: tuple[Problem, ...]
    complete: bool


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
    cite_commands: Iterable[str | CiteCommand] = (),
    texinputs: Iterable[str] = (),
    bibinputs: Iterable[str] = (),
) -> Project:
    """Read the document at `main` and all its parts, each once and in the order of the text.

    `read` gives the text at a path, and raises OSError where there is none. `exists` says whether a bibliography is there;
    without it, `read` is tried. `texinputs` and `bibinputs` are folders. Never raises by itself: what is missing, is no text
    or includes itself is a problem, at the place that names it.
    """
    folders = Folders(dirname(main), tuple(texinputs), tuple(bibinputs))
    return _Loader(read, exists, cite_commands, folders).load(main)


class _Loader:
    """Reads one project."""

    def __init__(
        self,
        read: Callable[[str], Source],
        exists: Callable[[str], bool] | None,
        cite_commands: Iterable[str | CiteCommand],
        folders: Folders,
    ) -> None:
        self.read = read
        self.exists = exists
        self.folders = folders
        self.commands = list(cite_commands)
        self.sources: dict[str, Source | None] = {}
        self.documents: dict[str, Document] = {}
        self.commands_known: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.complete = True
        self.unfinished: list[_Unfinished] = []
        self.unfinished_paths: set[str] = set()

    def load(self, main: str) -> Project:
        main = normpath(main)
        source = self.source(main)
        if source is None:
            return Project((), (), (Problem(main, Span(0, 0), "no such document"),), False)
        self.enter(main, source, kind_of(main), self.folders.main)
        self.follow_all()
        self.read_settings(kind_of(main))
        self.complete &= self.names_its_parts(kind_of(main))
        self.read_again()
        bibliographies = tuple(self.bibliographies())
        problems = [problem for document in self.documents.values() for problem in document.problems] + self.problems
        return Project(self.without_references(), bibliographies, tuple(problems), self.complete and not problems)

    def follow_all(self) -> None:
        while self.unfinished:
            include = next(self.unfinished[-1].includes, None)
            if include is None:
                self.unfinished_paths.discard(self.unfinished.pop().document.path)
            else:
                self.follow(include, self.unfinished[-1])

    def read_settings(self, kind: str) -> None:
        """Read the settings beside the main document: they name bibliographies and chapters that it does not."""
        for name in _SETTINGS.get(kind, ()):
            path = normpath(join(self.folders.main, name))
            if path not in self.documents and (source := self.source(path)):
                self.enter(path, source, kind_of(path), self.folders.main)
                self.follow_all()

    def names_its_parts(self, kind: str) -> bool:
        """Whether a book or a site names its documents. If not, they are all that lie in its folder, and nobody lists them."""
        documents = self.documents.values()
        is_site = kind == "yaml" or any(each.command == SITE for document in documents for each in document.includes)
        names_any = any(document.kind == "yaml" and document.includes for document in documents)
        return names_any or not is_site

    def source(self, path: str) -> Source | None:
        """The text at a path, if there is one; each path is asked for once."""
        if path not in self.sources:
            try:
                self.sources[path] = self.read(path)
            except (OSError, ValueError):
                self.sources[path] = None
        return self.sources[path]

    def enter(self, path: str, source: Source, kind: str, folder: str) -> None:
        """Read a document, and go on with what it includes."""
        if source.path != path:
            source = Source(path, source.text)
        document = self.document(source, kind)
        self.commands_known[path] = len(self.commands)
        self.commands.extend(document.cite_commands)
        self.documents[path] = document
        self.unfinished.append(_Unfinished(document, iter(document.includes), folder))
        self.unfinished_paths.add(path)

    def document(self, source: Source, kind: str) -> Document:
        document = read_document(source, cite_commands=self.commands, kind=kind)
        return _as_package(document) if source.path.endswith((".sty", ".cls")) else document

    def follow(self, include: Include, within: _Unfinished) -> None:
        """Read the document that is included, unless it has been read."""
        document = within.document
        if not include.literal:
            self.complete &= include.command == SITE
            return
        path = next((path for path in self.candidates(include, within) if self.source(path)), None)
        if path is None:
            if include.required:
                self.report(document, include.span, f"`{include.name}` is not found; what it cites is not known")
        elif path in self.unfinished_paths:
            self.report(document, include.span, f"`{path}` includes itself: {self.circle(path)}")
        elif path not in self.documents and (source := self.source(path)):
            if "\0" in source.text:
                self.report(document, include.span, f"`{path}` is not a text file")
                return
            kind = kind_of(path) or document.kind
            folder = include_folder(include, document, within.folder, self.folders.main)
            self.enter(path, source, kind, folder)

    def candidates(self, include: Include, within: _Unfinished) -> Iterator[str]:
        return include_candidates(include, within.document, within.folder, self.folders)

    def circle(self, path: str) -> str:
        """The way from a document back to itself."""
        paths = [opened.document.path for opened in self.unfinished]
        return " -> ".join([*paths[paths.index(path) :][:_LONGEST_WAY], path])

    def report(self, document: Document, span: Span, message: str) -> None:
        self.problems.append(Problem(document.path, span, message))

    def read_again(self) -> None:
        """Read what uses a command that a later document has defined: a preamble is often a file of its own."""
        for path, known in self.commands_known.items():
            source = self.sources[path]
            later = [command for command in self.commands[known:] if isinstance(command, CiteCommand)]
            if source and any(f"\\{command.name}" in source.text for command in later):
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
                    self.report(document, bibliography.span, f"bibliography `{name}` is not found")

    def find(self, bibliography: Bibliography, document: Document) -> str:
        exists = self.exists or (lambda path: self.source(path) is not None)
        return next(filter(exists, bibliography_candidates(bibliography, document, self.folders)), "")

    def without_references(self) -> tuple[Document, ...]:
        """The documents without the references to labels of one another."""
        documents = self.documents.values()
        labels = {label for document in documents for label in document.labels}
        terms = {term for document in documents for term in document.terms}
        if any(_GLOSSARY.search(package.name) for document in documents for package in document.packages):
            # The terms may stand in a file of data.
            terms.update(citation.key for document in documents for citation in document.citations)
        return tuple(_without(document, labels, terms) for document in documents)


_GLOSSARY = pattern(r"^@[^/]+/[\w-]*(?:glos|acr|abbr)")  # packages of Typst in which `@name` is a term
SITE = "site"  # the command of the includes of a document that stands for all documents of its folder
_LONGEST_WAY = 5  # documents of a circle that a message names


def _as_package(document: Document) -> Document:
    """What a package or class surely says: most of its code are definitions, which run later or never."""
    return document._replace(
        citations=tuple(citation._replace(sure=False) for citation in document.citations),
        bibliographies=tuple(bibliography for bibliography in document.bibliographies if not bibliography.remote),
        includes=tuple(include._replace(required=False) for include in document.includes if include.literal),
        problems=(),
    )


def _without(document: Document, labels: set[str], terms: set[str]) -> Document:
    if document.kind not in ("typst", "markdown") or not (labels or terms):
        return document
    return document._replace(citations=without_references(document.citations, labels, terms))
