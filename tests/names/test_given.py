"""Forms of given names compared."""

from __future__ import annotations

import pytest

from bibcheck.names.given import is_short_for, read_given


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("X.", "Xiaoyun"),
        ("X", "Xiaoyun"),
        ("Galen", "Galen C."),
        ("G.", "G. C."),
        ("D.E.", "Donald E."),
        ("DE", "Donald Ervin"),
        ("Diaa E.", "Diaa Eddin"),
        ("J.-P.", "Jean-Paul"),
        ("Yu.", "Yuri"),
    ],
)
def test_one_form_is_short_for_another(short: str, full: str) -> None:
    assert is_short_for(read_given(short), read_given(full))
    assert not is_short_for(read_given(full), read_given(short))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wei", "Wenhao"),
        ("X.", "Yun"),
        ("Galen", "G. C."),
        ("Galen C.", "Galen M."),
        ("Wei", "Weimin"),
        ("John", "Jon"),
        ("A.", "A"),
        ("Yu", "Yu. C."),
    ],
)
def test_forms_that_are_short_for_nothing(one: str, other: str) -> None:
    assert not is_short_for(read_given(one), read_given(other))
    assert not is_short_for(read_given(other), read_given(one))


@pytest.mark.parametrize(
    ("text", "words", "is_initial"),
    [
        ("Donald E.", ("donald", "e"), (False, True)),
        ("DE", ("d", "e"), (True, True)),
        ("Jean-P", ("jean", "p"), (False, True)),
        ("Jo", ("jo",), (False,)),
        ("Yu.", ("yu",), (True,)),
        ("", (), ()),
    ],
)
def test_given_names_word_by_word(text: str, words: tuple[str, ...], is_initial: tuple[bool, ...]) -> None:
    assert read_given(text) == (words, is_initial)


@pytest.mark.parametrize(("text", "is_abbreviated"), [("D. E.", True), ("Donald E.", False), ("", True)])
def test_whether_no_name_is_there_in_full(text: str, is_abbreviated: bool) -> None:
    assert read_given(text).is_abbreviated is is_abbreviated
