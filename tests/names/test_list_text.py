"""A list of names as the search for faults sees it."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.list_text import mask, read_list_text
from bibcheck.names.parse import read_names


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Ann Ng", "Ann Ng"),
        ("Ann {Ng; Li} Roe", "Ann {xxxxxx} Roe"),
        ("{A {B} C}{D}", "{xxxxxxx}{x}"),
        ("{}", "{}"),
        ("Ann {", "Ann {"),
        ("Ann {Ng", "Ann {x}"),
        ("Ann } Ng", "Ann } Ng"),
    ],
)
def test_what_stands_in_braces_is_written_over(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    ("text", "with_comma", "turned", "has_run"),
    [
        ("Ann Ng and Bo Li", 0, set(), False),
        ("Ng, Ann and Bo Li", 1, set(), False),
        ("Ng A. and Bo Li and Roe B. C.", 0, {0, 2}, False),
        ("Ng SH and Li, B. and Roe B.", 1, {0, 2}, True),
        ("Ng MA and Roe B.", 0, {0, 1}, False),  # `MA` may be a name
        ("Ng, SH", 1, set(), False),
        (" ".join(["Ng", "J." * 47]), 0, {0}, False),
        (" ".join(["Ngo", "J." * 48]), 0, set(), False),  # no name is as long
    ],
)
def test_how_the_names_of_a_list_are_written(text: str, with_comma: int, turned: set[int], has_run: bool) -> None:
    read = read_list_text(text, read_names(text), "bibtex")
    assert (read.with_comma, read.turned, read.has_run) == (with_comma, turned, has_run)


def test_the_text_of_a_name() -> None:
    text = "Ann Ng and {Bo Li} Roe"
    read = read_list_text(text, read_names(text), "bibtex")
    assert (read.raw(1), read.outside_braces(1)) == ("{Bo Li} Roe", "{xxxxx} Roe")
    assert [read.is_last(number) for number in (0, 1)] == [False, True]
