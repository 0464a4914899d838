"""Editions: their numbers, and how each program wants them."""

from __future__ import annotations

import pytest

from bibcheck.values.editions import find_edition, has_unit, judge_edition, read_edition


@pytest.mark.parametrize(
    ("text", "number", "form"),
    [
        ("2", 2, "digits"),
        ("2nd ed.", 2, "ordinal"),
        ("Second", 2, "word"),
        ("Twenty-Fourth edition", 24, "word"),
        ("2014", 0, ""),
        ("Revised", 0, ""),
        ("99th", 99, "ordinal"),
        ("100th", 0, ""),
        ("The second", 0, ""),
        ("2nd, revised", 0, ""),
        ("2nd.", 2, "ordinal"),
    ],
)
def test_the_number_of_an_edition(text: str, number: int, form: str) -> None:
    assert read_edition(text) == (number, form)


def test_the_word_after_it() -> None:
    assert has_unit("Second edition") and has_unit("2nd ed.")
    assert not has_unit("Second") and not has_unit("edition")


@pytest.mark.parametrize(
    ("text", "is_biblatex", "meant"),
    [
        ("2nd", False, "Second"),
        ("Revised edition", False, "Revised"),
        ("1", False, ""),
        ("second", True, "2"),
        ("2", True, None),
        ("Second", False, None),
    ],
)
def test_how_it_is_written(text: str, is_biblatex: bool, meant: str | None) -> None:
    found = judge_edition(text, *read_edition(text), is_biblatex=is_biblatex)
    assert (found and found[1]) == meant


@pytest.mark.parametrize(
    ("title", "number", "edition"),
    [
        ("Trees (Third Edition)", 3, "(Third Edition)"),
        ("Trees (2nd ed.)", 2, "(2nd ed.)"),
        ("Trees (First Edition)", None, ""),
        ("Trees (Third)", None, ""),
        ("Trees", None, ""),
    ],
)
def test_an_edition_behind_a_title(title: str, number: int | None, edition: str) -> None:
    found = find_edition(title)
    assert (found and found[0]) == number
    if found:
        assert title[slice(*found[1])] == edition
        assert title[slice(*found[2])] == f" {edition}"
