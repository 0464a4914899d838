"""Did you mean: what is close to a word that is not known, in bounded time."""

from __future__ import annotations

import time

import pytest

from bibcheck.text.suggestion import Suggestions, did_you_mean

MANY = [f"name{number:05}" for number in range(10_000)]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("knuth48", ["knuth84", "lamport94"], "; did you mean `knuth84`?"),
        ("nkuth84", ["knuth84", "lamport94"], "; did you mean `knuth84`?"),
        ("Knuth85", ["knuth84", *MANY], "; did you mean `knuth84`?"),  # of many, those that begin alike
        ("x", ["knuth84"], ""),
        ("nkuth84", ["knuth84", *MANY], ""),
        ("knuth84", [], ""),
    ],
)
def test_hint(word: str, known: list[str], hint: str) -> None:
    assert Suggestions(known).hint(word) == hint


def test_of_few_names_it_says_what_did_you_mean_says() -> None:
    known = MANY[:300]
    for word in ("name00010x", "nam", "mane00007", "other"):
        assert Suggestions(known).hint(word) == did_you_mean(word, known)


def test_only_the_first_of_many_words_get_one() -> None:
    suggestions = Suggestions(["knuth84"])
    hints = [suggestions.hint(f"knuth84{number}") for number in range(100)]
    assert all(hints[:50])
    assert not any(hints[50:])
    assert suggestions.hint("knuth841") == hints[1]


def test_many_words_beside_many_names_take_no_time() -> None:
    suggestions = Suggestions(MANY[:1900])
    start = time.process_time()
    for name in MANY:
        suggestions.hint(name + "x")
    assert time.process_time() - start < 5.0
