"""Columns as other programs count them."""

from __future__ import annotations

import pytest

from bibcheck.reports.columns import utf8_columns, utf16_columns
from bibcheck.source import Source


@pytest.mark.parametrize(
    ("text", "offset", "utf16", "utf8"),
    [
        ("abc", 2, (1, 3), (1, 3)),
        ("a𐐀b", 2, (1, 4), (1, 6)),
        ("é漢b\n", 2, (1, 3), (1, 6)),
        ("é𐐀\né𐐀b", 5, (2, 4), (2, 7)),
        ("é𐐀\nb", 3, (2, 1), (2, 1)),
        ("é𐐀", 2, (1, 4), (1, 7)),
        ("\udce9b", 1, (1, 2), (1, 2)),
    ],
)
def test_columns(text: str, offset: int, utf16: tuple[int, int], utf8: tuple[int, int]) -> None:
    source = Source("a.bib", text)
    assert utf16_columns(source).place(offset) == utf16
    assert utf8_columns(source).place(offset) == utf8


def test_a_byte_order_mark_counts_where_bytes_count() -> None:
    source = Source.from_bytes("a.bib", b"\xef\xbb\xbfab\ncd")
    assert [utf8_columns(source).place(offset) for offset in (1, 4)] == [(1, 5), (2, 2)]
    assert utf16_columns(source).place(1) == (1, 2)
