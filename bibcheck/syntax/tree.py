"""The syntax tree: blocks that tile a file, in which every part has its span."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span
from bibcheck.syntax.fields import WHITE_SPACE as WHITE_SPACE
from bibcheck.syntax.fields import Field as Field
from bibcheck.syntax.fields import JoinedField as JoinedField
from bibcheck.syntax.fields import Piece as Piece
from bibcheck.syntax.fields import Values
from bibcheck.syntax.fields import fold as fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# How an entry begins whose type and key have no spans of their own: any that is not of more than white space apart.
_HEAD = pattern(r"@[ \t\r\n]*+([^ \t\r\n{(]++)[ \t\r\n]*+[{(][ \t\r\n]*+")


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

    __slots__ = ("_by_name", "_spans", "closing", "fault", "fields", "first_value", "key", "type", "values")

    def __init__(
        self, start: int, type: str, key: str, closing: str, values: Values, spans: tuple[Span, Span] | None = None
    ) -> None:
        # As Block does: a call less for every entry.
        self.start = self.end = start
        self.type = type
        self.key = key
        self.closing = closing
        self.fields: list[Field] = []
        self.fault: Fault | None = None
        self.values = values  # of the tree; this entry's begin with number first_value
        self.first_value = len(values.starts)
        self._spans = spans  # of type and key; None where no more than white space stands around them
        self._by_name: dict[str, Field] | None = None

    @property
    def type_span(self) -> Span:
        """The type as written."""
        return self._spans[0] if self._spans else Span(*self._head().span(1))

    @property
    def key_span(self) -> Span:
        """The key."""
        if self._spans:
            return self._spans[1]
        start = self._head().end()
        return Span(start, start + len(self.key))

    def _head(self) -> re.Match[str]:
        match = _HEAD.match(self.values.text, self.start)
        assert match
        return match

    @property
    def anchor(self) -> Span:
        """The key; the type where there is no key."""
        return self.key_span if self.key else self.type_span

    def field(self, name: str) -> Field | None:
        """The first field of that (lower-case) name. To be asked once the entry has all its fields."""
        by_name = self._by_name
        if by_name is not None:  # asked for so often that a second call tells
            return by_name.get(name)
        if not self.values.by_entry:  # no table for one question
            return next((field for field in self.fields if field.name == name), None)
        return self.by_name.get(name)

    @property
    def by_name(self) -> dict[str, Field]:
        """The fields by their names; of several with one name the first."""
        if self._by_name is not None:
            return self._by_name
        by_name = {field.name: field for field in reversed(self.fields)}
        if self.values.by_entry:
            self._by_name = by_name
        return by_name

    def forget(self) -> None:
        """Free the texts of the fields, which are read again when they are asked for."""
        self._by_name = None
        for field in self.fields:
            field.forget()


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

    __slots__ = ("blocks", "dialect", "faults", "macros", "source", "values")

    def __init__(self, source: Source, dialect: str) -> None:
        self.source = source
        self.dialect = dialect  # "bibtex" or "biblatex": whose reading this is
        self.blocks: list[Block] = []
        self.values = Values(source.text)
        self.faults: list[Fault] = []
        self.macros: dict[str, str] = {}  # every @string of the file as it stands at its end

    @property
    def entries(self) -> Iterator[Entry]:
        """The entries, in file order."""
        for block in self.blocks:
            if type(block) is Entry:
                yield block
