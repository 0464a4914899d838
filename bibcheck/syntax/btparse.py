"""Reads a file as btparse does, the C library inside biber (Text::BibTeX 0.89), with every span kept.

The rules are those of its grammar, bibtex.g. After an error it goes on as the parser generator has it that made it (PCCTS
1.33), quirks included. Left out is a warning: that a macro is defined anew.
"""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span
from bibcheck.syntax import tree as t
from bibcheck.syntax.btlexer import (
    AT,
    CLOSE,
    COMMA,
    END,
    EQUALS,
    HASH,
    IN_ENTRY,
    KEY_PATTERN,
    NAME,
    NAME_PATTERN,
    NUMBER,
    OPEN,
    STRING,
    TOP_LEVEL,
    Lexer,
    expand_line_ends,
)
from bibcheck.syntax.macros import MONTHS
from bibcheck.syntax.parser import CLOSING, COMMANDS, WS, Parser, field_matchers

_HEAD = pattern(rf"@{WS}({NAME_PATTERN}){WS}([{{(]){WS}({KEY_PATTERN}){WS}(?=,)")
_FIELD = {closing: field_matchers(NAME_PATTERN, closing) for closing in "})"}
_END = {closing: pattern(rf",?{WS}\{closing}").match for closing in "})"}
_LONGEST_MESSAGE = 1023  # zzsyn, in error.c

_CODES = {
    AT: t.JUNK,
    NAME: t.MISSING_NAME,
    NUMBER: t.MISSING_NAME,
    OPEN: t.EXPECTED_OPENING,
    EQUALS: t.EXPECTED_EQUALS,
    COMMA: t.EXPECTED_DELIMITER,
    CLOSE: t.EXPECTED_DELIMITER,
}


class BtparseParser(Parser):
    """One reading of one file."""

    undefined = 'undefined macro "{1}"'

    def __init__(self, source: Source) -> None:
        super().__init__(source, "biblatex", {**MONTHS})
        self.lexer = Lexer(source.text, self.tree.faults)
        self.is_over = False  # where btparse stops before the end of the file
        self.has_stayed = False  # zzresynch, `consumed`

    def read(self) -> t.Tree:
        """Read the whole file."""
        lexer = self.lexer
        blocks = self.tree.blocks
        done = 0
        lexer.advance()
        while not self.is_over:
            if lexer.start > done:
                blocks.append(t.Junk(done, lexer.start))
            if lexer.kind is END:
                return self.tree
            if lexer.end == len(self.text) and done:  # bt_parse_entry: feof(infile)
                done = lexer.start
                break
            done = self._read_regular_entry() or self._read_entry()
        if done < len(self.text):
            blocks.append(t.Unread(done, len(self.text)))
        return self.tree

    def _read_regular_entry(self) -> int:
        """The fast path. Returns the end of the blocks that were read, 0 where the entry does not start as most do."""
        lexer = self.lexer
        match = _HEAD.match(self.text, lexer.start) if lexer.kind is AT else None
        if match is None or (name := self.lower(match[1])) in COMMANDS:
            return 0
        mark = len(self.tree.faults)
        entry = t.Entry(lexer.start, name, match[3], CLOSING[match[2]], self.tree.values)
        self.tree.blocks.append(entry)
        position = self.take_fields(entry, match.end(), _FIELD[entry.closing])
        end = _END[entry.closing](self.text, position)
        if end:
            entry.end = end.end()
            lexer.resume(TOP_LEVEL, entry.end)
            return entry.end
        lexer.opener = match[2]
        lexer.resume(IN_ENTRY, position)
        self._read_more_fields(entry)
        return self._close(entry, mark)

    def _read_entry(self) -> int:
        """Rule `entry`, token by token. Returns the end of the blocks that were read."""
        lexer = self.lexer
        start = lexer.start
        if lexer.kind is not AT:
            return self._give_up(start, AT)
        lexer.advance()
        if lexer.kind is not NAME:
            return self._give_up(start, NAME)
        name_span = Span(lexer.start, lexer.end)
        lexer.advance()
        name = self.lower(self.text[name_span.start : name_span.end])
        if lexer.kind is OPEN:
            lexer.advance()
            return self._read_contents(start, name, name_span)
        if lexer.kind is STRING and name == "comment":
            self.tree.blocks.append(t.Comment(start, lexer.end))
        elif lexer.kind is STRING and name == "preamble":
            preamble = t.Preamble(start, lexer.end)
            span = (start, lexer.end)
            preamble.field = t.JoinedField(None, "", self.text, span, span, (self._string(),))
            self.tree.blocks.append(preamble)
        else:  # where a string follows another name, Text::BibTeX ends the program
            fault = self._fail(OPEN, STRING, skipping="entry")
            self._resynchronise(AT)
            return self._break(start, lexer.start, fault)
        lexer.advance()
        return self.tree.blocks[-1].end

    def _read_contents(self, start: int, name: str, name_span: Span) -> int:
        """Rule `contents`, and the closing delimiter."""
        lexer = self.lexer
        mark = len(self.tree.faults)
        block: t.Entry | t.String | t.Preamble
        if name == "string" and lexer.kind in (NAME, CLOSE):
            block = self._read_string(start)
        elif name == "preamble" and lexer.kind in (NUMBER, NAME, STRING):
            block = t.Preamble(start, start)
            block.field = self._read_value(None, "", start, Span(lexer.start, lexer.start))
        elif name not in COMMANDS and lexer.kind in (NUMBER, NAME):
            spans = name_span, Span(lexer.start, lexer.end)
            key = self.text[lexer.start : lexer.end]
            block = t.Entry(start, name, key, CLOSING[lexer.opener], self.tree.values, spans)
            self._read_fields(block)
        else:
            fault = self._fail(NUMBER, NAME, CLOSE, STRING, skipping="entry")
            self._resynchronise(CLOSE)
            end, missing = self._read_closing()
            return self._break(start, lexer.start if missing else end, fault)
        block.closing = CLOSING[lexer.opener]
        self.tree.blocks.append(block)
        return self._close(block, mark)

    def _read_string(self, start: int) -> t.String:
        string = t.String(start, start)
        if self._read_field(string, start):
            self._read_more_fields(string)
        if string.fields:
            string.name, string.name_span = string.fields[0].name, string.fields[0].name_span
        return string

    def _read_fields(self, entry: t.Entry) -> None:
        """What follows the key, which is the token at hand."""
        self.lexer.advance()
        if self.lexer.kind is COMMA:
            self._read_more_fields(entry)
        else:
            self._fail(COMMA)
            self._resynchronise(CLOSE)

    def _read_more_fields(self, block: t.Entry | t.String) -> None:
        """Rule `fields`, from the comma before a field on, if there is one."""
        lexer = self.lexer
        while lexer.kind is COMMA:
            start = lexer.start
            if isinstance(block, t.Entry):
                position = self.take_fields(block, start, _FIELD[block.closing])
                if position > start:
                    lexer.resume(IN_ENTRY, position)
                    continue
            lexer.advance()
            if not self._read_field(block, start):
                return

    def _read_field(self, block: t.Entry | t.String, start: int) -> bool:
        """Rule `field`. False where there is none: at the end, or at an error."""
        lexer = self.lexer
        if lexer.kind is not NAME:
            if lexer.kind is not CLOSE:
                self._fail(NAME, CLOSE)
                self._resynchronise(CLOSE)
            return False
        name_span = Span(lexer.start, lexer.end)
        raw = self.text[lexer.start : lexer.end]
        if raw[0] in "0123456789":
            message = f'invalid field name "{raw}": cannot start with digit'
            self.tree.faults.append(t.Fault(t.ODD_NAME, message, lexer.start))
        lexer.advance()
        entry = block if isinstance(block, t.Entry) else None
        field = self._read_value(entry, self.lower(raw), start, name_span)
        block.fields.append(field)
        if entry is None and field.pieces[0].kind != "missing":
            self._define(field)
        return True

    def _define(self, field: t.Field) -> None:
        text = self.macros[field.name] = stored_text(field)
        if text is not None:
            self.tree.macros[field.name] = text

    def _read_value(self, entry: t.Entry | None, name: str, start: int, name_span: Span) -> t.Field:
        """Rules `value` and `simple_value`, after the `=` that a field's name asks for."""
        lexer = self.lexer
        pieces: list[t.Piece] = []
        after = name_span.end
        if name and lexer.kind is not EQUALS:
            self._fail(EQUALS)
            self._resynchronise(CLOSE, COMMA)
        else:
            if name:
                after = lexer.end
                lexer.advance()
            self._read_operand(pieces)
            while lexer.kind is HASH:
                lexer.advance()
                self._read_operand(pieces)
        if not pieces:
            pieces.append(t.Piece("missing", after, after, None))
        span = (start, max(after, lexer.start))
        return t.JoinedField(entry, name, self.text, span, name_span, tuple(pieces))

    def _read_operand(self, pieces: list[t.Piece]) -> None:
        lexer = self.lexer
        if lexer.kind is STRING:
            pieces.append(self._string())
        elif lexer.kind is NUMBER:
            pieces.append(t.Piece("number", lexer.start, lexer.end, self.text[lexer.start : lexer.end]))
        elif lexer.kind is NAME:
            pieces.append(self.macro(self.lower(self.text[lexer.start : lexer.end]), lexer.start, lexer.end))
        else:
            self._fail(NUMBER, NAME, STRING)
            self._resynchronise(CLOSE, HASH, COMMA)
            return
        lexer.advance()

    def _string(self) -> t.Piece:
        start, end = self.lexer.start, self.lexer.end
        kind = "braced" if self.text[start] == "{" else "quoted"
        return t.Piece(kind, start, end, self.text[start + 1 : end - 1])

    def _close(self, block: t.Entry | t.String | t.Preamble, mark: int) -> int:
        """Read the closing delimiter of `block`, whose faults are those from `mark` on. Returns the end of its blocks."""
        block.end, missing = self._read_closing()
        block.fault = next((fault for fault in self.tree.faults[mark:] if fault.kind == "error"), None)
        return self._break(block.end, self.lexer.start, missing) if missing else block.end

    def _read_closing(self) -> tuple[int, t.Fault | None]:
        """The end of the closing delimiter; or where it is missing and the fault that it is, and all skipped up to `@`."""
        lexer = self.lexer
        end = lexer.end
        if lexer.kind is CLOSE:
            lexer.advance()
            return end, None
        end = lexer.start
        fault = self._fail(CLOSE, skipping="entry")
        lexer.state = TOP_LEVEL  # zzsyn calls initialize_lexer_state
        self._resynchronise(AT)
        return end, fault

    def _give_up(self, start: int, expected: str) -> int:
        """Where bt_parse_entry returns no entry, Text::BibTeX takes it for the end of the file."""
        self.is_over = True
        fault = self._fail(expected, skipping="entry")
        self._resynchronise(AT)
        return self._break(start, self.lexer.start, fault)

    def _break(self, start: int, end: int, fault: t.Fault) -> int:
        if end > start:
            self.tree.blocks.append(t.Broken(start, end, fault))
        return end

    def _fail(self, *expected: str, skipping: str | None = None) -> t.Fault:
        """Note a syntax error at the token at hand, in btparse's words (zzsyn)."""
        lexer = self.lexer
        message = "at end of input"
        code = _CODES[expected[0]]
        offset = lexer.start
        if lexer.kind is END:
            code = t.END_OF_FILE
            offset = self.last_line_end()
        else:
            message = f'found "{expand_line_ends(self.text[lexer.start : lexer.end])}"'
        if lexer.kind not in expected:
            *others, last = expected
            message += ", expected one of: " + ", ".join(others) + f" or {last}" if others else f", expected {last}"
        if expected == (CLOSE,):
            message += ' (skipping to next "@")'
        fault = t.Fault(code, message[:_LONGEST_MESSAGE], offset, "error", skipping)
        self.tree.faults.append(fault)
        return fault

    def _resynchronise(self, *kinds: str) -> None:
        """Pass over what comes before one of `kinds`. Once it had nothing to pass over, it takes one token, ever after."""
        lexer = self.lexer
        if self.has_stayed:
            lexer.advance()
        elif lexer.kind in kinds or lexer.kind is END:
            self.has_stayed = True
        else:
            while lexer.kind not in kinds and lexer.kind is not END:
                lexer.advance()


_SPACES = pattern(r"  +")


def stored_text(field: t.Field) -> str | None:
    """A macro's text as btparse keeps it: white space is not folded yet. None where it is missing or one undefined macro.

    (bt_postprocess_value in postprocess.c.)
    """
    pieces = field.pieces
    if len(pieces) == 1 and pieces[0].text is None:
        return None
    texts = [piece.text or "" if piece.kind == "macro" else expand_line_ends(piece.text or "") for piece in pieces]
    return "".join(texts).replace("\r", "")


def stored_value(field: t.Field) -> str | None:
    """A field's value as Text::BibTeX gives it: runs of spaces folded, while tabs within a line stay."""
    text = stored_text(field)
    return text if text is None else _SPACES.sub(" ", text).strip(" ")
