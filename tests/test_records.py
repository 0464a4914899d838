"""Named tuples that are made quickly: what those of `typing` do, they do."""

from __future__ import annotations

import pickle
import typing
from typing import Any

import pytest

from bibcheck import records
from bibcheck.source import Edit, Span


class Pair(records.NamedTuple):
    """Two things."""

    first: int
    second: str = "two"

    @property
    def both(self) -> str:
        return f"{self.first} {self.second}"


class Wide(records.NamedTuple):
    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    l: int  # noqa: E741
    m: int = 13


class TypingPair(typing.NamedTuple):
    """Two things."""

    first: int
    second: str = "two"

    @property
    def both(self) -> str:
        return f"{self.first} {self.second}"


def test_it_is_a_tuple_with_names() -> None:
    pair = Pair(1, second="b")
    assert isinstance(pair, tuple) and type(pair) is Pair and pair == (1, "b")
    assert (pair.first, pair.second, pair.both, pair[1]) == (1, "b", "1 b", "b")
    assert Pair(1) == (1, "two") and hash(pair) == hash((1, "b")) and pair < Pair(2)
    assert not hasattr(pair, "__dict__")
    with pytest.raises(AttributeError):
        pair.first = 2  # type: ignore[misc]


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__doc__", "__slots__"])
def test_the_class_says_of_itself_what_that_of_typing_says(name: str) -> None:
    assert getattr(Pair, name) == getattr(TypingPair, name)


@pytest.mark.parametrize(
    "use",
    [
        lambda cls: cls(1)._replace(second="x"),
        lambda cls: cls(1)._asdict(),
        lambda cls: cls._make([1, "x"]),
        lambda cls: [*cls(1)],
        lambda cls: repr(cls(1)).removeprefix("Typing"),
        lambda cls: cls(first=3),
    ],
)
def test_its_methods_do_what_those_of_typing_do(use: Any) -> None:
    assert use(Pair) == use(TypingPair)


@pytest.mark.parametrize(
    "use",
    [
        lambda cls: cls(),
        lambda cls: cls(1, "b", 3),
        lambda cls: cls(1, third=3),
        lambda cls: cls(1)._replace(third=3),
        lambda cls: cls._make([1]),
    ],
)
def test_it_refuses_what_that_of_typing_refuses(use: Any) -> None:
    errors = []
    for cls in (Pair, TypingPair):
        with pytest.raises((TypeError, ValueError)) as error:
            use(cls)
        errors.append(error.type)
    assert errors[0] is errors[1]


def test_any_number_of_fields_will_do() -> None:
    wide = Wide(*range(1, 13))
    assert wide == tuple(range(1, 14)) and wide.l == 12 and wide._replace(a=0).a == 0


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_is_pickled(protocol: int) -> None:
    edit = Edit(Span(1, 2), "x")
    again = pickle.loads(pickle.dumps(edit, protocol))
    assert again == edit and type(again) is Edit and type(again.span) is Span


def test_a_missing_argument_is_named() -> None:
    with pytest.raises(TypeError, match="'text'"):
        Edit(Span(0, 0))  # type: ignore[call-arg]


def test_it_matches_a_pattern() -> None:
    match Pair(1, "b"):
        case Pair(first, second):
            assert (first, second) == (1, "b")
