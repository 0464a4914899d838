"""Whether a document still says all that it said after edits: what it cites, loads and includes, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.documents.document import Document
from bibcheck.documents.reading import read_document
from bibcheck.fixing.guard import Moves, why_unwritable
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding
from bibcheck.source import Source, Span
from bibcheck.syntax.tree import Entry


class ReadDocument(NamedTuple):
    """A document as its reader has it. It has no entries that rules could have for themselves."""

    source: Source
    document: Document
    entries: tuple[Entry, ...] = ()


def read(source: Source) -> list[ReadDocument]:
    """The reading of a source that is compared."""
    return [ReadDocument(source, read_document(source))]


def loss(before: list[ReadDocument], after: Source, findings: Sequence[Finding]) -> str:
    """What the edits of findings would do beyond what they say: see the guard of bibliographies."""
    unwritable = why_unwritable(after)
    if unwritable:
        return unwritable
    moves = Moves([edit for finding in findings for edit in finding.edits])
    if moves.overlap:
        return "make edits that overlap"
    old, new = before[0].document, read_document(after)
    there = set(_parts(new))
    for kind, name, span in _parts(old):
        if moves.touch(span):
            if kind != "citation":
                return f"change the {kind} `{name}`"
        elif (kind, name, moves.moved_span(span)) not in there:
            return f"lose the {kind} `{name}`"
    if len(there) > len(set(_parts(old))) or len(new.problems) > len(old.problems):
        return "add what the document did not say"
    return "" if old.labels == new.labels and old.terms == new.terms else "change the labels of the document"


def is_damaged(documents: list[ReadDocument]) -> bool:
    """Whether the reader stumbles over the document as it is."""
    return bool(documents[0].document.problems)


def _parts(document: Document) -> Iterator[tuple[str, str, Span]]:
    """What a document says, each with its kind, its name and its place."""
    for citation in (*document.citations, *document.nocites):
        yield "citation", citation.key, citation.span
    for kind, parts in (
        ("bibliography", document.bibliographies),
        ("file", document.includes),
        ("style", document.styles),
        ("package", document.packages),
        ("bibliography", document.embedded),
    ):
        for part in parts:
            yield kind, part.name, part.span
    for entry in document.entries:
        yield "entry", entry.key, entry.span
