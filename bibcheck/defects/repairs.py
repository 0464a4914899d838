"""Mistakes in an entry that can be read over: what is wrong, and what the entry holds beyond it."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.defects.outline import NAME, SPACE
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import WHITE_SPACE, Entry, Field

_SPACE = pattern(SPACE)
_BLANKS = pattern(r"[ \t]*+")
_NEXT_FIELD = pattern(rf"({NAME}){SPACE}={SPACE}(?:[{{\"0-9]|{NAME})")
_OPEN_FIELD = pattern(rf"{SPACE},{SPACE}({NAME}){SPACE}={SPACE}")
_BARE = pattern(r"""[^,{}"@%#=\r\n]++""")
_KEY_LINE = pattern(r"""[^={}"@%#\r\n]++""")
_COMMENT_LINES = pattern(r"%[^\r\n]*+(?:(?:\r\n?+|\n)[ \t]*+%[^\r\n]*+)*+")
_CLOSING_AND_COMMA = pattern(rf"[}})]{SPACE},")
_MOST = 20  # repairs of one entry; what is left shows once these are made


class Repair(NamedTuple):
    """A mistake, where the program gave up over it, and where it could read on. `name` is the field concerned."""

    rule: str
    span: Span
    at: int
    resume: int
    name: str = ""


class Reading(NamedTuple):
    """The mistakes of an entry up to the first that cannot be read over; `end` is its end if there is none such."""

    repairs: list[Repair]
    end: int | None


def read_over(entry: Entry, text: str, limit: int, dialect: str, start: int | None = None) -> Reading:
    """Read a broken entry on after each mistake. It ends before `limit`, where another command begins.

    `start` is where its fields begin if they stand where the key should.
    """
    found: list[Repair] = []
    reader = _Reader(text, entry, 0, dialect) if start is None else _reread(entry, text, start, limit, dialect)
    if reader.block.fault is None:
        return Reading(found, reader.shift + reader.block.end)
    while len(found) < _MOST:
        repair = reader.find_mistake(is_first=not found and start is None)
        position = _skip(text, reader.shift + repair.resume) if repair else limit
        if repair is None or position >= limit:
            break
        following = _reread(entry, text, position, limit, dialect)
        if repair.rule == "missing-comma" and not _begins_with_field(following):
            break
        found.append(_moved(repair, reader.shift))
        reader = following
        if reader.block.fault is None:
            return Reading(found, reader.shift + reader.block.end)
    return Reading(found, None)


def last_read(entry: Entry, before: int) -> Field | None:
    """The last field that was read well before an offset; btparse goes on after some mistakes."""
    for field in reversed(entry.fields):
        if field.value_end <= before and field.pieces[0].kind != "missing":
            return field
    return None


def end_of_read(entry: Entry, before: int) -> int:
    """Where the last field (or else the key) ends that was read well before an offset."""
    field = last_read(entry, before)
    return field.value_end if field else entry.key_span.end


def _reread(entry: Entry, text: str, position: int, limit: int, dialect: str) -> _Reader:
    head = "@x" + ("{" if entry.closing == "}" else "(") + ("k" if text.startswith(",", position) else "k,")
    rest = head + text[position:limit]
    block = parse(Source("", rest), dialect).blocks[0]
    assert isinstance(block, Entry)
    return _Reader(rest, block, position - len(head), dialect)


def _begins_with_field(reader: _Reader) -> bool:
    """Whether what looked like a field is one: its value is whole, and more than a word in a broken quotation."""
    field = next(iter(reader.block.fields), None)
    if field is None or field.pieces[0].kind == "missing":
        return False
    end = field.value_end
    return reader.text[end - 1] in '}"' or reader.text[end : end + 1] in ("", ",", "}", ")", *WHITE_SPACE)


def _moved(repair: Repair, shift: int) -> Repair:
    span = Span(repair.span.start + shift, repair.span.end + shift)
    return repair._replace(span=span, at=repair.at + shift, resume=repair.resume + shift)


class _Reader:
    """An entry as far as it was read, in a text of its own; `shift` leads from its offsets to those of the file."""

    def __init__(self, text: str, block: Entry, shift: int, dialect: str) -> None:
        self.text = text
        self.block = block
        self.shift = shift
        self.dialect = dialect

    def find_mistake(self, *, is_first: bool) -> Repair | None:
        """What stands in the way, if it is one of the mistakes that can be read over."""
        fault = self.block.fault
        if fault is None:
            return None
        for mistake in self._mistakes(fault.offset, is_first):
            return mistake
        return None

    def _mistakes(self, at: int, is_first: bool) -> Iterator[Repair]:
        text = self.text
        end = end_of_read(self.block, at)
        if text.startswith("%", at) and self.dialect == "bibtex":
            comment = _COMMENT_LINES.match(text, at)
            assert comment
            yield Repair("percent-in-entry", Span(*comment.span()), at, comment.end())
        if _skip(text, end) == at and (following := _NEXT_FIELD.match(text, at)):
            yield Repair("missing-comma", Span(end, end), at, at, following[1])
        if is_first and last_read(self.block, at) is None and (key := self._key_as_meant()):
            yield Repair("invalid-key", key, at, key.end)
        if (field := self._bare_value(at, end)) and (value := _BARE.match(text, field[1])):
            span = Span(field[1], field[1] + len(value[0].rstrip()))
            after = _skip(text, span.end)
            # `pages = 97--111},` lacks a brace, not two.
            is_whole = text.startswith((",", self.block.closing), after) and not _CLOSING_AND_COMMA.match(text, after)
            if span.end > at and is_whole:
                yield Repair("lost-entry", span, at, span.end, field[0])

    def _key_as_meant(self) -> Span | None:
        """The key with the white space or the commas that stand in it, if the line bears it out."""
        start, end = self.block.key_span
        line = _KEY_LINE.match(self.text, start)
        if not line or "," not in line[0]:
            return None
        key = line[0][: line[0].rindex(",")].rstrip(", \t")
        return Span(start, start + len(key)) if start + len(key) > end else None

    def _bare_value(self, at: int, end: int) -> tuple[str, int] | None:
        """The name and the start of the value without delimiters in which reading stopped."""
        field = last_read(self.block, at)
        if field and _BLANKS.match(self.text, end).end() == at:  # type: ignore[union-attr]
            piece = field.pieces[0]
            is_bare = len(field.pieces) == 1 and (piece.kind == "number" or piece.text is None)
            return (field.name, piece.start) if is_bare else None
        opening = _OPEN_FIELD.match(self.text, end)
        if opening and opening.end() < at and self.text[opening.end()] not in '{"':
            return opening[1], opening.end()
        return None


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    assert match
    return match.end()
