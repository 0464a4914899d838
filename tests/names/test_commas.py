"""Commas that part people, and commas that part one name wrongly."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import ADDITION, COMMAS, MALFORMED
from tests.names.lists import faults_of, mended, places

PEOPLE = [
    ("Ann Ng, Bo Li, Cy Roe", "Ann Ng and Bo Li and Cy Roe"),
    ("Ng A., Roe B., Li C.", "Ng, A. and Roe, B. and Li, C."),
    ("Smith, J., Roe, K. K.", "Smith, J. and Roe, K. K."),
    ("Smith, Jane, Doe, Xq, Roe, Xq", "Smith, Jane and Doe, Xq and Roe, Xq"),
    # One word that is a subject may be a name.
    ("Ann Law, Bo Li, Cy Roe", "Ann Law and Bo Li and Cy Roe"),
    ("Ann Ng, Bo Li, Cy Roe and R Core Team", "Ann Ng and Bo Li and Cy Roe and R Core Team"),
    # All that is written so in the list is turned around with them.
    ("Smith J, Doe A and Roe BK and Al Ng", "Smith, J. and Doe, A. and Roe, B. K. and Al Ng"),
    ("Ann Ng, John Li and Roe BK", "Ann Ng and John Li and Roe BK"),
]
NO_PEOPLE = [
    "Ann Law, Bo Work, Cy Roe",  # subjects of a committee
    "Ann Law, Bo Li, Cy Roe and The Committee",
    "Smith, Team, Doe, Anna, Roe, Bob",  # an organisation
    "Smith, Jane, Doe, Xq",  # one given name of two
    "Jane Roe, and Bob Li",
    "Smith, Jane",
    "Mair, Jr, Daniel, X., Sr, Dan",
    "Mair, Jr, Daniel, Ng, Bo, Dan",
    "Mair, Jr, Daniel, Ng, Sr, de la",
    "X., Jr, Daniel, Ng, Sr, Dan",
    "Mair, Bo, Daniel, Ng, Sr, Dan",
    "Mair, Jr, de la, Ng, Sr, Dan",
]
MALFORMED_NAMES = [
    # (list, the names, what is said of the first)
    ("Jane Roe, and Bob Li", ["Jane Roe,"], "ends in a comma: write `Jane Roe`"),
    ("Smith SHK and Ann Ng", ["Smith SHK"], "has the family name `SHK`: write `Smith, S. H. K.`"),
    ("Smith J. and Roe K.", ["Smith J.", "Roe K."], "has the family name `J.`: write `Smith, J.`"),
]
WELL_FORMED = [
    "Smith SHK",
    "Smith J. and Ann Roe",
    "Ann Roe",
    "Ann",
    "Roe, Ann",
]


@pytest.mark.parametrize(("text", "wanted"), PEOPLE)
def test_people_between_commas(text: str, wanted: str) -> None:
    assert mended(text, faults_of(text, COMMAS)) == wanted


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_no_people_between_commas(text: str) -> None:
    assert not faults_of(text, COMMAS)


@pytest.mark.parametrize(("text", "found", "said"), MALFORMED_NAMES)
def test_a_malformed_name(text: str, found: list[str], said: str) -> None:
    faults = faults_of(text, MALFORMED)
    assert (places(text, faults), faults[0].said) == (found, said)


@pytest.mark.parametrize("text", WELL_FORMED)
def test_a_well_formed_name(text: str) -> None:
    assert not faults_of(text, MALFORMED)


def test_a_tie_is_a_name_to_biber() -> None:
    assert not faults_of("Ng, Ann; and ~ and Al Roe", MALFORMED, dialect="biblatex")


def test_what_is_turned_around_is_not_malformed_too() -> None:
    text = "Smith J, Doe A, Li C and Roe BK and Al Vu IV and Dr. Ann Ng"
    faults = faults_of(text, COMMAS, MALFORMED, ADDITION)
    assert places(text, faults) == ["Smith J, Doe A, Li C", "Al Vu IV", "Dr."]
    assert mended(text, faults[:1]) == "Smith, J. and Doe, A. and Li, C. and Roe, B. K. and Al Vu IV and Dr. Ann Ng"
