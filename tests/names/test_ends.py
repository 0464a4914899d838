"""Names without a word, and lists that are cut short."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import EMPTY, ET_AL
from tests.names.lists import faults_of, mended, places

BEGINS, ENDS = "the list begins with `and`", "the list ends in `and`"
NO_WORD, GAP = "the list begins with a name that has no word", "no name stands between two `and`s"
EMPTIES = [
    # (list, what is found in it, what is said of it, the list after the fix)
    ("and Ann Ng", ["and"], [BEGINS], "Ann Ng"),
    ("and  Ann Ng and Bo Li", ["and"], [BEGINS], "Ann Ng and Bo Li"),
    ("Ann Ng and", ["and"], [ENDS], "Ann Ng"),
    ("Bo Li and Ann Ng  and", ["and"], [ENDS], "Bo Li and Ann Ng"),
    ("Ann Ng and and Bo Li", ["and and"], [GAP], "Ann Ng and Bo Li"),
    ("Ann Ng and , and Bo Li", ["and , and"], [GAP], "Ann Ng and Bo Li"),
    ("Ann Ng\n and  ,  and\n Bo Li", ["and  ,  and"], [GAP], "Ann Ng  and\n Bo Li"),
    (", and Ann Ng", [", and "], [NO_WORD], "Ann Ng"),
    (", and Ann Ng and Bo Li", [", and "], [NO_WORD], "Ann Ng and Bo Li"),
    (", ", [", "], [NO_WORD], None),
    ("Ann Ng and ,", ["and ,"], [GAP], "Ann Ng"),
]
CUT_SHORT = [
    ("Ann Ng et al.", ["et al."], "Ann Ng and others"),
    ("Ann Ng, et al.,", ["et al.,"], "Ann Ng and others"),
    ("Bo Li and Ann Ng et~al", ["et~al"], "Bo Li and Ann Ng and others"),
    ("Ann Ng and et al.", ["et al."], "Ann Ng and others"),
    ("Ann Ng and Others", ["Others"], "Ann Ng and others"),
    ("Ann Ng and etc.", ["etc."], "Ann Ng and others"),
    ("{Ann Ng et al.}", ["et al."], "Ann Ng and others"),
    ("Bo Li and {Ann Ng et al.}", ["et al."], "Bo Li and Ann Ng and others"),
    ("{{Ann Ng et al.}}", ["et al."], None),
    ("{Trees et al.}", ["et al."], None),
    (r"Ann Ng \emph{et al.}", [r"\emph{et al.}"], "Ann Ng and others"),
    ("et al., Ann Ng", ["et al."], "Ann Ng and others"),
    ("Bo Li and et al., Ann Ng", ["et al."], "Bo Li and Ann Ng and others"),
    ("et al.", ["et al."], None),
    # In the middle of a list nothing mends it.
    ("Ann Ng et al. and Bo Li", ["et al."], None),
    ("Cy Roe and Ann Ng et~al. and Bo Li", ["et~al."], None),
]
WHOLE = [
    "Ann Ng and others",
    "others",
    "Others",
    "Others and Ann Ng",
    "Anders Al",
    "Andrea Brand and Roland Band",
    "Ng, Etal",
]


@pytest.mark.parametrize(("text", "found", "said", "without"), EMPTIES)
def test_a_name_without_a_word(text: str, found: list[str], said: list[str], without: str | None) -> None:
    faults = faults_of(text, EMPTY)
    assert (places(text, faults), [fault.said for fault in faults]) == (found, said)
    assert mended(text, faults) == without


@pytest.mark.parametrize(("text", "found", "whole"), CUT_SHORT)
def test_a_list_that_is_cut_short(text: str, found: list[str], whole: str | None) -> None:
    faults = faults_of(text, ET_AL)
    assert places(text, faults) == found
    assert mended(text, faults) == whole


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_list(text: str) -> None:
    assert not faults_of(text, EMPTY, ET_AL)


def test_biber_knows_others_in_any_letter_case() -> None:
    assert faults_of("Ann Ng and Others", ET_AL, dialect="bibtex")
    assert not faults_of("Ann Ng and Others", ET_AL, dialect="biblatex")
    assert faults_of("Ann Ng and al.", ET_AL, dialect="biblatex")
