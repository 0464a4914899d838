"""The syntax tree: blocks that tile a file, in which every part has its span."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span

# bibtex.web §32: tab and space; TeX Live's input_line makes a line feed and a carriage return line ends.
WHITE_SPACE = " \t\r\n"
_WHITE_RUN = pattern(r"[ \t\r\n]+")


def fold(text: str) -> str:
    """Every run of BibTeX's white space as one space."""
    # Most values have single spaces only, and looking for others is quicker than replacing them.
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        return _WHITE_RUN.sub(" ", text)
    return text


class Piece(NamedTuple):
    """One operand of `#` in a value.

    `start` and `end` span it with its delimiters. `text` is what stands between them, or what the macro stands for at
    this place; None where no macro of that name is defined so far.
    """

    kind: str  # "braced", "quoted", "number", "macro", or (btparse, after an error) "missing"
    start: int
    end: int
    text: str | None

    @property
    def text_start(self) -> int:
        """Where `text` begins in the source, if it stands there."""
        return self.start + 1 if self.kind in ("braced", "quoted") else self.start


class Written(NamedTuple):
    """Where a field stands: the spans of all of it, its name and its value; and the source's text.

    It looks like the match of a regular field, which serves as it is.
    """

    regs: tuple[tuple[int, int], ...]
    string: str

    def span(self, group: int) -> tuple[int, int]:
        """One of the spans."""
        return self.regs[group]


class Field:
    """`name = value` in an entry (or in a @string or @preamble, which use it for their value).

    Pieces and spans are made on first use, for most values are one group in braces or quotes that nothing asks about.

    `text` is the value as written between its delimiters: macros expanded, operands joined, white space as it stands.
    `value` is the value as BibTeX stores it: white space folded to single spaces and taken off the ends.
    """

    __slots__ = ("_pieces", "_written", "entry", "name", "text", "value")

    text: str
    value: str

    def __init__(
        self, entry: Entry | None, name: str, written: Written | re.Match[str], pieces: tuple[Piece, ...] | None
    ) -> None:
        self.entry = entry
        self.name = name
        self._written = written
        self._pieces = pieces

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The spans of all of it (from the comma before it to the next token), of the name and of the value."""
        if self._pieces is None:
            return self._written.regs
        value = self._pieces[0].start, self._pieces[-1].end
        return self._written.span(0), self._written.span(1), value

    @property
    def source_text(self) -> str:
        """The text of the file."""
        return self._written.string

    @property
    def name_span(self) -> Span:
        """The name as written."""
        return Span(*self._written.span(1))

    @property
    def value_span(self) -> Span:
        """The value with its delimiters, white space around it left out."""
        return Span(*self.spans[2])

    @property
    def anchor(self) -> Span:
        """Where a finding about the field points if it has no better place."""
        return self.value_span

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The operands of `#`, at least one."""
        if self._pieces is None:
            start, end = self._written.span(2)
            kind = "braced" if self._written.string[start] == "{" else "quoted"
            self._pieces = (Piece(kind, start, end, self.text),)
        return self._pieces

    def __getattr__(self, name: str) -> str:
        # Called only while the slot of that name is empty.
        if name == "text":
            pieces = self._pieces
            if pieces is None:
                start, end = self._written.span(2)
                self.text = self._written.string[start + 1 : end - 1]
            else:
                self.text = "".join([piece.text or "" for piece in pieces])
            return self.text
        if name == "value":
            self.value = fold(self.text).strip(" ")
            return self.value
        raise AttributeError(name)

    @property
    def is_known(self) -> bool:
        """Whether all of the value is in sight: no operand is a macro that is defined elsewhere."""
        return self._pieces is None or all(piece.text is not None for piece in self._pieces)

    @property
    def is_literal(self) -> bool:
        """Whether the whole value stands here in one piece of braces, quotes or digits."""
        return self._pieces is None or (len(self._pieces) == 1 and self._pieces[0].kind not in ("macro", "missing"))

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`. What a macro contributed is where the macro's name stands."""
        if self._pieces is None:
            offset = self._written.span(2)[0] + 1
            return Span(offset + start, offset + end)
        first = self._locate(start, after=True)
        last = self._locate(end, after=False)
        return Span(first[0], max(last[1], first[0]))

    def literal_span(self, start: int, end: int) -> Span | None:
        """The source span of `text[start:end]` where that text stands so in the source, in one piece; else None."""
        if self._pieces is None:
            return self.span(start, end)
        offset = 0
        for piece in self._pieces:
            length = len(piece.text or "")
            if piece.kind != "macro" and offset <= start and end <= offset + length:
                origin = piece.text_start - offset
                return Span(origin + start, origin + end)
            offset += length
        return None

    def _locate(self, position: int, *, after: bool) -> tuple[int, int]:
        """Start and end in the source of the character that follows (or precedes) a position of `text`."""
        offset = 0
        for piece in self.pieces:
            length = len(piece.text or "")
            if position < offset + length or (not after and position == offset + length):
                if piece.kind == "macro":
                    return piece.start, piece.end
                place = piece.text_start + position - offset
                return place, place
            offset += length
        end = self.pieces[-1].end
        return end, end


class Fault(NamedTuple):
    """Where and why a reader gave up on a command or an entry, or warned.

    `code` is one of the constants below; `message` is the program's own words; `line_offset` is where its line number
    comes from.
    """

    code: str
    message: str
    offset: int
    kind: str = "error"  # or "warning"
    skipping: str | None = None  # "entry", "command" or None: what is left unread up to the next `@`


EXPECTED_DELIMITER = "expected-delimiter"  # neither `,` nor the closing delimiter
EXPECTED_OPENING = "expected-opening"  # neither `{` nor `(` after a type
EXPECTED_EQUALS = "expected-equals"
END_OF_FILE = "end-of-file"
MISSING_CLOSING = "missing-closing"  # of a @string or @preamble
MISSING_NAME = "missing-name"  # an entry type, a field name, a string name or a field part
ODD_NAME = "odd-name"  # a character that cannot follow a name
REPEATED_ENTRY = "repeated-entry"
UNBALANCED_BRACES = "unbalanced-braces"
UNDEFINED_MACRO = "undefined-macro"
SELF_REFERENCE = "self-reference"
REPEATED_FIELD = "repeated-field"
MISMATCHED_CLOSING = "mismatched-closing"  # btparse alone: a parenthesis for a brace, which it takes
JUNK = "junk"  # btparse alone: text where none belongs
INVALID_TOKEN = "invalid-token"  # btparse alone


class Block:
    """A part of the file. Blocks follow one another without a gap, from offset 0 to the end of the text."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """The whole block."""
        return Span(self.start, self.end)

    @property
    def anchor(self) -> Span:
        """Where a finding about the block points if it has no better place."""
        return self.span


class Junk(Block):
    """Text between entries, which both programs pass over."""

    __slots__ = ()


class Comment(Block):
    """`@comment` with the group in braces or parentheses that follows it, as far as no `@` stands in it."""

    __slots__ = ()


class Broken(Block):
    """What is left unread of a command or an entry after `fault`, up to the next `@`."""

    __slots__ = ("fault",)

    def __init__(self, start: int, end: int, fault: Fault) -> None:
        super().__init__(start, end)
        self.fault = fault


class Unread(Block):
    """What BibTeX never looks at: the rest of the last line, once a command ended on it."""

    __slots__ = ()


class Entry(Block):
    """`@type{key, fields}`; the fields up to its fault, if it has one."""

    __slots__ = ("_by_name", "closing", "fault", "fields", "key", "key_span", "type", "type_span")

    def __init__(self, start: int, end: int, type: str, type_span: Span, key: str, key_span: Span) -> None:
        super().__init__(start, end)
        self.type = type
        self.type_span = type_span
        self.key = key
        self.key_span = key_span
        self.fields: list[Field] = []
        self.closing = "}"
        self.fault: Fault | None = None
        self._by_name: dict[str, Field] | None = None

    @property
    def anchor(self) -> Span:
        """The key; the type where there is no key."""
        return self.key_span if self.key else self.type_span

    def field(self, name: str) -> Field | None:
        """The first field of that (lower-case) name. To be asked once the entry has all its fields."""
        return self.by_name.get(name)

    @property
    def by_name(self) -> dict[str, Field]:
        """The fields by their names; of several with one name the first."""
        if self._by_name is None:
            self._by_name = {field.name: field for field in reversed(self.fields)}
        return self._by_name


class String(Block):
    """`@string{name = value}`. `name` is lower case, and empty with an empty span where a fault comes before it.

    `fields` holds the definitions: btparse takes several in one command, BibTeX one.
    """

    __slots__ = ("closing", "fault", "fields", "name", "name_span")

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start, end)
        self.name = ""
        self.name_span = Span(end, end)
        self.fields: list[Field] = []
        self.closing = "}"
        self.fault: Fault | None = None

    @property
    def field(self) -> Field | None:
        """The definition of `name`, if it could be read."""
        return self.fields[0] if self.fields else None

    @property
    def anchor(self) -> Span:
        """The name; the whole where it could not be read."""
        return self.name_span if self.name else self.span


class Preamble(Block):
    """`@preamble{value}`."""

    __slots__ = ("closing", "fault", "field")

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start, end)
        self.field: Field | None = None
        self.closing = "}"
        self.fault: Fault | None = None


class Tree:
    """What a parser read from a source: its blocks, and what it complained of, in file order."""

    __slots__ = ("blocks", "dialect", "faults", "macros", "source")

    def __init__(self, source: Source, dialect: str) -> None:
        self.source = source
        self.dialect = dialect  # "bibtex" or "biblatex": whose reading this is
        self.blocks: list[Block] = []
        self.faults: list[Fault] = []
        self.macros: dict[str, str] = {}  # every @string of the file as it stands at its end

    @property
    def entries(self) -> Iterator[Entry]:
        """The entries, in file order."""
        for block in self.blocks:
            if type(block) is Entry:
                yield block
