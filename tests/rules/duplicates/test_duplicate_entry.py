"""duplicate-entry: one publisher under two names is one, and two are two."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

BOOK = "@book{{{}, author = {{Ann Roe}}, title = {{A Grammar of Kenya Luo}}, publisher = {{{}}}, year = 1994}}\n"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Cambridge University Press", "CUP", 1),
        ("Association for Computing Machinery", "{ACM}", 1),
        ("The Kenya Press, Nairobi Centre", "Kenya Press, Nairobi Centre", 1),
        ("Roe's Sons and Daughters", "Roes Sons & Daughters", 1),
        ("Cambridge University Press", "Springer", 0),
        ("Trees and Sons", "Nets and Daughters", 0),
    ],
)
def test_publishers(check: Check, first: str, second: str, count: int) -> None:
    assert len(check("duplicate-entry", BOOK.format("a", first) + BOOK.format("b", second))) == count
