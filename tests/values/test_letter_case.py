"""Letter case in titles: which words a style would damage, and which part of them needs braces."""

from __future__ import annotations

import pytest

from bibcheck.values.letter_case import find_symbols, has_inner_capitals, is_in_capitals, protected_part
from bibcheck.values.titles import title_words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The GPU and the McBits", ["GPU", "McBits"]),
        ("An E-mail to the X-ray", ["X-ray"]),
        ("X-ray Vision", []),
        ("O'Reilly, L'Odyss\u00e9e and D'Alembert", ["O'Reilly", "D'Alembert"]),
        ("O\u2019Reilly", ["O\u2019Reilly"]),
        ("An O'A", []),
        ("The 21ST and the 2nd", []),
        ("Part XIV, and CD", ["CD"]),
        ("Part L, and LI of MIX", ["LI", "MIX"]),
        ("Multi-GPU PDE-Based Non-iid", ["Multi-GPU", "PDE-Based"]),
        ("\u7528GPU\u7684", ["\u7528GPU\u7684"]),
        ("\u7528Gpu\u7684", []),
    ],
)
def test_words_that_lowering_would_damage(title: str, words: list[str]) -> None:
    assert [word.text for word in title_words(title) if has_inner_capitals(word)] == words


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("GPU", "GPU"),
        ("Multi-GPU", "GPU"),
        ("Multi-Part", "Multi-Part"),
        ("PDE-Based", "PDE"),
        ("Pde-Based", "Pde-Based"),
        ("Multi-GPU-Based", "GPU"),
        ("GPU's", "GPU"),
        ("GPU-CPU", "GPU-CPU"),
        ("X-ray", "X-ray"),
        ("\u7528GPU\u7684", "GPU"),
        ("\u7528GPU\u7684CPU", "\u7528GPU\u7684CPU"),
        ("\u7528Gpu\u7684CPU", "CPU"),
    ],
)
def test_the_part_that_needs_braces(word: str, part: str) -> None:
    (read,) = title_words(word)
    start, end = protected_part(read)
    assert read.text[start:end] == part
    assert 0 <= start <= end


@pytest.mark.parametrize(
    ("title", "is_set"),
    [
        ("THE SHAPE OF TREES", True),
        ("SHAPES TREES and bushes", False),
        ("GRAND TREES", True),
        ("TREES", False),
        ("SHAPE GRAND TREES with many other", True),
        ("SHAPE GRAND TREES with many other words", False),
        ("SHAPE TREES with others", False),
        ("{SHAPE} {TREES}", False),
        ("NASA and IBM and GPU", False),
        ("", False),
    ],
)
def test_a_title_in_capitals(title: str, is_set: bool) -> None:
    assert is_in_capitals(title_words(title)) == is_set


@pytest.mark.parametrize(
    ("title", "symbols"),
    [
        ("Ionization of Na$_2$", ["Na"]),
        ("Ionization of Na$^+$", ["Na"]),
        ("Ionization of LiH$_2$ in {Na$_2$} and Na$_3$", ["LiH", "Na"]),
        ("{On} Na$_2$", ["Na"]),
        ("Na$_2$ {and} Na$_3$", ["Na"]),
        ("Trees: Na$_2$", []),  # it opens a subtitle
        ("Na$_2$", []),
        ("HCl$_2$", ["HCl"]),
        ("The Tree$_2$", []),
        ("The Nat$_2$", []),
        ("On $K_A$ and Na$_2$ and {$L$}", ["Na"]),
        ("{In Na$_2$} of it", []),
        ("On Na and $2$", []),
    ],
)
def test_symbols_before_their_indices(title: str, symbols: list[str]) -> None:
    assert [title[slice(*span)] for span in find_symbols(title)] == symbols


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("On O'Reilly", ["O'Reilly"]),
        ("On D'Al", ["D'Al"]),
        ("On O'Re", ["O'Re"]),
        ("On O'R", []),
        ("On L'Odyssée", []),
        ("On d'Alembert", []),
        ("Chapter XLIX", []),
        ("Chapter L and LI", ["LI"]),
        ("On CD", ["CD"]),
    ],
)
def test_names_with_apostrophes_and_roman_numbers(title: str, words: list[str]) -> None:
    assert [word.text for word in title_words(title) if has_inner_capitals(word)] == words
