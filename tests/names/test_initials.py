"""Initials without their full stops, and without a space between them."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import NameFault
from bibcheck.names.faults.initials import find_bare_initials, find_joined_initials
from bibcheck.names.parse import read_names
from tests.names.lists import mended, places

BARE = [
    # (list, what is found in it, the list after the fix)
    ("Smith, J and Roe, A.", ["J"], "Smith, J. and Roe, A."),
    ("Smith, J B", ["J B"], "Smith, J. B."),
    ("Smith, J Brand K", ["J Brand K"], "Smith, J. Brand K."),
    ("Smith, JBK", ["JBK"], "Smith, J. B. K."),
    ("Schaa, Volker RW", ["RW"], "Schaa, Volker R. W."),
    ("UCI Roe and Ann Ng", ["UCI"], "U. C. I. Roe and Ann Ng"),
    ("JA Roe", ["JA"], "J. A. Roe"),
    ("SMITH, JA B", ["B"], "SMITH, JA B."),
    ("SMITH Roe, JA", ["JA"], "SMITH Roe, J. A."),
    ("Carey Smith, C J", ["C J"], "Carey Smith, C. J."),
    # What may be a name, or how somebody signs, counts beside others.
    ("Smith, MD and Roe, JA", ["MD", "JA"], "Smith, M. D. and Roe, J. A."),
    ("Volker RW Schaa and Ann RB Roe", ["RW", "RB"], "Volker R. W. Schaa and Ann R. B. Roe"),
    ("Volker R Schaa", ["R"], "Volker R. Schaa"),
    # A syllable of two letters may want a full stop too.
    ("Petrov, Yu V", ["V"], None),
]
NOT_BARE = [
    "Smith, JBKL",
    "Smith, MD",
    "Volker RW Schaa",
    "UCI Roe",
    "AI Roe",
    "SMITH, JA",
    "smith, JA",
    "Roe smith, JA",
    "UCI JA Roe",
    "UK JA Roe",
    "C J Carey",
    "Smith, J .E.",
    "Smith, BK- Luxembourg",
    "Smith, Jo",
    "Smith, J.",
]
JOINED = [
    # (list, what is found in it, what a style that abbreviates makes of it, the list after the fix)
    ("J.B. Smith", ["J.B."], ["J."], "J. B. Smith"),
    ("Smith, JB.", ["JB."], ["J."], "Smith, J. B."),
    ("Smith, U.S.", ["U.S."], ["U."], "Smith, U. S."),
    ("J.B. U.K. Smith", ["J.B. U.K."], ["J."], "J. B. U. K. Smith"),
    ("Smith, ÉÈ.", ["ÉÈ."], ["É."], "Smith, É. È."),
    ("Smith, {J}.B.", ["{J}.B."], ["{J}."], "Smith, {J}. B."),
    ("Smith, J.B. Brand K.L.", ["J.B. Brand K.L."], ["J."], "Smith, J. B. Brand K. L."),
    ("Smith, Ju.B.", ["Ju.B."], ["Ju."], "Smith, Ju. B."),
    (r"Smith, {\'E}.T.", [r"{\'E}.T."], [r"{\'E}."], r"Smith, {\'E}. T."),
    (r"Smith, {\'E}.T", [r"{\'E}.T"], [r"{\'E}."], r"Smith, {\'E}. T."),
    ("J.Smith", ["J.Smith"], ["J."], "J. Smith"),
    # BibTeX parts names at hyphens.
    ("Ann J.-P.Smith", ["P.Smith"], ["P."], "Ann J.-P. Smith"),
    ("J.B. Roe and C.Smith", ["J.B.", "C.Smith"], ["J.", "C."], "J. B. Roe and C. Smith"),
]
NOT_JOINED = ["J. B. Smith", "{J.B.} Smith", "U.S. Smith", "J.-P. Smith", "Smith, J.", "Smith, Jo.", "Smith, J.Roe"]


def bare(text: str) -> list[NameFault]:
    names = read_names(text)
    return list(find_bare_initials(text, names, list(names)))


def joined(text: str, *, dialect: str = "bibtex", has_faults: bool = False) -> list[NameFault]:
    names = read_names(text, dialect)
    return list(find_joined_initials(text, names, list(names), has_faults))


@pytest.mark.parametrize(("text", "found", "wanted"), BARE)
def test_initials_without_a_full_stop(text: str, found: list[str], wanted: str | None) -> None:
    faults = bare(text)
    assert (places(text, faults), mended(text, faults)) == (found, wanted)


@pytest.mark.parametrize("text", NOT_BARE)
def test_no_initials_without_a_full_stop(text: str) -> None:
    assert not bare(text)


@pytest.mark.parametrize(("text", "found", "said", "wanted"), JOINED)
def test_joined_initials(text: str, found: list[str], said: list[str], wanted: str) -> None:
    faults = joined(text)
    assert (places(text, faults), [fault.said for fault in faults]) == (found, said)
    assert mended(text, faults) == wanted


@pytest.mark.parametrize("text", NOT_JOINED)
def test_no_joined_initials(text: str) -> None:
    assert not joined(text)


def test_initials_joined_to_a_family_name_count_in_lists_without_another_fault() -> None:
    assert places("C.Smith and J.B. Roe", joined("C.Smith and J.B. Roe", has_faults=True)) == ["J.B."]


def test_biber_parts_no_names_at_hyphens() -> None:
    faults = joined("Ann J.-P.Smith", dialect="biblatex")
    assert ([fault.said for fault in faults], mended("Ann J.-P.Smith", faults)) == (["J."], "Ann J.-P. Smith")
    assert not joined("Ann J.-Smith and A.B. Roe", dialect="biblatex")[1:]
