"""What a document says of its bibliography: plain data with exact places, whatever language it is written in."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.suppression import Suppression

ALL_ENTRIES = "*"  # the key by which a document asks for every entry
_GLOSSARY = pattern(r"^@[^/]+/[\w-]*(?:glos|acr|abbr)")  # packages of Typst in which `@name` is a term


class Citation(NamedTuple):
    """A cite key where it is cited.

    `sure` is false where the command is not known to cite, and for keys that another program may look up elsewhere: such a
    citation shows that an entry is used, not that it must exist.
    """

    key: str
    span: Span
    command: str
    sure: bool = True


class CiteCommand(NamedTuple):
    """A LaTeX command that cites: which of its mandatory arguments holds the keys, and whether it takes several of them.

    Where a document defines it to do something else, none does (0): what it gets may still be a key.
    """

    name: str
    argument: int = 1
    multiple: bool = False
    hidden: bool = False  # as `\\nocite`: the entry is listed, and nothing is printed here


class Bibliography(NamedTuple):
    """A bibliography that a document names, as written. `remote`: it is an address or a pattern, not one file."""

    name: str
    span: Span
    command: str
    remote: bool = False


class Include(NamedTuple):
    """Another document that is read at this place.

    `folder` is the first argument of `\\import` and its like. A document that is not `required` may be missing: a package,
    a file that is asked for if it exists. The name of one that is not `literal` is made by macros.
    """

    name: str
    span: Span
    command: str
    folder: str = ""
    required: bool = True
    literal: bool = True


class Package(NamedTuple):
    """A LaTeX package or class with its options; an option without a value has an empty one."""

    name: str
    span: Span
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str) -> str | None:
        """The value of an option, where it is given; the last one counts."""
        return dict(self.options).get(name)


class Style(NamedTuple):
    """A bibliography style by name."""

    name: str
    span: Span


class Embedded(NamedTuple):
    """A bibliography that stands in the document itself: the name of its file, and the span of its text."""

    name: str
    span: Span


class Entry(NamedTuple):
    """A key that the document itself defines: `\\bibitem{key}`, or `id: key` below `references:`."""

    key: str
    span: Span


class Problem(NamedTuple):
    """What keeps a part of a document from being read."""

    path: str
    span: Span
    message: str


class Document(NamedTuple):
    """What one file says. Everything stands in the order of the text; spans are those of the names and keys as written."""

    path: str
    kind: str  # latex, aux, bcf, markdown, typst, rst, yaml; empty for a file of another kind
    citations: tuple[Citation, ...] = ()
    nocites: tuple[Citation, ...] = ()
    bibliographies: tuple[Bibliography, ...] = ()
    includes: tuple[Include, ...] = ()
    main: Include | None = None  # the document of which this one says that it is a part
    styles: tuple[Style, ...] = ()
    document_class: Package | None = None
    packages: tuple[Package, ...] = ()
    embedded: tuple[Embedded, ...] = ()
    entries: tuple[Entry, ...] = ()
    labels: tuple[str, ...] = ()  # names to which `@name` refers in languages that write citations so as well
    terms: tuple[str, ...] = ()  # names that may stand for an entry of a glossary, to which `@name` refers as well
    cite_commands: tuple[CiteCommand, ...] = ()  # those that the document defines
    problems: tuple[Problem, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


class Notes:
    """The lists that a reader fills while it goes through a text."""

    __slots__ = (
        "bibliographies",
        "citations",
        "cite_commands",
        "document_class",
        "embedded",
        "entries",
        "includes",
        "labels",
        "main",
        "nocites",
        "packages",
        "path",
        "problems",
        "styles",
        "suppressions",
        "terms",
    )

    def __init__(self, path: str) -> None:
        self.path = path
        self.citations: list[Citation] = []
        self.nocites: list[Citation] = []
        self.bibliographies: list[Bibliography] = []
        self.includes: list[Include] = []
        self.main: Include | None = None
        self.styles: list[Style] = []
        self.document_class: Package | None = None
        self.packages: list[Package] = []
        self.embedded: list[Embedded] = []
        self.entries: list[Entry] = []
        self.labels: set[str] = set()
        self.terms: set[str] = set()
        self.cite_commands: list[CiteCommand] = []
        self.problems: list[Problem] = []
        self.suppressions: list[Suppression] = []

    def problem(self, start: int, end: int, message: str) -> None:
        self.problems.append(Problem(self.path, Span(start, end), message))

    def document(self, kind: str) -> Document:
        """All of it. What is both cited and a label of the document is a cross-reference."""
        return Document(
            path=self.path,
            kind=kind,
            citations=without_references(self.citations, self.labels, self.terms),
            nocites=tuple(sorted(self.nocites, key=_place)),
            bibliographies=tuple(self.bibliographies),
            includes=tuple(self.includes),
            main=self.main,
            styles=tuple(self.styles),
            document_class=self.document_class,
            packages=tuple(self.packages),
            embedded=tuple(self.embedded),
            entries=tuple(self.entries),
            labels=tuple(sorted(self.labels)),
            terms=tuple(sorted(self.terms)),
            cite_commands=tuple(self.cite_commands),
            problems=tuple(self.problems),
            suppressions=tuple(self.suppressions),
        )


def _place(citation: Citation) -> Span:
    return citation.span


def without_references(
    citations: Iterable[Citation], labels: Collection[str], terms: Collection[str]
) -> tuple[Citation, ...]:
    """Citations in the order of the text, without references to labels. What may be a term of a glossary is not sure."""
    left = sorted((citation for citation in citations if citation.key not in labels), key=_place)
    if not terms:
        return tuple(left)
    return tuple(citation._replace(sure=False) if citation.key in terms else citation for citation in left)


def without_references_among(documents: Collection[Document]) -> tuple[Document, ...]:
    """Documents without the references to labels of one another."""
    labels = {label for document in documents for label in document.labels}
    terms = {term for document in documents for term in document.terms}
    if any(_GLOSSARY.search(package.name) for document in documents for package in document.packages):
        # The terms may stand in a file of data.
        terms.update(citation.key for document in documents for citation in document.citations)
    return tuple(_without(document, labels, terms) for document in documents)


def _without(document: Document, labels: set[str], terms: set[str]) -> Document:
    if document.kind not in ("typst", "markdown") or not (labels or terms):
        return document
    return document._replace(citations=without_references(document.citations, labels, terms))
