"""Reads a file as BibTeX does: bibtex.web, part "Reading the database file(s)", with every span kept."""

from __future__ import annotations

from collections.abc import Callable

from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span
from bibcheck.syntax import tree as t
from bibcheck.syntax.macros import MONTHS, PLAIN_JOURNALS
from bibcheck.syntax.parser import CLOSING, COMMANDS, WS, Parser, field_matchers

# bibtex.web §§30-33 (lex_class, id_class): a name takes any character but these, and no digit at its start.
_NAME = r"""[^\x00-\x20"#%'(),={}0-9][^\x00-\x20"#%'(),={}]*+"""
# A command's name is passed over here: what follows it is no key, and may go on to the end of the file.
_COMMAND = r"(?i:comment|preamble|string)(?=[ \t\r\n{])"
_HEAD = pattern(rf"@{WS}(?!{_COMMAND})({_NAME}){WS}\{{{WS}([^ \t\r\n,}}]*+){WS}(?=[,}}])")
_FIELD = {closing: field_matchers(_NAME, closing) for closing in "})"}
_END = {closing: pattern(rf",?{WS}\{closing}").match for closing in "})"}
_SKIP = pattern(WS)
_IDENTIFIER = pattern(_NAME)
_DIGITS = pattern(r"[0-9]++")
_KEY = {"}": pattern(r"[^ \t\r\n,}]*+"), ")": pattern(r"[^ \t\r\n,]*+")}
_BRACE = pattern(r"[{}]")
_QUOTE = pattern(r'["{}]')


class _ReadError(Exception):
    """Reading of a command ends here."""

    def __init__(self, fault: t.Fault) -> None:
        self.fault = fault


class BibtexParser(Parser):
    """One reading of one file."""

    undefined = 'string name "{0}" is undefined'

    def __init__(self, source: Source, is_repeated: Callable[[t.Entry], bool] | None) -> None:
        super().__init__(source, "bibtex", {**MONTHS, **PLAIN_JOURNALS})
        self.is_repeated = is_repeated

    def read(self) -> t.Tree:
        """Read the whole file."""
        text = self.text
        blocks = self.tree.blocks
        # Each round ends with a look for more lines (bibtex.web §123): a command that ends on the last one ends it all.
        last_line = max(text.rfind("\n", 0, len(text) - 1), text.rfind("\r", 0, len(text) - 1)) + 1
        position = 0
        while True:
            at = text.find("@", position)
            if at < 0:
                at = len(text)
            if at > position:
                blocks.append(t.Junk(position, at))
            if at == len(text):
                return self.tree
            position, reached = self._read_block(at)
            if reached >= last_line:
                if position < len(text):
                    blocks.append(t.Unread(position, len(text)))
                return self.tree

    def _read_block(self, at: int) -> tuple[int, int]:
        """Read the command at an `@`. Returns the end of its blocks, and how far BibTeX has read (less after @comment)."""
        match = _HEAD.match(self.text, at)
        if match and (name := self.lower(match[1])) not in COMMANDS:
            entry = t.Entry(at, name, match[2], "}", self.tree.values)
            self.tree.blocks.append(entry)
            try:
                entry.end = self._read_fields(entry, match.end(2))
            except _ReadError as stop:
                return self._break(entry, stop.fault, at)
            return entry.end, entry.end
        return self._read_command(at)

    def _break(self, block: t.Entry | t.String | t.Preamble | None, fault: t.Fault, start: int) -> tuple[int, int]:
        """End a command at its fault: what is left up to the next `@` is passed over."""
        self.tree.faults.append(fault)
        if fault.code == t.END_OF_FILE:
            fault_end = end = len(self.text)
        else:
            fault_end = fault.offset
            end = self.text.find("@", fault_end)
            end = len(self.text) if end < 0 else end
        if block is None:
            self.tree.blocks.append(t.Broken(start, end, fault))
        else:
            block.fault = fault
            block.end = fault_end
            if end > fault_end:
                self.tree.blocks.append(t.Broken(fault_end, end, fault))
        return end, fault_end

    def _read_command(self, at: int) -> tuple[int, int]:
        block: t.Entry | t.String | t.Preamble | None = None
        try:
            name_span = self._identifier(self._skip(at + 1, "entry"), "{(", "an entry type", "entry")
            name = self.lower(self.text[name_span.start : name_span.end])
            if name == "comment":
                end = self._comment_end(name_span.end)
                self.tree.blocks.append(t.Comment(at, end))
                return end, name_span.end
            skipping = "command" if name in COMMANDS else "entry"
            position = self._skip(name_span.end, skipping)
            closing = CLOSING.get(self.text[position])
            if closing is None:
                raise self._error(t.EXPECTED_OPENING, "I was expecting a `{' or a `('", position, skipping)
            position = self._skip(position + 1, skipping)
            block = self._open(at, position, name, name_span, closing)
            self.tree.blocks.append(block)
            if isinstance(block, t.Entry):
                block.end = self._read_fields(block, block.key_span.end)
            elif isinstance(block, t.String):
                block.end = self._read_string(block, position)
            else:
                block.end = self._read_preamble(block, position)
        except _ReadError as stop:
            return self._break(block, stop.fault, at)
        return block.end, block.end

    def _open(
        self, at: int, position: int, name: str, name_span: Span, closing: str
    ) -> t.Entry | t.String | t.Preamble:
        block: t.Entry | t.String | t.Preamble
        if name == "string":
            block = t.String(at, position)
        elif name == "preamble":
            block = t.Preamble(at, position)
        else:
            match = _KEY[closing].match(self.text, position)
            assert match
            spans = name_span, Span(*match.span())
            block = t.Entry(at, name, match[0], closing, self.tree.values, spans)
        block.closing = closing
        return block

    def _read_fields(self, entry: t.Entry, position: int) -> int:
        if self.is_repeated and self.is_repeated(entry):
            raise self._error(t.REPEATED_ENTRY, "Repeated entry", position, "entry")
        closing = entry.closing
        position = self._skip(position, "entry")
        while True:
            position = self.take_fields(entry, position, _FIELD[closing])
            end = _END[closing](self.text, position)
            if end:
                return end.end()
            position = self._read_field(entry, position)

    def _read_field(self, entry: t.Entry, position: int) -> int:
        """One comma and what follows it, the long way. Returns the place after it, white space skipped."""
        if self.text[position] != ",":
            raise self._error(t.EXPECTED_DELIMITER, f"I was expecting a `,' or a `{entry.closing}'", position, "entry")
        start = position
        name_span = self._identifier(self._skip(position + 1, "entry"), "=", "a field name", "entry")
        position = self._equals(name_span.end, "entry")
        pieces, position = self._value(position, entry.closing, "entry")
        name = self.lower(self.text[name_span.start : name_span.end])
        entry.fields.append(t.JoinedField(entry, name, self.text, (start, position), name_span, pieces))
        return position

    def _read_string(self, string: t.String, position: int) -> int:
        string.name_span = self._identifier(position, "=", "a string name", "command")
        string.name = name = self.lower(self.text[string.name_span.start : string.name_span.end])
        # bibtex.web §263: the name stands for itself until its value is read, and for ever where that fails.
        self.macros[name] = self.tree.macros[name] = name
        position = self._equals(string.name_span.end, "command")
        pieces, position = self._value(position, string.closing, "command", string=name)
        field = t.JoinedField(None, name, self.text, (string.start, position), string.name_span, pieces)
        string.fields.append(field)
        self.macros[name] = self.tree.macros[name] = t.fold(field.text)
        return self._close(string.closing, position, "string")

    def _read_preamble(self, preamble: t.Preamble, position: int) -> int:
        pieces, position = self._value(position, preamble.closing, "command")
        span = (preamble.start, position)
        preamble.field = t.JoinedField(None, "", self.text, span, (position, position), pieces)
        return self._close(preamble.closing, position, "preamble")

    def _close(self, closing: str, position: int, command: str) -> int:
        if self.text[position] != closing:
            raise self._error(t.MISSING_CLOSING, f'Missing "{closing}" in {command} command', position, "command")
        return position + 1

    def _equals(self, position: int, skipping: str) -> int:
        position = self._skip(position, skipping)
        if self.text[position] != "=":
            raise self._error(t.EXPECTED_EQUALS, 'I was expecting an "="', position, skipping)
        return self._skip(position + 1, skipping)

    def _value(
        self, position: int, closing: str, skipping: str, string: str | None = None
    ) -> tuple[tuple[t.Piece, ...], int]:
        """The operands from here on, and the place after them, white space skipped (bibtex.web §§249-254)."""
        pieces = []
        while True:
            piece = self._piece(position, closing, skipping, string)
            pieces.append(piece)
            position = self._skip(piece.end, skipping)
            if self.text[position] != "#":
                return tuple(pieces), position
            position = self._skip(position + 1, skipping)

    def _piece(self, position: int, closing: str, skipping: str, string: str | None) -> t.Piece:
        text = self.text
        opening = text[position]
        if opening in '{"':
            end = self._group_end(position, skipping)
            return t.Piece("braced" if opening == "{" else "quoted", position, end, text[position + 1 : end - 1])
        digits = _DIGITS.match(text, position)
        if digits:
            return t.Piece("number", position, digits.end(), digits[0])
        span = self._identifier(position, "," + closing + "#", "a field part", skipping)
        name = self.lower(text[span.start : span.end])
        if name == string:
            self.warn(t.SELF_REFERENCE, f'string name "{name}" is used in its own definition', span.end)
            return t.Piece("macro", *span, None)
        return self.macro(name, *span)

    def _group_end(self, position: int, skipping: str) -> int:
        """The end of a group in braces or quotes. A backslash escapes nothing; quotes inside braces are text."""
        depth = 0
        for match in (_BRACE if self.text[position] == "{" else _QUOTE).finditer(self.text, position):
            character = match[0]
            if character == "{":
                depth += 1
            elif character == "}":
                depth -= 1
                if depth < 0:
                    raise self._error(t.UNBALANCED_BRACES, "Unbalanced braces", match.start(), skipping)
                if depth == 0 and self.text[position] == "{":
                    return match.end()
            elif depth == 0 and match.start() > position:
                return match.end()
        raise self._end_of_file(skipping)

    def _identifier(self, position: int, followers: str, what: str, skipping: str) -> Span:
        """The span of a name that white space or one of `followers` ends (bibtex.web §90, scan_identifier)."""
        match = _IDENTIFIER.match(self.text, position)
        if match is None:
            raise self._error(t.MISSING_NAME, f"You're missing {what}", position, skipping)
        end = match.end()
        if end < len(self.text) and self.text[end] not in t.WHITE_SPACE and self.text[end] not in followers:
            raise self._error(t.ODD_NAME, f'"{self.text[end]}" immediately follows {what}', end, skipping)
        return Span(position, end)

    def _comment_end(self, position: int) -> int:
        """The end of the group that follows @comment, cut short where BibTeX finds the next `@`."""
        at = self.text.find("@", position)
        at = len(self.text) if at < 0 else at
        start = self._white_end(position)
        if not self.text.startswith("{", start):
            return position
        depth = 0
        for match in _BRACE.finditer(self.text, start, at):
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                return match.end()
        return at

    def _skip(self, position: int, skipping: str) -> int:
        """The next place that is no white space (bibtex.web §252, eat_bib_white_space)."""
        end = self._white_end(position)
        if end == len(self.text):
            raise self._end_of_file(skipping)
        return end

    def _white_end(self, position: int) -> int:
        match = _SKIP.match(self.text, position)
        assert match
        return match.end()

    def _end_of_file(self, skipping: str) -> _ReadError:
        return self._error(t.END_OF_FILE, "Illegal end of database file", self.last_line_end(), skipping)

    def _error(self, code: str, message: str, offset: int, skipping: str) -> _ReadError:
        return _ReadError(t.Fault(code, message, offset, "error", skipping))
