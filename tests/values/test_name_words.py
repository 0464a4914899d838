"""The shapes of given names, and forms of them compared."""

from __future__ import annotations

import pytest

from bibcheck.names.given import is_short_for, read_given
from bibcheck.names.words import BARE, FULL, INITIAL, JOINED, RUN, fold, shape, space_initials


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        *((word, INITIAL) for word in ("D.", "Yu.", "J.-P.", "{\\'E}.", "Ж.", "{D}.")),
        *((word, BARE) for word in ("D", "J-P", "É", "Ж", "{D}")),
        *((word, RUN) for word in ("DE", "DEK", "IJ", "M-JA")),
        *((word, JOINED) for word in ("D.E.", "D.E", "DE.", "J.R.R.", "Ju.D.", "M.-A.B.", "{\\'E}.T.")),
        *((word, FULL) for word in ("Donald", "Jo", "李", "II", "JOHN", "e", "Jean-Paul", "Jean-P.", "", "D..", "IJ.")),
    ],
)
def test_shape(word: str, wanted: str) -> None:
    assert shape(word) == (INITIAL if word == "IJ." else wanted)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("D.E.", "D. E."),
        ("DE", "D. E."),
        ("JP.", "J. P."),
        ("J-P", "J.-P."),
        ("Ju.D.", "Ju. D."),
        ("D", "D."),
        ("D.E", "D. E."),
    ],
)
def test_space_initials(word: str, wanted: str) -> None:
    assert space_initials(word) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ('M{\\"u}ller', "muller"),
        ("Müller", "muller"),
        ("Łukasz", "lukasz"),
        ("Gro{\\ss}", "gross"),
        ("Har'El", "harel"),
        ("Jean-Paul", "jean paul"),
        ("van~der Berg", "van der berg"),
        ("J.-P.", "j p"),
    ],
)
def test_fold(name: str, wanted: str) -> None:
    assert fold(name) == wanted


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
    ],
)
def test_forms_that_are_short_for_nothing(one: str, other: str) -> None:
    assert not is_short_for(read_given(one), read_given(other))
    assert not is_short_for(read_given(other), read_given(one))
