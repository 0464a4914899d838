"""A file as read: its text, its places, and how to write it back byte for byte."""

from __future__ import annotations

import errno
import os
import stat
from array import array
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from io import StringIO
from itertools import accumulate, chain

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NEWLINE = pattern(r"\r\n?|\n")
_CHUNK = 1 << 16  # characters

# UTF-16 is read only where a byte order mark announces it: without one, it cannot be told from bytes at random.
_BYTE_ORDER_MARKS = (
    (BOM_UTF8, "utf-8", "surrogateescape"),
    (BOM_UTF16_LE, "utf-16-le", "strict"),
    (BOM_UTF16_BE, "utf-16-be", "strict"),
)

MOST_BYTES = 100_000_000  # of a file that is read, unless the settings say otherwise
# What a shell makes of `<(command)`: pipes, which have no name of their own.
_DESCRIPTORS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


class Span(NamedTuple):
    """A half-open range of character offsets into a source's text."""

    start: int
    end: int


class Edit(NamedTuple):
    """A replacement of a span's text; an insertion has an empty span, a deletion an empty text."""

    span: Span
    text: str


class Place(NamedTuple):
    """A line and a column for people: both from 1, the column in characters."""

    line: int
    column: int


class Source:
    """The text of one file. Offsets count the characters of `text`; a byte order mark is not among them.

    Bytes that are not UTF-8 stand in `text` as lone surrogates (`surrogateescape`), so that `encode(text)` gives the
    file back byte for byte. Line ends are kept as they are.
    """

    __slots__ = ("_line_starts", "_newline", "bom", "encoding", "errors", "path", "text")

    def __init__(self, path: str, text: str, *, encoding: str = "utf-8", bom: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.errors = "surrogateescape" if encoding == "utf-8" else "strict"
        self.bom = bom
        self._line_starts: array[int] | None = None
        self._newline = ""

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Source:
        """Decode `data`; never raises. Odd UTF-16 is read as UTF-8 with bad bytes, which loses nothing either."""
        for bom, encoding, errors in _BYTE_ORDER_MARKS:
            if data.startswith(bom):
                try:
                    return cls(path, data[len(bom) :].decode(encoding, errors), encoding=encoding, bom=bom)
                except UnicodeDecodeError:
                    break
        return cls(path, data.decode("utf-8", "surrogateescape"))

    @classmethod
    def from_file(cls, path: str, most: int = MOST_BYTES) -> Source:
        """Read the file at `path`. Raises OSError as `open` does, and for what is no regular file or has more bytes."""
        with open(path, "rb", opener=_open) as file:
            return cls.from_bytes(path, bounded(path, file.read(most + 1), most))

    def with_text(self, text: str) -> Source:
        """The same file with another text."""
        return Source(self.path, text, encoding=self.encoding, bom=self.bom)

    def encode(self, text: str) -> bytes:
        """`text` as this file's bytes: with its byte order mark, in its encoding."""
        return self.bom + text.encode(self.encoding, self.errors)

    def place(self, offset: int) -> Place:
        """The line and column of a character offset (0 to the length of the text, both included)."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1), its line end left out."""
        starts = self._starts()
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    @property
    def newline(self) -> str:
        """The line end that the file uses: that of its first line, and a line feed where it has none."""
        if not self._newline:
            match = NEWLINE.search(self.text)
            self._newline = match[0] if match else "\n"
        return self._newline

    def _starts(self) -> array[int]:
        if self._line_starts is None:
            # Read as files, the chunks are split where NEWLINE matches, and in C.
            lines = chain.from_iterable(StringIO(chunk, newline="") for chunk in self._chunks())
            starts = array("Q", chain((0,), accumulate(map(len, lines))))
            if self.text and not self.text.endswith(("\n", "\r")):
                starts.pop()  # the end of the last line begins no other
            self._line_starts = starts
        return self._line_starts

    def _chunks(self) -> Iterator[str]:
        """The text in parts that end with a line feed: a StringIO takes four bytes for each character."""
        position = 0
        while position < len(self.text):
            end = self.text.find("\n", position + _CHUNK) + 1 or len(self.text)
            yield self.text[position:end]
            position = end


def bounded(path: str, data: bytes, most: int = MOST_BYTES) -> bytes:
    """`data`, which was read from `path` up to one byte past the bound. Raises OSError where it goes past it."""
    if len(data) > most:
        raise OSError(errno.EFBIG, f"not read: it has more than {most:,} bytes, which `max-file-size` allows", path)
    return data


def _open(path: str, flags: int) -> int:
    """Open a file to read it, without waiting for someone to write into it."""
    if path.startswith(_DESCRIPTORS):
        return os.open(path, flags)
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):  # of a folder, `open` says that it is one
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "not read: it is no regular file", path)
