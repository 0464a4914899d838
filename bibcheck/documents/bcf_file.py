"""Reads `.bcf` files, in which biblatex tells biber what is cited and where it is."""

from __future__ import annotations

from xml.parsers import expat

from bibcheck.documents.document import ALL_ENTRIES, Bibliography, Citation, Document, Notes
from bibcheck.source import Source, Span

_READ = frozenset({"citekey", "datasource"})


class _RefusedError(Exception):
    """A document type declaration: biblatex writes none, and entities could make a small file large."""


def read_bcf(source: Source) -> Document:
    """Read a `.bcf` file as far as it is well-formed. Never raises."""
    return _BcfReader(source).read()


class _BcfReader:
    """One reading of one file."""

    def __init__(self, source: Source) -> None:
        self.notes = Notes(source.path)
        self.length = len(source.text)
        self.data = source.text.encode("utf-8", "replace")
        self.passed = (0, 0)  # a place in bytes and in characters
        self.attributes: dict[str, str] = {}
        self.start = -1
        self.content: list[str] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler = self.start_element
        self.parser.EndElementHandler = self.end_element
        self.parser.CharacterDataHandler = self.characters

    def read(self) -> Document:
        try:
            self.parser.Parse(self.data, True)
        except _RefusedError:
            self.report(self.parser.CurrentByteIndex, "has a document type declaration, which is not read")
        except expat.ExpatError as error:
            self.report(self.parser.ErrorByteIndex, f"is not well-formed XML: {expat.ErrorString(error.code)}")
        return self.notes.document("bcf")

    def report(self, byte: int, what: str) -> None:
        start = min(self.offset(byte), self.length)
        self.notes.problem(start, min(start + 1, self.length), f"the file {what}")

    def offset(self, byte: int) -> int:
        """Characters before a byte, counted on from the last place that was asked for."""
        bytes_before, characters_before = self.passed
        if byte < bytes_before:
            bytes_before, characters_before = 0, 0
        characters_before += len(self.data[bytes_before:byte].decode("utf-8", "replace"))
        self.passed = (byte, characters_before)
        return characters_before

    def refuse(self, *_: object) -> None:
        raise _RefusedError

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        self.start = -1
        self.content.clear()
        self.attributes = attributes if name.rpartition(":")[2] in _READ else {}

    def characters(self, content: str) -> None:
        if self.start < 0:
            self.start = self.parser.CurrentByteIndex
        self.content.append(content)

    def end_element(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        written = "".join(self.content)
        text = written.strip()
        if kind in _READ and text and "\n" not in text:
            start = self.offset(self.start) + len(written) - len(written.lstrip())
            end = self.offset(self.parser.CurrentByteIndex) - (len(written) - len(written.rstrip()))
            self.note(kind, text, Span(start, end))
        self.start = -1
        self.content.clear()

    def note(self, kind: str, text: str, span: Span) -> None:
        given = self.attributes
        if kind == "datasource":
            remote = given.get("type") != "file" or given.get("glob") in ("true", "1")
            self.notes.bibliographies.append(Bibliography(text, span, kind, remote))
        elif text == ALL_ENTRIES or given.get("nocite") in ("true", "1"):
            self.notes.nocites.append(Citation(text, span, kind))
        else:
            # A set that the document makes need not be an entry; its members are cited as well.
            self.notes.citations.append(Citation(text, span, kind, sure=given.get("type") != "set"))
            for member in given.get("members", "").split(","):
                if member.strip():
                    self.notes.citations.append(Citation(member.strip(), span, kind))
