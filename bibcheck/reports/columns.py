"""Columns as other programs count them: in UTF-16 code units, or in bytes of UTF-8."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from bibcheck.source import Place, Source

_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class Columns:
    """The places of one file, columns counted in other units: `extra` says how many more than one a character has."""

    def __init__(self, source: Source, wide: re.Pattern[str], extra: Callable[[str], int], bom: int = 0) -> None:
        self._source = source
        self._bom = bom
        matches = [] if source.text.isascii() else list(wide.finditer(source.text))
        self._offsets = [match.start() for match in matches]
        self._sums = [0, *accumulate(extra(match[0]) for match in matches)]

    def place(self, offset: int) -> Place:
        """The line and column of a character offset, both from 1."""
        line, column = self._source.place(offset)
        if self._offsets:
            column += self._sum(offset) - self._sum(offset - column + 1)
        return Place(line, column + self._bom if line == 1 else column)

    def _sum(self, offset: int) -> int:
        return self._sums[bisect_left(self._offsets, offset)]


def utf16_columns(source: Source) -> Columns:
    """Columns in UTF-16 code units."""
    return Columns(source, _BEYOND_16_BITS, lambda character: 1)


def utf8_columns(source: Source) -> Columns:
    """Columns in bytes of UTF-8; a byte that is not UTF-8 is one, and a byte order mark counts."""
    return Columns(source, _BEYOND_ASCII, _more_bytes, len(source.bom) if source.encoding == "utf-8" else 0)


def _more_bytes(character: str) -> int:
    return 0 if "\udc80" <= character <= "\udcff" else len(character.encode("utf-8", "surrogatepass")) - 1
