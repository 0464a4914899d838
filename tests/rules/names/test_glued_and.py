"""glued-and: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Whalley, H. andLawrie, S.", ["andLawrie"], "Whalley, H. and Lawrie, S."),
    ("Whalley, H.and Lawrie, S.", ["H.and"], "Whalley, H. and Lawrie, S."),
    ("Whalley, H.,and Lawrie, S.", ["H.,and"], "Whalley, H. and Lawrie, S."),
    ("{Agathos},and others", ["{Agathos},and"], "{Agathos} and others"),
    ("U.~Ng~and~B.~Roe", ["U.~Ng~and~B.~Roe"], "U.~Ng and B.~Roe"),
    ("Smith, Johnand Doe, Jane", ["Johnand"], "Smith, John and Doe, Jane"),
    ("Jane Smithand John Doe", ["Smithand"], "Jane Smith and John Doe"),
    ("Leon Cooperand Robert Schrieffer", ["Cooperand"], "Leon Cooper and Robert Schrieffer"),
    (
        "Whalley, H. andLawrie, S. and Murray, L.,and Roe, A.",
        ["andLawrie"],
        "Whalley, H. and Lawrie, S. and Murray, L. and Roe, A.",
    ),
    ("Smith, Janeand Doe, John", ["Janeand"], "Smith, Jane and Doe, John"),
    ("Jane Smith andJohn Doe", ["andJohn"], "Jane Smith and John Doe"),
    ("Jane Smith~and John Doe", ["Smith~and"], "Jane Smith and John Doe"),
    ("Jane Smith and~John Doe", ["and~John"], "Jane Smith and John Doe"),
    ("J. Smith, A.and Doe, B.", ["A.and"], "J. Smith, A. and Doe, B."),
    ("Jane Sandand John Doe", ["Sandand"], "Jane Sand and John Doe"),
    ("Jane Smith andJohn", ["andJohn"], "Jane Smith and John"),
    ("Jane Smith,and John Doe", ["Smith,and"], "Jane Smith and John Doe"),
    ("Jane Smithand John Doe and Ann Ng", ["Smithand"], "Jane Smith and John Doe and Ann Ng"),
    ("Smith, J.and Doe, B. and Ng, A.", ["J.and"], "Smith, J. and Doe, B. and Ng, A."),
]
CLEAN = [
    "Anna Wiegand Robert Smith",
    "Romain Rolland and Ferdinand Bertrand",
    "Fernand Leger",
    "Jane Smithand Doe",
    "andJohn Doe",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "glued-and", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("glued-and", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("glued-and", entry(names))
