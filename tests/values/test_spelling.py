"""Slips between words, placeholders, and the language of a reference."""

from __future__ import annotations

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.source import Source
from bibcheck.text.language import may_be_foreign
from bibcheck.text.spelling import count_slips


@pytest.mark.parametrize(
    ("word", "meant", "slips"),
    [
        ("author", "author", 0), ("auhtor", "author", 1), ("autor", "author", 1), ("authour", "author", 1),
        ("euthor", "author", 1), ("auhtro", "author", 2), ("pubisher", "publisher", 1), ("jornl", "journal", 2),
        ("", "", 0), ("", "ab", 2), ("", "abc", 3), ("title", "author", 3), ("abcdef", "fedcba", 3), ("a" * 1000, "b", 3),
    ],
)  # fmt: skip
def test_slips_are_counted_up_to_two(word: str, meant: str, slips: int) -> None:
    assert count_slips(word, meant) == slips
    assert count_slips(meant, word) == slips


def test_one_slip_may_be_the_most() -> None:
    assert count_slips("jornl", "journal", most=1) == 2


@pytest.mark.parametrize(
    ("fields", "is_foreign"),
    [
        ("title = {The Art of Programming}", False),
        ("title = {Programming}", False),
        ("title = {Die Geschichte der Welt}", True),
        ("title = {História do Brasil e da língua}", True),
        ("title = {Война и мир}", True),
        ("title = {The la Rochefoucauld Reader for Students}", False),
        ("title = {Arbeitsrecht}, langid = {ngerman}", True),
        ("title = {Die Geschichte der Welt}, language = {English}", False),
        ("title = {Odontologia}, hyphenation = {british}", False),
        ("note = {no title}", False),
    ],
)
def test_a_reference_tells_its_language(fields: str, is_foreign: bool) -> None:
    [entry] = Bibliography(Source("a.bib", f"@book{{k, {fields}}}\n")).entries
    assert may_be_foreign(entry) == is_foreign
