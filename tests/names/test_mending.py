"""A list is mended whole, or not at all."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bibcheck.names.faults.fault import JOINED, NameFault
from bibcheck.names.faults.mending import Mending, mend, mend_parting
from bibcheck.names.faults.reading import read_list


def mended(text: str) -> list[str | None]:
    """The list after the mending of each of its faults; None where that is not to be had."""
    results: list[str | None] = []
    for fault in read_list(text, "bibtex").faults:
        edits, _ = mend(text, fault, "bibtex")
        result = text
        for start, end, new in sorted(edits, reverse=True):
            result = result[:start] + new + result[end:]
        results.append(result if edits else None)
    return results


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ng, A.B. and Roe, C.D.", "Ng, A. B. and Roe, C. D."),
        ("J.R. Ng, B. Roe and C. Li", "J. R. Ng and B. Roe and C. Li"),  # what comes to light is mended with it
        ("Ann Ng and and and Bob Roe", "Ann Ng and Bob Roe"),
    ],
)
def test_all_places_are_mended(text: str, wanted: str) -> None:
    assert mended(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Smith, J. Doe and A. Roe",  # would set full names beside initials
        "Gray, Russell; D.",
        "JOHN JA SMITH",
        "Smith, John, Jr.",
        ", and , and Ann Ng",
    ],
)
def test_what_would_leave_a_fault_is_not_mended(text: str) -> None:
    assert mended(text) == [None]


def test_edits_do_not_overlap() -> None:
    for text in ("  , and - ", "and and and", ", , and , and", "A;B;;C and ; and D"):
        for fault in read_list(text, "bibtex").faults:
            edits, _ = mend(text, fault, "bibtex")
            assert all(first[1] <= second[0] for first, second in pairwise(edits))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A. Ng et al.", "A. Ng and others"),
        ("Ng, A.B., Roe, C. et al.", "Ng, A. B. and Roe, C. and others"),
        ("Ann Roe and Geoffrey C.Fox", "Ann Roe and Geoffrey C. Fox"),
        ("{Ann Roe and Bob Ng}", "Ann Roe and Bob Ng"),
        ("Ann Roe and Bob Ng", "Ann Roe and Bob Ng"),
        ("ROE, ANN and Bob Ng", "ROE, ANN and Bob Ng"),  # letter case parts no names
    ],
)
def test_what_parts_names_wrongly_is_mended_at_once(text: str, wanted: str) -> None:
    assert mend_parting(text, "bibtex") == wanted


@pytest.mark.parametrize(
    ("edits", "merged"),
    [
        (((7, 10, ""),), ((7, 10, ""),)),
        (((9, 12, ""), (7, 10, "")), ((7, 12, ""),)),
        (((6, 7, ""), (7, 10, ""), (9, 12, "")), ((6, 7, ""), (7, 12, ""))),
        (((6, 12, ""), (7, 10, "")), ((6, 12, ""),)),
        (((6, 9, ""), (9, 12, "")), ((6, 9, ""), (9, 12, ""))),
        (((6, 9, ""), (9, 9, " and Bo"), (9, 12, " Li")), ((6, 9, ""), (9, 9, " and Bo"), (9, 12, " Li"))),
        # Of two that overlap and write something, neither is made.
        (((7, 10, "x"), (9, 12, "")), ()),
        (((7, 10, ""), (9, 12, "x")), ()),
        ((), ()),
    ],
)
def test_edits_of_one_fault(edits: tuple[tuple[int, int, str], ...], merged: tuple[tuple[int, int, str], ...]) -> None:
    fault = NameFault("trees", 0, 3, (0,), edits=edits)
    assert mend("Ann Ng xx yy", fault, "bibtex") == Mending(merged, bool(merged))


def test_what_comes_to_light_is_one_edit() -> None:
    text = "J.R. Ng, B. Roe and C. Li"
    (fault,) = (fault for fault in read_list(text, "bibtex").faults if fault.kind != JOINED)
    assert mend(text, fault, "bibtex") == Mending(((2, 8, " R. Ng and"),), True)


@pytest.mark.parametrize(
    ("text", "is_sure"), [("Jane Roe; The Tree Consortium", True), ("Jane Roe; Team, R Core", False)]
)
def test_a_mending_is_as_sure_as_all_that_it_mends(text: str, is_sure: bool) -> None:
    (fault,) = read_list(text, "bibtex").reported
    mending = mend(text, fault, "bibtex")
    assert mending.edits
    assert mending.is_sure is is_sure


def test_a_fault_that_stays_as_it_was_is_no_obstacle() -> None:
    assert "Ng, A. B. and Roe, C. and Smith, Jane" in mended("Ng, A.B. and Roe, C. and Smith, Jane")
