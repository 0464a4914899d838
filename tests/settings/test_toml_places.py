"""Where the keys and values of TOML stand."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from bibcheck.settings.toml_places import Keys, find_places

DOCUMENT = '''
# a comment with = and [brackets]
title = "a \\" quote # no comment"
owner.name = 'C:\\path' # owner.other = 1
"quoted key".b = """
several " lines "" of ] text \\""""" # end
literal = \'\'\'
it\'s ] here\'\'\'
date = 1979-05-27 07:32:00
list = [ "a", # first ]
  ["b", 'c'], { d = 1, e.f = [2, 3] },
]
empty = {}

[table]
x = true
  [table."sub.table" . deep]
  y = -1.5e3

[[many]]
z = 1
[many.below]
w = 2
[[many]]
z = 3
'''


def flatten(value: Any, keys: Keys = ()) -> dict[Keys, Any]:
    found = {keys: value} if keys else {}
    if isinstance(value, dict):
        for key, item in value.items():
            found |= flatten(item, (*keys, key))
    if isinstance(value, list):
        for number, item in enumerate(value):
            found |= flatten(item, (*keys, number))
    return found


@pytest.mark.parametrize("text", [DOCUMENT, DOCUMENT.replace("\n", "\r\n"), "", "a = 1", "[a]", "a = [\n]#x"])
def test_everything_that_tomllib_reads_has_its_place(text: str) -> None:
    assert set(find_places(text)) == set(flatten(tomllib.loads(text)))


def test_the_place_of_a_value_holds_that_value() -> None:
    places = find_places(DOCUMENT)
    for keys, value in flatten(tomllib.loads(DOCUMENT)).items():
        if not isinstance(value, dict) and keys != ("many",):  # a header is not its value
            start, end = places[keys].value
            assert tomllib.loads(f"value = {DOCUMENT[start:end]}") == {"value": value}


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        (("title",), "title"),
        (("owner", "name"), "owner.name"),
        (("quoted key", "b"), '"quoted key".b'),
        (("list", 1, 0), '"b"'),
        (("list", 2, "e", "f"), "e.f"),
        (("table", "sub.table", "deep"), 'table."sub.table" . deep'),
        (("table", "sub.table", "deep", "y"), "y"),
        (("many", 1, "z"), "z"),
    ],
)
def test_the_place_of_a_key_holds_that_key(keys: Keys, key: str) -> None:
    start, end = find_places(DOCUMENT)[keys].key
    assert DOCUMENT[start:end] == key


@pytest.mark.parametrize("text", ["a", "a =", "a = [1,", "a = {b", "[", "= 1", 'a = "x', "a = \x00", "[[a", 'a."' * 9])
def test_what_is_not_toml_ends_the_search(text: str) -> None:
    assert all(0 <= where.value.start <= where.value.end <= len(text) for where in find_places(text).values())


def test_implicit_tables_of_headers_are_found() -> None:
    places = find_places("[a.b.c]\nd = 1\n")
    assert ("a",) in places
    assert ("a", "b", "c", "d") in places
