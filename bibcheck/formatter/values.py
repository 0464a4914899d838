"""How a value is written anew, so that every program reads the same in it."""

from __future__ import annotations

from bibcheck.formatter.settings import FormatSettings
from bibcheck.lazy_re import pattern
from bibcheck.syntax.tree import WHITE_SPACE, Field

# Values that a program may take as they stand, or whose line breaks somebody has put there for people to read.
_KEPT = frozenset(
    "url urlraw doi eprint file pdf verba verbb verbc path localfile local-url abstract annotation annote code comment "
    "comments review bibtex groups".split()
)
_WHITE = pattern(r"[ \t\r\n]++")
_PARAGRAPH_BREAK = pattern(r"(?<![ \t\r\n])[ \t\r]*+\n[ \t\r]*+\n[ \t\r\n]*+")
_RETURN_BEFORE_WORD = pattern(r"\r(?=[^ \t\r\n])")  # biber drops a `\r`: what is indented below it begins a word
_COMMENT_SIGN = pattern(r"(?<!\\)%")


class ValueWriter:
    """Writes the values of one file; `newline` is its line end."""

    def __init__(self, settings: FormatSettings, newline: str) -> None:
        self.settings = settings
        self.newline = newline
        self.continuation = newline + 2 * settings.unit

    def write(self, field: Field, column: int) -> str:
        """The value of an entry's field, which begins at a column (from 0)."""
        if not field.is_literal:
            return self.write_joined(field)
        start, end = field.value_start, field.value_end
        source = field.source_text
        opening = source[start]
        if opening not in '{"':
            return self._write_number(source[start:end])
        body = source[start + 1 : end - 1]
        if self.settings.wrap or not body.isprintable() or body[:1] == " " or body[-1:] == " ":
            body = self._lay_out(field.name, body, column + 1)
        if self.settings.numbers == "bare" and body.isdecimal() and body.isascii() and field.name not in _KEPT:
            return body
        return self._delimit(body, opening)

    def write_joined(self, field: Field) -> str:
        """A value whose text is taken as it stands, operand by operand."""
        source = field.source_text
        written = ""
        end = 0
        for piece in field.pieces:
            if written:
                has_break = any(character in "\r\n" for character in source[end : piece.start])
                written += " #" + (self.continuation if has_break else " ")
            text = source[piece.start : piece.end]
            if piece.kind in ("braced", "quoted"):
                text = self._delimit(self._with_own_newlines(text[1:-1]), text[0])
            written += text
            end = piece.end
        return written

    def _write_number(self, text: str) -> str:
        if self.settings.numbers != "braced" or not text.isdecimal():
            return text  # a macro too
        return self._delimit(text, "{")

    def _delimit(self, body: str, opening: str) -> str:
        """The text with delimiters, between which braces are balanced in any case; a quote may end a quoted value."""
        wanted = self.settings.delimiters
        if (wanted == "quotes" and '"' not in body) or (wanted == "keep" and opening == '"'):
            return f'"{body}"'
        return f"{{{body}}}"

    def _with_own_newlines(self, body: str) -> str:
        """The text with the file's line ends; a carriage return on its own is none, unless the file has no others."""
        if self.newline == "\r" or "\n" not in body:
            return body
        unix = body.replace("\r\n", "\n")
        return unix if self.newline == "\n" else unix.replace("\n", self.newline)

    def _lay_out(self, name: str, body: str, column: int) -> str:
        if self._must_keep(name, body):
            return self._with_own_newlines(body)
        unix = body.replace("\r" if self.newline == "\r" else "\r\n", "\n")
        if "\r" in unix or (self.newline == "\r" and _RETURN_BEFORE_WORD.search(body)):
            return self._with_own_newlines(body)
        stripped = unix.strip(WHITE_SPACE)
        if stripped.endswith("\\") and not unix.endswith("\\"):
            stripped += " "  # the space is the command's
        if self.settings.wrap:
            paragraphs = _PARAGRAPH_BREAK.split(stripped)
            lines = "\n\n".join(self._fill(paragraph, column) for paragraph in paragraphs).split("\n")
        else:
            first, *others = stripped.split("\n")
            lines = [first if not others else first.rstrip(WHITE_SPACE), *map(_strip, others)]
            if others and stripped.endswith("\\ "):
                lines[-1] += " "
        written = lines[0]
        for line in lines[1:]:
            written += self.continuation + line if line else self.newline
        return written

    def _must_keep(self, name: str, body: str) -> bool:
        if name in _KEPT or name.startswith("bdsk-") or "\\verb" in body:
            return True
        return "%" in body and _COMMENT_SIGN.search(body) is not None

    def _fill(self, paragraph: str, column: int) -> str:
        """A paragraph in lines of the width that is set, as far as its words allow."""
        width = self.settings.wrap
        indent = len(self.continuation.expandtabs(4)) - len(self.newline)
        lines: list[str] = []
        words: list[str] = []
        room = width - column
        length = -1
        for word in _words(paragraph):
            if words and length + 1 + len(word) > room - 2:  # what closes the value follows the last
                lines.append(" ".join(words))
                words, length, room = [], -1, width - indent
            words.append(word)
            length += 1 + len(word)
        return "\n".join([*lines, " ".join(words)])


def _strip(line: str) -> str:
    return line.strip(WHITE_SPACE)


def _words(paragraph: str) -> list[str]:
    """The words; what must not be parted is one: a control space, and an `@` that at a line's start looks like an entry."""
    words: list[str] = []
    for word in _WHITE.split(paragraph):
        if words and (words[-1].endswith("\\") or word.startswith("@") or not word):
            words[-1] += " " + word
        else:
            words.append(word)
    return words
