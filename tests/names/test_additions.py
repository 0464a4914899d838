"""What stands in a name and is not part of it."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import ADDITION, ROLE
from tests.names.lists import faults_of, mended, places

ADDITIONS = [
    # (list, what is found in it, what that is, the list without it)
    ("Ng, Ann, PhD", ["PhD"], "a degree", "Ng, Ann"),
    ("Ann Ng MBA PhD", ["MBA PhD"], "a degree", "Ann Ng"),
    ("Ann Ng PhD PhD", ["PhD PhD"], "a degree", "Ann Ng"),
    ("Ng, Ann, MA MAS MA", ["MA"], "a degree", "Ng, Ann, MA MAS"),
    ("Ng, PhD", ["PhD"], "a degree", "Ng"),
    ("Ann Ng, MD", ["MD"], "a degree", "Ann Ng"),
    ("Ng PhD, Ann", ["PhD"], "a degree", "Ng, Ann"),
    ("Dr. Ann Ng", ["Dr."], "a title", "Ann Ng"),
    ("PD Dr. habil. Ann Ng", ["PD Dr. habil."], "a title", "Ann Ng"),
    ("Ng, Prof. Ann", ["Prof."], "a title", "Ng, Ann"),
    ("Roe, Al and Ng, Prof. Ann", ["Prof."], "a title", "Roe, Al and Ng, Ann"),
    ("Ng, Dr", ["Dr"], "a title", "Ng"),
    ("Ng*, Ann", ["*"], "a footnote mark", "Ng, Ann"),
    ("Ng*,Ann", ["*"], "a footnote mark", "Ng,Ann"),
    ("Ann Ng$^{1}$", ["$^{1}$"], "a footnote mark", "Ann Ng"),
    ("Ann Ng and 0. Roe", ["0."], "a zero in the place of `O.`", "Ann Ng and O. Roe"),
    ("Ann Ng and Roe, 0. and Al Li", ["0."], "a zero in the place of `O.`", "Ann Ng and Roe, O. and Al Li"),
    ("Ann Ng and Wei Wang 0001", ["0001"], "the number that DBLP gives people who share a name", "Ann Ng and Wei Wang"),
    ("Ann Ng ann@uni.edu and Al Roe", ["ann@uni.edu"], "an e-mail address", "Ann Ng and Al Roe"),
    ("ann@uni.edu Ann Ng", ["ann@uni.edu"], "an e-mail address", "Ann Ng"),
    ("Ann (she/her) Ng", ["(she/her)"], "not part of a name", "Ann Ng"),
]  # fmt: skip
CLEAN = [
    "ann@uni.edu and Ann Ng",  # not in a name
    "Ng, Ann, Al, PhD",  # three commas: BibTeX complains of them
    "Dr, Sorin",
    "Ann Dr. Ng",
    "PD Ann Ng",
    "Ann MD",
    "Ng, A. MD",
    "PhD Ann Ng",
    "PhD MBA and Ann Ng",
    "{Ann Ng PhD}",
    "Ann* Ng",
    "Ann Ng and 0.5 Roe",
    "Ann Ng (Trees)",
]


@pytest.mark.parametrize(("text", "found", "said", "without"), ADDITIONS)
def test_an_addition(text: str, found: list[str], said: str, without: str) -> None:
    faults = faults_of(text, ADDITION)
    assert places(text, faults) == found
    assert [fault.said for fault in faults] == [said]
    assert mended(text, faults) == without


@pytest.mark.parametrize("text", CLEAN)
def test_no_addition(text: str) -> None:
    assert not faults_of(text, ADDITION, ROLE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ng, Ann (ed.) and Roe, Al (Eds.)", ["(ed.)", "(Eds.)"]),
        ("Ng, Ann, editor", ["editor"]),
        ("Ng, Ann, Editors", ["Editors"]),
        ("Ng, Ann, Hrsg.", ["Hrsg."]),
        ("Ng, Ann, Editor", []),  # with a capital it may be a name
        ("Ng, Ed", []),
        ("Ng, ed", []),
        ("Ng, Ann, trees", []),
    ],
)
def test_a_role(text: str, found: list[str]) -> None:
    assert places(text, faults_of(text, ROLE)) == found


def test_braces_are_not_parted() -> None:
    (fault,) = faults_of("Ann {Ng ann@uni.edu} Roe", ADDITION)
    assert fault.edits == ()
