"""Fields: where their parts stand, and what they say.

A large file has a hundred thousand. So a field keeps no more than a number, by which two arrays tell where its value
begins and ends, and makes all else when it is asked for. The few that are not one group or number keep their operands.
"""

from __future__ import annotations

from array import array

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.syntax.tree import Entry

# bibtex.web §32: tab and space; TeX Live's input_line makes a line feed and a carriage return line ends.
WHITE_SPACE = " \t\r\n"
_WHITE_RUN = pattern(r"[ \t\r\n]+")
_NO_WHITE_SPACE = pattern(r"[^ \t\r\n]")
_LONG = 200
_KINDS = {"{": "braced", '"': "quoted"}


def fold(text: str) -> str:
    """Every run of BibTeX's white space as one space."""
    # Most values have single spaces only, and looking for others is quicker than replacing them.
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        return _WHITE_RUN.sub(" ", text)
    return text


def _skip_white_space(text: str, position: int) -> int:
    found = _NO_WHITE_SPACE.search(text, position)
    return found.start() if found else len(text)


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


class Values:
    """Where the values of a tree's regular fields begin and end in the text, delimiters included, in file order.

    `by_entry` says that with one value of an entry the others are read too: quicker, where most of them will be asked for.
    Where they are not, `read_alone` are the fields whose values were read since it was emptied.
    """

    __slots__ = ("by_entry", "ends", "read_alone", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.by_entry = True
        self.read_alone: list[Field] = []
        size = "I" if len(text) < 1 << 32 else "Q"
        self.starts = array(size)
        self.ends = array(size)


class Field:
    """`name = value` in an entry (or in a @string or @preamble, which use it for their value).

    One of this very class is regular: its value is one group in braces or quotes, or a number, and nothing but white space
    stands around its `=`. Others are of the class below.

    `text` is the value as written between its delimiters: macros expanded, operands joined, white space as it stands.
    `value` is the value as BibTeX stores it: white space folded to single spaces and taken off the ends.
    """

    __slots__ = ("_number", "entry", "name", "text", "value")

    entry: Entry | None
    text: str
    value: str

    def __init__(self, entry: Entry, name: str, number: int) -> None:
        self.entry = entry
        self.name = name
        self._number = number  # of the entry's regular fields

    def __getattr__(self, name: str) -> str:
        # Called only while the slot of that name is empty.
        if name == "text":
            self._read_text()
            return self.text
        if name == "value":
            self.value = fold(self.text).strip(" ")
            return self.value
        raise AttributeError(name)

    def forget(self) -> None:
        """Free the text and the value, which are read again when they are asked for."""
        # An empty slot cannot be emptied, and most have either both or none.
        try:
            del self.text
            del self.value
        except AttributeError:
            pass

    def _read_text(self) -> None:
        assert self.entry
        first, values = self.entry.first_value, self.entry.values
        source = values.text
        if not values.by_entry:
            start, end = values.starts[first + self._number], values.ends[first + self._number]
            self.text = source[start + 1 : end - 1] if source[start] in '{"' else source[start:end]
            values.read_alone.append(self)
            return
        # Those of the whole entry: one after the other costs five times as much. Abstracts are seldom asked for.
        fields = [field for field in self.entry.fields if type(field) is Field]
        end_of_entry = first + len(fields)
        places = zip(values.starts[first:end_of_entry], values.ends[first:end_of_entry], strict=True)
        for field, (start, end) in zip(fields, places, strict=True):
            if end - start < _LONG or field is self:
                field.text = source[start + 1 : end - 1] if source[start] in '{"' else source[start:end]

    @property
    def source_text(self) -> str:
        """The text of the file."""
        assert self.entry
        return self.entry.values.text

    @property
    def start(self) -> int:
        """Where the comma before the field stands."""
        return self.source_text.rindex(",", 0, self.value_start)

    @property
    def end(self) -> int:
        """Where the next token begins: the white space after the value is the field's."""
        return _skip_white_space(self.source_text, self.value_end)

    @property
    def name_start(self) -> int:
        """Where the name begins."""
        return _skip_white_space(self.source_text, self.start + 1)

    @property
    def name_end(self) -> int:
        """Where the name ends."""
        return self.name_start + len(self.name)

    @property
    def value_start(self) -> int:
        """Where the value begins, its delimiter included."""
        assert self.entry
        return self.entry.values.starts[self.entry.first_value + self._number]

    @property
    def value_end(self) -> int:
        """Where the value ends, its delimiter included."""
        assert self.entry
        return self.entry.values.ends[self.entry.first_value + self._number]

    @property
    def text_start(self) -> int:
        """Where the text of a regular field begins."""
        start = self.value_start
        return start + 1 if self.source_text[start] in '{"' else start

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The spans of all of it (from the comma before it to the next token), of the name and of the value."""
        return (self.start, self.end), (self.name_start, self.name_end), (self.value_start, self.value_end)

    @property
    def name_span(self) -> Span:
        """The name as written."""
        return Span(self.name_start, self.name_end)

    @property
    def value_span(self) -> Span:
        """The value with its delimiters, white space around it left out."""
        return Span(self.value_start, self.value_end)

    @property
    def anchor(self) -> Span:
        """Where a finding about the field points if it has no better place."""
        return self.value_span

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The operands of `#`, at least one."""
        start = self.value_start
        kind = _KINDS.get(self.source_text[start], "number")
        return (Piece(kind, start, self.value_end, self.text),)

    @property
    def is_known(self) -> bool:
        """Whether all of the value is in sight: no operand is a macro that is defined elsewhere."""
        return True

    @property
    def is_literal(self) -> bool:
        """Whether the whole value stands here in one piece of braces, quotes or digits."""
        return True

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`. What a macro contributed is where the macro's name stands."""
        origin = self.text_start
        return Span(origin + start, origin + end)

    def spans_of(self, *parts: tuple[int, int]) -> list[Span]:
        """The source spans of several parts of the text."""
        origin = self.text_start
        return [Span(origin + start, origin + end) for start, end in parts]

    def literal_span(self, start: int, end: int) -> Span | None:
        """The source span of `text[start:end]` where that text stands so in the source, in one piece; else None."""
        return self.span(start, end)


class JoinedField(Field):
    """A field that is not regular: it keeps its operands, with their places, and those of its other parts."""

    __slots__ = ("_end", "_name_span", "_pieces", "_source_text", "_start")

    def __init__(
        self,
        entry: Entry | None,
        name: str,
        source_text: str,
        span: tuple[int, int],
        name_span: tuple[int, int],
        pieces: tuple[Piece, ...],
    ) -> None:
        self.entry = entry
        self.name = name
        self._source_text = source_text
        self._start, self._end = span
        self._name_span = name_span
        self._pieces = pieces

    def _read_text(self) -> None:
        self.text = "".join([piece.text or "" for piece in self._pieces])

    @property
    def source_text(self) -> str:
        """The text of the file."""
        return self._source_text

    @property
    def start(self) -> int:
        """Where the comma before the field stands, or the command of a @string or @preamble."""
        return self._start

    @property
    def end(self) -> int:
        """Where the next token begins."""
        return self._end

    @property
    def name_start(self) -> int:
        """Where the name begins."""
        return self._name_span[0]

    @property
    def name_end(self) -> int:
        """Where the name ends."""
        return self._name_span[1]

    @property
    def value_start(self) -> int:
        """Where the first operand begins."""
        return self._pieces[0].start

    @property
    def value_end(self) -> int:
        """Where the last operand ends."""
        return self._pieces[-1].end

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The operands of `#`, at least one."""
        return self._pieces

    @property
    def is_known(self) -> bool:
        """Whether all of the value is in sight: no operand is a macro that is defined elsewhere."""
        return all(piece.text is not None for piece in self._pieces)

    @property
    def is_literal(self) -> bool:
        """Whether the whole value stands here in one piece of braces, quotes or digits."""
        return len(self._pieces) == 1 and self._pieces[0].kind not in ("macro", "missing")

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`. What a macro contributed is where the macro's name stands."""
        first = self._locate(start, after=True)
        last = self._locate(end, after=False)
        return Span(first[0], max(last[1], first[0]))

    def spans_of(self, *parts: tuple[int, int]) -> list[Span]:
        """The source spans of several parts of the text."""
        return [self.span(*part) for part in parts]

    def literal_span(self, start: int, end: int) -> Span | None:
        """The source span of `text[start:end]` where that text stands so in the source, in one piece; else None."""
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
