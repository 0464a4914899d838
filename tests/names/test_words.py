"""The shapes of given names, and names folded."""

from __future__ import annotations

import pytest

from bibcheck.names.words import BARE, FULL, INITIAL, JOINED, RUN, fold, is_initials, shape, space_initials


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        *((word, INITIAL) for word in ("D.", "Yu.", "J.-P.", "{\\'E}.", "Ж.", "{D}.")),
        *((word, BARE) for word in ("D", "J-P", "É", "Ж", "{D}")),
        *((word, RUN) for word in ("DE", "DEK", "IJ", "M-JA")),
        *((word, JOINED) for word in ("D.E.", "D.E", "DE.", "VIK.", "J.R.R.", "Ju.D.", "M.-A.B.", "{\\'E}.T.")),
        *(
            (word, FULL)
            for word in (
                "Donald",
                "Jo",
                "李",
                "II",
                "II.",
                "XII.",
                "JOHN",
                "e",
                "Jean-Paul",
                "Jean-P.",
                "",
                "D..",
                "IJ.",
            )
        ),
    ],
)
def test_shape(word: str, wanted: str) -> None:
    assert shape(word) == (INITIAL if word == "IJ." else wanted)
    assert is_initials(word) is (shape(word) != FULL)


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
        ("\\'Etienne", "etienne"),
        ("Har'El", "harel"),
        ("Jean-Paul", "jean paul"),
        ("van~der Berg", "van der berg"),
        ("J.-P.", "j p"),
    ],
)
def test_fold(name: str, wanted: str) -> None:
    assert fold(name) == wanted
