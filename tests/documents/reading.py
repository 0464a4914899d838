"""Reading a document in a test, with what every document promises asserted: exact places, inside the text."""

from __future__ import annotations

from collections.abc import Iterable

from bibcheck.documents import Document, read_document
from bibcheck.documents.document import CiteCommand
from bibcheck.source import Source, Span


def read(path: str, text: str, cite_commands: Iterable[str | CiteCommand] = ()) -> Document:
    """What the reader of a file of that name makes of a text."""
    document = read_document(Source(path, text), cite_commands=cite_commands)
    assert_exact(document, text)
    return document


def cited(path: str, text: str, cite_commands: Iterable[str | CiteCommand] = ()) -> list[str]:
    """The keys that a text cites, in its order."""
    return [citation.key for citation in read(path, text, cite_commands).citations]


def assert_exact(document: Document, text: str) -> None:
    """Every span holds what was read there, as written. `*` may be asked for in another way."""
    for name, span in _named(document):
        assert text[span.start : span.end] == name or name == "*", (name, span)
        assert 0 <= span.start < span.end <= len(text)
    for embedded in document.embedded:
        assert 0 <= embedded.span.start <= embedded.span.end <= len(text)
    for problem in document.problems:
        assert problem.path == document.path
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert "\n" not in problem.message


def _named(document: Document) -> Iterable[tuple[str, Span]]:
    yield from ((citation.key, citation.span) for citation in (*document.citations, *document.nocites))
    yield from ((entry.key, entry.span) for entry in document.entries)
    for named in (*document.bibliographies, *document.includes, *document.styles, *document.packages):
        yield named.name, named.span
    if document.main:
        yield document.main.name, document.main.span
