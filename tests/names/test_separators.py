"""What stands between names in the place of `and`, and an `and` that is glued to a name."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import GLUED, SEPARATOR
from tests.names.lists import faults_of, mended, places

GLUED_LISTS = [
    # (list, what is found in it, the list after the fix)
    ("Ann Ng andBo Smith", ["andBo"], "Ann Ng and Bo Smith"),
    ("Ann Ng andLi, Bo", ["andLi"], "Ann Ng and Li, Bo"),
    ("Cy Roe and Ng, A.and Li, B.", ["A.and"], "Cy Roe and Ng, A. and Li, B."),
    ("Ng, A.,and  Li, B.", ["A.,and"], "Ng, A. and Li, B."),
    ("Ann Ng~and Bo Li", ["Ng~and"], "Ann Ng and Bo Li"),
    ("Ann Ng and~Bo Li", ["and~Bo"], "Ann Ng and Bo Li"),
    ("Ann Ng and~Li, Bo", ["and~Li"], "Ann Ng and Li, Bo"),
    ("Ann Ng\nandBo Li", ["andBo"], "Ann Ng and Bo Li"),
    ("{Ann Ng}and Bo Li", ["Ng}and"], "{Ann Ng} and Bo Li"),
    # Without a sign between them it has to part people.
    ("Ng, Annand Li, Bo", ["Annand"], "Ng, Ann and Li, Bo"),
    ("Jane Boydand Bo Li", ["Boydand"], "Jane Boyd and Bo Li"),
    ("Xqa Smithand Jane Roe", ["Smithand"], "Xqa Smith and Jane Roe"),
    ("Jane Smithand Xqa Roe", ["Smithand"], "Jane Smith and Xqa Roe"),
]
NOT_GLUED = [
    "andBo Li",
    "~andBo Li",
    "Jane Royand Ann Li",  # of three letters
    "Jane Chand Ann Li",
    "Jane Marchand Ann Li",
    "Xqa Smithand Xqb Roe",
    "Smithand Jane Roe",
    "Jane Smithand Roe",
    "Ng, Boydand Ann Li",
    "Jane Boydand Li, Ann",
    "Jane Hand",
    "Jane Brand Roe",
]
SEPARATED = [
    # (list, the place, the sign, the list after the fix, how many)
    ("Ng, Ann; Li, Bo", ";", ";", "Ng, Ann and Li, Bo", 1),
    ("Cy Roe and Ng, Ann ;Li, Bo;", ";", ";", "Cy Roe and Ng, Ann and Li, Bo", 2),
    ("; Ng, Ann; Li, Bo", ";", ";", "Ng, Ann and Li, Bo", 2),
    ("Ng, Ann;~Li, Bo", ";", ";", None, 1),
    ("Ng, Ann; D. E.", ";", ";", None, 1),
    ("Ng &amp; Ann; Li, Bo", ";", ";", "Ng &amp; Ann and Li, Bo", 1),
    ("Jane Ng & Bob Li", "&", "&", "Jane Ng and Bob Li", 1),
    ("Cy Roe and Jane Ng , \\& Bob Li & John Vu", "\\&", "\\&", "Cy Roe and Jane Ng and Bob Li and John Vu", 2),
    ("Jane Ng \\and Bob Li", "\\and", "\\and", "Jane Ng and Bob Li", 1),
    ("Xqa Ortega & Jane Roe", "&", "&", "Xqa Ortega and Jane Roe", 1),
    ("Jane Ng und Bob Li", "und", "und", "Jane Ng and Bob Li", 1),
    ("Jane Ng y Bob Li", "y", "y", "Jane Ng and Bob Li", 1),
    ("Cy Roe and Jane Ng,  with Bob Li", "with", "with", "Cy Roe and Jane Ng and Bob Li", 1),
    ("Jane Ng nd Bob Li", "nd", "nd", "Jane Ng and Bob Li", 1),
    ("The Tree Consortium; Jane Roe", ";", ";", "The Tree Consortium and Jane Roe", 1),
    ("Jane Roe; The Tree Consortium", ";", ";", "Jane Roe and The Tree Consortium", 1),
    ("Ng, Jane\nLi, Bob", "Ng, Jane\nLi, Bob", "\n", "Ng, Jane and\nLi, Bob", 1),
    ("Cy Roe and Jane Ng \nBob Li\n  John Vu", "Jane Ng \nBob Li\n  John Vu", "\n",
     "Cy Roe and Jane Ng and \nBob Li and\n  John Vu", 1),
    ("Ng,Jane\nLi,Bob", "Ng,Jane\nLi,Bob", "\n", "Ng,Jane and\nLi,Bob", 1),
]  # fmt: skip
NOT_SEPARATED = [
    "Ng &amp; Ann",
    "{Ng; Ann} Li",
    "The Tree & Net Consortium",
    "Ann R&D Roe",
    "Jane Ng & Trees",
    "Trees & Nets",
    "Xqa Trees & Xqb Nets",
    r"Jane Roe\and",
    "Xqa Ortega y Jane Roe",  # two family names, by all that is known
    "Jane Ng with trees",
    "Jane Ng with the Bob",
    "Jane Ng (with Bob Li)",
    "with Bob Li",
    "nd Bob Li",
    "Ng, Jane\nBob Li",
    "Ng, Jane, A.\nLi, Bob, A.",
    "Jane Ng\ntrees",
    "Jane\n Ng",
    "{Jane Ng\nBob Li}",
]


@pytest.mark.parametrize(("text", "found", "wanted"), GLUED_LISTS)
def test_an_and_that_is_glued(text: str, found: list[str], wanted: str) -> None:
    faults = faults_of(text, GLUED)
    assert (places(text, faults), mended(text, faults)) == (found, wanted)


@pytest.mark.parametrize("text", NOT_GLUED)
def test_a_name_that_ends_in_and(text: str) -> None:
    assert not faults_of(text, GLUED)


@pytest.mark.parametrize(("text", "place", "sign", "wanted", "count"), SEPARATED)
def test_another_separator(text: str, place: str, sign: str, wanted: str | None, count: int) -> None:
    (fault,) = faults_of(text, SEPARATOR)
    assert (*places(text, [fault]), fault.said, fault.places) == (place, sign, count)
    assert mended(text, [fault]) == wanted


@pytest.mark.parametrize("text", NOT_SEPARATED)
def test_no_separator(text: str) -> None:
    assert not faults_of(text, SEPARATOR)


def test_a_name_that_is_too_long_to_be_one_is_left_alone() -> None:
    assert faults_of("Ng, Ann; Li, Bo" + " " + "x" * 1984, SEPARATOR)
    assert not faults_of("Ng, Ann; Li, Bo" + " " + "x" * 1985, SEPARATOR)
