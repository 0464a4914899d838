"""Reads a file into a tree. What both programs read alike is here; bibtex.py and btparse.py do the rest.

Most fields are one name and one group, which one compiled pattern takes whole. Where it does not match, a dialect's own
functions go on as its program does, and fail where and as it fails.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable

from bibcheck.lazy_re import pattern
from bibcheck.source import Source
from bibcheck.syntax import tree as t

WS = r"[ \t\r\n]*+"
_BRACED = r"\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^{}]*+)*+\}"
_QUOTED = r'"[^"{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^"{}]*+)*+"'
_OPERAND = pattern(rf"({_BRACED}|{_QUOTED})|[^ \t\r\n#]++")
CLOSING = {"{": "}", "(": ")"}
COMMANDS = frozenset({"comment", "string", "preamble"})


def parse(source: Source, dialect: str = "bibtex", *, is_repeated: Callable[[t.Entry], bool] | None = None) -> t.Tree:
    """The tree of `source` as BibTeX reads it, or as btparse does for "biblatex". Never raises; linear in the text.

    BibTeX leaves an entry unread from its key on where the key stands on an earlier one. Here it is read like any other,
    unless `is_repeated` says otherwise of it; it is asked about each entry once its key is read. Biber drops such entries
    only after btparse has read them.
    """
    collecting = gc.isenabled()
    gc.disable()  # the tree is all live: collecting while it grows costs half as much again and frees nothing
    try:
        if dialect == "biblatex":
            from bibcheck.syntax.btparse import BtparseParser

            return BtparseParser(source).read()
        from bibcheck.syntax.bibtex import BibtexParser

        return BibtexParser(source, is_repeated).read()
    finally:
        if collecting:
            gc.enable()


Matchers = tuple[re.Pattern[str], re.Pattern[str]]


def field_matchers(name: str, closing: str) -> Matchers:
    """What takes a comma and a whole field, up to the comma or closing delimiter after it.

    The first takes a field of one operand, and so the bulk of every file: group 1 is its name; 2 is its value, if that is
    a group or a number, else 3 is the macro. The second takes operands joined by `#`: group 2 is all of them.
    """
    start = rf",{WS}({name}){WS}={WS}"
    end = rf"(?=[,{closing}])"
    operand = rf"(?:{_BRACED}|{_QUOTED}|[0-9]++|{name}){WS}"
    single = pattern(rf"{start}(?:({_BRACED}|{_QUOTED}|[0-9]++)|({name})){WS}{end}")
    joined = pattern(rf"{start}({operand}(?:#{WS}{operand})++){end}")
    return single, joined


class Parser:
    """What reading needs in either dialect: the tree that grows, the macros so far, and the fast path for fields."""

    def __init__(self, source: Source, dialect: str, macros: dict[str, str | None]) -> None:
        self.text = source.text
        self.tree = t.Tree(source, dialect)
        self.macros = macros
        # One definition can use another twice, and so on: without a bound, twenty lines make a macro of a megabyte.
        self.expansion_left = 1_000_000 + 50 * len(self.text)
        self.names: dict[str, str] = {}  # names as written to names in lower case, one object for each

    def take_fields(self, entry: t.Entry, position: int, matchers: Matchers) -> int:
        """Read fields as long as they come one after the other. Returns the place of the first character after them."""
        text = self.text
        names = self.names
        regular = t.Field
        add_start, add_end = self.tree.values.starts.append, self.tree.values.ends.append
        number = len(self.tree.values.starts) - entry.first_value
        single, joined = matchers
        fields: list[t.Field] = []
        add = fields.append
        while True:
            match = None
            # A scanner goes on where the last match ended.
            for match in iter(single.scanner(text, position).match, None):  # type: ignore[attr-defined]
                raw = match[1]
                name = names.get(raw) or self.lower(raw)
                if match.lastindex == 2:
                    start, end = match.span(2)
                    add_start(start)
                    add_end(end)
                    add(regular(entry, name, number))
                    number += 1
                else:
                    pieces = (self.macro(self.lower(match[3]), *match.span(3)),)
                    add(t.JoinedField(entry, name, text, match.span(), match.span(1), pieces))
            if match:
                position = match.end()
            match = joined.match(text, position)
            if match is None:
                break
            add(t.JoinedField(entry, self.lower(match[1]), text, match.span(), match.span(1), self._operands(match)))
            position = match.end()
        entry.fields = entry.fields + fields  # a list of just that length
        return position

    def _operands(self, match: re.Match[str]) -> tuple[t.Piece, ...]:
        pieces = []
        for operand in _OPERAND.finditer(self.text, *match.span(2)):
            start, end = operand.span()
            if operand.lastindex:
                kind = "braced" if self.text[start] == "{" else "quoted"
                pieces.append(t.Piece(kind, start, end, self.text[start + 1 : end - 1]))
            else:
                pieces.append(self._bare(operand[0], start, end))
        return tuple(pieces)

    def _bare(self, raw: str, start: int, end: int) -> t.Piece:
        if "0" <= raw[0] <= "9":
            return t.Piece("number", start, end, raw)
        return self.macro(self.lower(raw), start, end)

    def macro(self, name: str, start: int, end: int) -> t.Piece:
        """The macro's name that stands from `start` to `end`, as an operand."""
        text = self.macros.get(name)
        if text is not None:
            self.expansion_left -= len(text)
            if self.expansion_left < 0:
                text = None
        elif name not in self.macros:
            self.warn(t.UNDEFINED_MACRO, self.undefined.format(name, self.text[start:end]), end)
        return t.Piece("macro", start, end, text)

    undefined = ""  # the program's words for an undefined macro: {0} is its name in lower case, {1} as written

    def warn(self, code: str, message: str, offset: int) -> None:
        """Note a warning of the program, which reads on."""
        self.tree.faults.append(t.Fault(code, message, offset, "warning"))

    def last_line_end(self) -> int:
        """The end of the last line, white space aside, which is where programs complain of the end of the file."""
        text = self.text
        end = len(text) - (2 if text.endswith("\r\n") else 1 if text.endswith(("\n", "\r")) else 0)
        return len(text[:end].rstrip(" \t"))

    def lower(self, raw: str) -> str:
        """`raw` in lower case, the same object for every use in the file."""
        name = self.names.get(raw)
        if name is None:
            name = self.names[raw] = lower_ascii(raw)
        return name


_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def lower_ascii(text: str) -> str:
    """`text` with ASCII capitals lowered: BibTeX folds no others (bibtex.web §62, lower_case)."""
    return text.translate(_CAPITALS) if not text.isascii() else text.lower()
