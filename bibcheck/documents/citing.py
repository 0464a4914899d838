"""A document with all its parts beside the bibliographies that it loads: what rules about citations look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from bibcheck.bibliography.keys import EntryKey
from bibcheck.documents.document import ALL_ENTRIES, Bibliography, Citation, Document
from bibcheck.documents.project import Project
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span

_GENERATED = ("aux", "bcf")  # kinds of documents that programs write: nobody edits them


class EntryPlace(NamedTuple):
    """The key of an entry, and its file."""

    path: str
    entry: EntryKey


class Citing:
    """A main document with its parts, and the keys of the bibliographies that it loads.

    `files` are the bibliographies in the order in which they are loaded, `keys` what stands in them, `sources` the texts of
    the documents. `defined` are keys that the documents define themselves. `is_whole` says that every bibliography is in
    sight: a key that is nowhere is then undefined.
    """

    def __init__(
        self,
        main: str,
        project: Project,
        files: Sequence[str],
        keys: Mapping[str, Sequence[EntryKey]],
        sources: Mapping[str, Source],
        *,
        defined: frozenset[str] = frozenset(),
        is_whole: bool = True,
    ) -> None:
        self.main = main
        self.project = project
        self.files = tuple(dict.fromkeys(files))
        self.keys = keys
        self.sources = sources
        self.defined = defined
        self.is_whole = is_whole and all(file in keys for file in self.files)

    @property
    def is_complete(self) -> bool:
        """Whether all that may cite is in sight."""
        return self.project.complete

    @property
    def documents(self) -> tuple[Document, ...]:
        """The main document and its parts, in the order in which they are read."""
        return self.project.documents

    @property
    def written_documents(self) -> Iterator[Document]:
        """Those that people write."""
        return (document for document in self.documents if document.kind not in _GENERATED)

    def citations(self) -> Iterator[tuple[Document, Citation]]:
        """All citations, those that print nothing included, each with its document."""
        for document in self.documents:
            for citation in (*document.citations, *document.nocites):
                yield document, citation

    @property
    def cites_all(self) -> bool:
        """Whether every entry is asked for (`\\nocite{*}`)."""
        return any(citation.key == ALL_ENTRIES for _, citation in self.citations())

    @cached_property
    def entries(self) -> Mapping[str, Sequence[EntryPlace]]:
        """The entries by their keys and aliases, in the order in which they are loaded."""
        found: dict[str, list[EntryPlace]] = {}
        for file in self.files:
            for entry in self.keys.get(file, ()):
                for key in (entry.key, *entry.aliases):
                    found.setdefault(key, []).append(EntryPlace(file, entry))
        return found

    @cached_property
    def by_folded_key(self) -> Mapping[str, str]:
        """The keys of the entries, by the same keys in lower case."""
        return {key.lower(): key for key in reversed(list(self.entries))}

    @cached_property
    def missing(self) -> Sequence[tuple[str, Bibliography]]:
        """The bibliographies that are named and not there, each with the path of its document."""
        places = {(problem.path, problem.span) for problem in self.project.problems}
        return [
            (named.document, named.bibliography)
            for named in self.project.bibliographies
            if (named.document, named.bibliography.span) in places
        ]

    def text_between(self, path: str, first: Span, second: Span) -> str:
        """What stands between two places of a document."""
        return self.sources[path].text[first.end : second.start]
