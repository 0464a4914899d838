"""The documents of a run: which there are, what they load, and what they show of it. Imported where there are any."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.keys import EntryKey, note_keys
from bibcheck.documents.bookdown import files_in
from bibcheck.documents.citing import Citing
from bibcheck.documents.document import CiteCommand, Document
from bibcheck.documents.evidence import evidence
from bibcheck.documents.finding_files import Folders, include_candidates, search_path
from bibcheck.documents.project import Project, load_project
from bibcheck.documents.reading import kind_of, read_document
from bibcheck.records import NamedTuple
from bibcheck.settings.files import File, FileFinder
from bibcheck.settings.paths import relative_to, shown
from bibcheck.source import Source

Read = Callable[[str], Source]


class DocumentRequest(NamedTuple):
    """A document that a run is told of. `is_asked`: its findings are wanted, `with_parts`: those of all its parts too.

    `files` are the bibliographies that it loads if it names none.
    """

    path: str
    is_asked: bool = True
    with_parts: bool = True
    files: tuple[str, ...] = ()


def document_requests(files: Sequence[File], finder: FileFinder, named: Sequence[str]) -> list[DocumentRequest]:
    """The documents of the files of one settings file: those among them, those that are named, those of the settings."""
    settings = files[0].settings
    whole = tuple(file.path for file in finder.project_files(settings)) if settings.says_what_the_project_is else ()
    given = tuple(file.path for file in files if not file.is_document)
    requests = [DocumentRequest(file.path, with_parts=False, files=whole) for file in files if file.is_document]
    requests += [DocumentRequest(shown(path), files=whole or given) for path in named]
    for path in expand(settings.documents):
        is_asked = any(path == folder or relative_to(folder, path) is not None for folder in finder.folders)
        requests.append(DocumentRequest(shown(path), is_asked=is_asked, files=whole))
    return requests


def expand(paths: Iterable[str]) -> list[str]:
    """Paths with what patterns among them stand for; a pattern that no file matches stays as it is."""
    from glob import glob, has_magic

    found: list[str] = []
    for path in paths:
        is_pattern = has_magic(path) and not os.path.exists(path)
        found += (sorted(glob(path, recursive=True)) or [path]) if is_pattern else [path]
    return list(dict.fromkeys(found))


class LoadedDocument(NamedTuple):
    """A main document with its parts, the bibliographies that it loads, by their names in this run, and all its texts."""

    main: str
    project: Project
    files: tuple[str, ...]
    sources: Mapping[str, Source]

    def citing(self, keys: Mapping[str, Sequence[EntryKey]]) -> Citing:
        """The document beside entries."""
        names_any = bool(self.project.bibliographies)
        defined, embeds = self._defined()
        missing = any(not named.path for named in self.project.bibliographies if named.bibliography.name not in embeds)
        return Citing(
            self.main,
            self.project,
            self.files,
            keys,
            self.sources,
            defined=defined,
            is_whole=not missing and bool(self.files or defined) and (names_any or self.project.complete),
        )

    def _defined(self) -> tuple[frozenset[str], set[str]]:
        """The keys that the documents define, and the names of the bibliographies that stand in them."""
        defined: set[str] = set()
        names: set[str] = set()
        for document in self.project.documents:
            defined.update(entry.key for entry in document.entries)
            for embedded in document.embedded:
                names |= {embedded.name, embedded.name.removesuffix(".bib")}
                text = self.sources[document.path].text[slice(*embedded.span)]
                for entry in note_keys(Bibliography(Source(embedded.name, text))):
                    defined |= {entry.key, *entry.aliases}
        return frozenset(defined), names


class Documents:
    """The documents of one run. `asked` are the paths of those in which findings are wanted, `problems` whole lines."""

    def __init__(
        self,
        requests: Iterable[DocumentRequest],
        read: Read,
        names: Mapping[str, str],
        *,
        exists: Callable[[str], bool] = os.path.isfile,
        cite_commands: Iterable[CiteCommand] = (),
    ) -> None:
        """`names` says by real path what the bibliographies of the run are called, `cite_commands` are those declared."""
        self.read = read
        self.exists = exists
        self.names = names
        self.cite_commands = tuple(cite_commands)
        self.loaded: dict[str, LoadedDocument] = {}
        self.read_paths: set[str] = set()
        self.books: dict[str, str] = {}  # the main documents of books by those of their chapters
        self.asked: dict[str, None] = {}
        self.problems: list[str] = []
        self.notes: list[str] = []
        requests = sorted(requests, key=lambda request: not request.with_parts)
        for request in requests:
            self._load(request)

    def sources(self) -> dict[str, Source]:
        """The texts of all documents by path."""
        return {path: source for document in self.loaded.values() for path, source in document.sources.items()}

    def shown(self) -> dict[str, tuple[str, str]]:
        """The dialect and the style that the documents of each bibliography show; empty where they contradict one another."""
        by_file: dict[str, list[Document]] = {}
        for loaded in self.loaded.values():
            for file in loaded.files:
                by_file.setdefault(file, []).extend(loaded.project.documents)
        found = {file: evidence(documents) for file, documents in by_file.items()}
        return {file: (each.dialect, each.style) for file, each in found.items()}

    def bibliographies(self) -> Iterator[str]:
        """The names of all bibliographies that documents load."""
        yield from dict.fromkeys(file for loaded in self.loaded.values() for file in loaded.files)

    def citing(self, keys: Mapping[str, Sequence[EntryKey]]) -> list[Citing]:
        """The documents beside the entries of the bibliographies."""
        return [document.citing(keys) for document in self.loaded.values()]

    def _load(self, request: DocumentRequest) -> None:
        path = request.path
        if not request.with_parts:
            self.asked[path] = None
            if path in self.read_paths:
                return
            path = self._main_of(path)
        path = self.books.get(path, path)
        if path not in self.loaded:
            self._load_project(path, request.files)
        if request.is_asked and request.with_parts and path in self.loaded:
            self.asked |= dict.fromkeys(self.loaded[path].sources)

    def _main_of(self, path: str) -> str:
        """The document of which the one at `path` says that it is a part; itself where it says nothing."""
        try:
            document = read_document(self.read(path))
        except OSError:
            return path
        if document.main is None:
            return path
        folder = os.path.dirname(path)
        found = include_candidates(document.main, document, folder, Folders(folder))
        return next(filter(self.exists, found), path)

    def _load_project(self, main: str, unnamed: Sequence[str]) -> None:
        sources: dict[str, Source] = {}

        def read(path: str) -> Source:
            source = self.read(path)
            sources[path] = Source(path, source.text) if source.path != path else source
            return sources[path]

        try:
            read(main)
        except OSError as error:
            self.problems.append(f"{main}: {error.strerror}")
            return
        if not kind_of(main):
            self.problems.append(f"{main}: {read_document(sources[main]).problems[0].message}")
            return
        project = load_project(
            main,
            read,
            exists=self.exists,
            files_in=files_in,
            real_path=os.path.realpath,
            cite_commands=self.cite_commands,
            texinputs=search_path(os.environ.get("TEXINPUTS", ""), os.pathsep),
            bibinputs=search_path(os.environ.get("BIBINPUTS", ""), os.pathsep),
        )
        self._note_problems(project, sources)
        read_paths = {document.path for document in project.documents}
        files = [self._name(named.path) for named in project.bibliographies if named.path]
        if not project.bibliographies:
            files += unnamed
        self.read_paths |= read_paths
        if project.is_book:
            self.books |= dict.fromkeys(read_paths - self.books.keys(), main)
        texts = {path: source for path, source in sources.items() if path in read_paths}
        self.loaded[main] = LoadedDocument(main, project, tuple(dict.fromkeys(files)), texts)

    def _note_problems(self, project: Project, sources: Mapping[str, Source]) -> None:
        named = {(named.document, named.bibliography.span) for named in project.bibliographies}
        for problem in project.problems:
            if (problem.path, problem.span) not in named:  # of those speaks the rule missing-bibliography
                place = sources[problem.path].place(problem.span.start)
                self.notes.append(f"{problem.path}:{place.line}:{place.column}: {problem.message}")

    def _name(self, path: str) -> str:
        return self.names.get(os.path.realpath(path)) or shown(path)


def load_documents(requests: Sequence[DocumentRequest], files: Sequence[File], read: Read) -> Documents:
    """The documents of the files of one settings file. `read` gives the text at a path; it may raise OSError."""
    names = {os.path.realpath(file.absolute): file.path for file in files if not file.is_document}
    declared = [CiteCommand(*command) for command in files[0].settings.table.cite_commands]
    return Documents(requests, read, names, cite_commands=declared)
