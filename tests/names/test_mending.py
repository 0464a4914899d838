"""A list is mended whole, or not at all."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bibcheck.names.faults.mending import mend, mend_parting
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
