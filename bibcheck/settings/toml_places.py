"""Where the keys and values of a TOML document stand: tomllib reads them, but does not say."""

from __future__ import annotations

import re
from contextlib import suppress

from bibcheck.records import NamedTuple
from bibcheck.source import Span

_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BLANK = re.compile(r"[ \t]*+")
_STRING = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_PLAIN_VALUE = re.compile(r"[^,\]}#\r\n]++")  # a number, a date with its blank, true, false

Keys = tuple[str | int, ...]


class Where(NamedTuple):
    """The spans of a key (of an array's element: of the element) and of its value."""

    key: Span
    value: Span


def find_places(text: str) -> dict[Keys, Where]:
    """The places of every key and every array element, by their keys and indices from the top.

    `text` is TOML that tomllib accepts; of anything else, the places up to where it goes wrong.
    """
    reader = _Reader(text)
    with suppress(IndexError, RecursionError, _OutOfStepError):
        reader.read_document()
    return reader.places


class _OutOfStepError(Exception):
    """The text is not TOML, or the reader is wrong about it."""


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.places: dict[Keys, Where] = {}
        self.arrays: dict[Keys, int] = {}  # arrays of tables, with the number of the table that is open

    def read_document(self) -> None:
        table: Keys = ()
        self._skip(_GAP)
        while self.position < len(self.text):
            if self.text[self.position] == "[":
                table = self._read_header()
            else:
                self._read_pair(table)
            self._skip(_GAP)

    def _read_header(self) -> Keys:
        start = self.position
        brackets = 2 if self.text.startswith("[[", start) else 1
        self.position += brackets
        names, span = self._read_key()
        self.position += brackets
        where = Where(span, Span(start, self.position))
        table: Keys = ()
        for number, name in enumerate(names):
            table += (name,)
            if brackets == 2 and number == len(names) - 1:
                self.arrays[table] = self.arrays.get(table, -1) + 1
            self.places.setdefault(table, where)
            if table in self.arrays:
                table += (self.arrays[table],)
        self.places[table] = where
        return table

    def _read_pair(self, table: Keys) -> None:
        names, span = self._read_key()
        self.position += 1  # the `=`
        keys = (*table, *names)
        value = self._read_value(keys)
        for length in range(len(table) + 1, len(keys) + 1):
            self.places.setdefault(keys[:length], Where(span, value))

    def _read_key(self) -> tuple[list[str], Span]:
        """The names of a dotted key, and its span; white space around it is skipped."""
        self._skip(_BLANK)
        start = self.position
        names = []
        while True:
            bare = _BARE_KEY.match(self.text, self.position)
            names.append(bare[0] if bare else self._quoted_key())
            end = self.position = bare.end() if bare else self.position
            self._skip(_BLANK)
            if self.text[self.position] != ".":
                return names, Span(start, end)
            self.position += 1
            self._skip(_BLANK)

    def _quoted_key(self) -> str:
        import tomllib

        start = self.position
        self._take(_STRING)
        name: str = tomllib.loads("key = " + self.text[start : self.position])["key"]
        return name

    def _read_value(self, keys: Keys) -> Span:
        self._skip(_BLANK)
        start = self.position
        opening = self.text[start]
        if opening == "[":
            self._read_array(keys)
        elif opening == "{":
            self._read_inline_table(keys)
        elif opening in "\"'":
            self._take(_STRING)
        else:
            self._take(_PLAIN_VALUE)
            plain = self.text[start : self.position].rstrip(" \t")
            return Span(start, start + len(plain))
        return Span(start, self.position)

    def _read_array(self, keys: Keys) -> None:
        self.position += 1
        number = 0
        self._skip(_GAP)
        while self.text[self.position] != "]":
            span = self._read_value((*keys, number))
            self.places[(*keys, number)] = Where(span, span)
            number += 1
            self._skip_comma()
        self.position += 1

    def _read_inline_table(self, keys: Keys) -> None:
        self.position += 1
        self._skip(_GAP)
        while self.text[self.position] != "}":
            self._read_pair(keys)
            self._skip_comma()
        self.position += 1

    def _skip_comma(self) -> None:
        self._skip(_GAP)
        if self.text[self.position] == ",":
            self.position += 1
            self._skip(_GAP)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.position)
        self.position = match.end() if match else self.position

    def _take(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.position)
        if match is None:
            raise _OutOfStepError
        self.position = match.end()
