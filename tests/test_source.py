"""Lines and columns of a text, whatever ends its lines."""

from __future__ import annotations

import re

import pytest

from bibcheck.source import Place, Source

TEXTS = [
    "",
    "a",
    "a\n",
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "a\r\rb",
    "a\nb\r\nc\rd",
    "\r\n\r\n",
    "é\u2028b\x85c\x0cd\x1ce\n",
    "a\udce9\nb",
]


@pytest.mark.parametrize("chunk", [0, 1, 2, 1 << 16])
@pytest.mark.parametrize("text", TEXTS)
def test_lines_begin_after_each_line_end(text: str, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bibcheck.source._CHUNK", chunk)
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]
    source = Source("a.bib", text)
    for offset in range(len(text) + 1):
        line = sum(start <= offset for start in starts)
        assert source.place(offset) == Place(line, offset - starts[line - 1] + 1)
    for number, start in enumerate(starts, 1):
        span = source.line_span(number)
        assert span.start == start and text[span.start : span.end] == text[start:].partition("\n")[0].partition("\r")[0]
