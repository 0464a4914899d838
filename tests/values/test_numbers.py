"""Volumes and numbers: what is one, and what stands around it."""

from __future__ import annotations

import pytest

from bibcheck.values.numbers import is_number, read_volume_and_number, read_word_before


@pytest.mark.parametrize("text", ["27", "14A", "S1", "3--4", "12/13", "49.2", "XII", "03", "1, 2", "3-4"])
def test_a_number(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["", "91, Issue 16", "02, No. 07,", "2: Trees", "Suppl. 1", "abs/1706.03762", "9" * 70]
)
def test_no_number(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Vol. 02, No. 07,", ("02", "07")),
        ("Volume 91, Issue 16", ("91", "16")),
        ("10, Issue 3", ("10", "3")),
        ("Vol 8, Issue 3, No. 1", None),
        ("177, Part 2", None),
        ("98(140)", None),
        ("27", None),
    ],
)
def test_volume_and_number_in_one(text: str, both: tuple[str, str] | None) -> None:
    assert read_volume_and_number(text) == both


@pytest.mark.parametrize(
    ("name", "text", "word", "rest"),
    [
        ("volume", "Vol. 27", "Vol. ", "27"),
        ("volume", "Volume XII", "Volume ", "XII"),
        ("number", "#3", "#", "3"),
        ("chapter", "ch. 2", "ch. ", "2"),
        ("volume", "Volumes of Light", None, ""),
        ("number", "Nov", None, ""),
    ],
)
def test_the_word_before_a_number(name: str, text: str, word: str | None, rest: str) -> None:
    led = read_word_before(name, text)
    assert (led and (text[slice(*led.word)], led.rest)) == (word and (word, rest))
