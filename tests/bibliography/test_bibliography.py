"""What rules ask of a file: fields by name, by pattern, by text, entries by shape."""

from __future__ import annotations

import re

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.source import Source

BIB = Bibliography(
    Source(
        "a.bib",
        "@book{a, title = {One}, year = 1990}\n"
        "@misc{b, title = {Two}, note = {One}}\n"
        "@book{c, title = {One}, year = 1991}\n"
        "@misc{d, note = {Drei}, title = {Ünder}}\n",
    )
)


def test_fields_by_a_pattern_found_in_them() -> None:
    found = BIB.matching(re.compile("n"), "title", "note")
    assert [(field.name, field.text) for field in found] == [
        ("title", "One"),
        ("title", "One"),
        ("title", "Ünder"),
        ("note", "One"),
    ]


def test_fields_by_a_pattern_at_their_start() -> None:
    assert [field.text for field in BIB.beginning(re.compile("[TÜ]"), "title")] == ["Two", "Ünder"]
    assert not BIB.beginning(re.compile("n"), "title")


def test_texts_with_their_fields() -> None:
    found = BIB.distinct("title", "note")
    assert {text: [field.entry.key for field in fields if field.entry] for text, fields in found.items()} == {
        "One": ["a", "c", "b"],
        "Two": ["b"],
        "Ünder": ["d"],
        "Drei": ["d"],
    }


def test_entries_by_shape() -> None:
    assert {shape: [entry.key for entry in entries] for shape, entries in BIB.shapes.items()} == {
        ("book", "title", "year"): ["a", "c"],
        ("misc", "title", "note"): ["b"],
        ("misc", "note", "title"): ["d"],
    }


@pytest.mark.parametrize(
    ("names", "keys"), [(("note",), ["b", "d"]), (("title", "year"), ["a", "c"]), (("note", "year"), [])]
)
def test_entries_that_have_fields(names: tuple[str, ...], keys: list[str]) -> None:
    assert [entry.key for entry in BIB.having(*names)] == keys


@pytest.mark.parametrize(("word", "is_there"), [("three", False), ("two", True), ("onem", False), ("drei", True)])
def test_words_in_any_letter_case(word: str, is_there: bool) -> None:
    assert BIB.mentions(word) is is_there


JOURNAL = "@article{a%d, journal = {J}, year = 2000}\n"
ZENODO = "@software{z, title = {T}, year = 2024, publisher = {Zenodo}, version = {1}, doi = {10.5281/zenodo.1}}\n"


@pytest.mark.parametrize(
    ("text", "dialect", "is_mixed"),
    [
        (JOURNAL % 1, "bibtex", False),
        (JOURNAL % 1 + ZENODO, "bibtex", False),
        (JOURNAL % 1 + ZENODO * 3, "bibtex", False),
        (ZENODO.replace("year = 2024, ", "") + JOURNAL % 1, "bibtex", False),
        (JOURNAL % 1 + JOURNAL % 2 + "@misc{d, date = {2000}}\n", "bibtex", True),
        ("@article{k, date = {2000}, journaltitle = {J}}\n", "biblatex", False),
        ("@article{k,\n  % a comment\n  journaltitle = {J},\n  date = {2000},\n}\n", "biblatex", False),
        ("@article{k,\n  % a comment\n  journal = {J},\n  year = {2000},\n}\n", "bibtex", False),
    ],
)
def test_the_dialect_of_a_file(text: str, dialect: str, is_mixed: bool) -> None:
    bib = Bibliography(Source("a.bib", text))
    assert (bib.dialect, bib.is_mixed) == (dialect, is_mixed)
