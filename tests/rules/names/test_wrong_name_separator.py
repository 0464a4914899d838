"""wrong-name-separator: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Smith, J.; Doe, A.; Roe, B.", [";"], "Smith, J. and Doe, A. and Roe, B."),
    ("Smith, J.; and Doe, A.", [";"], "Smith, J. and Doe, A."),
    ("Jane Smith & John Doe", ["&"], "Jane Smith and John Doe"),
    ("Smith, J. \\& Doe, A.", ["\\&"], "Smith, J. and Doe, A."),
    ("Jane Smith \\and John Doe", ["\\and"], "Jane Smith and John Doe"),
    ("Frajzyngier, Zygmunt with Erin Shay", ["with"], "Frajzyngier, Zygmunt and Erin Shay"),
    ("LaPolla, with Chenglong Huang", ["with"], "LaPolla and Chenglong Huang"),
    ("Simonson, in collaboration with Ken Sakata", ["in collaboration with"], "Simonson and Ken Sakata"),
    ("Mellor, Stephanie nd O'Neill, George", ["nd"], "Mellor, Stephanie and O'Neill, George"),
    ("Jean Dupont et Marie Durand", ["et"], "Jean Dupont and Marie Durand"),
    ("P\\'erez, Juan y Garc\\'ia, Luis", ["y"], "P\\'erez, Juan and Garc\\'ia, Luis"),
    ("Smith, Jane\n  Doe, John", ["Smith, Jane\n  Doe, John"], "Smith, Jane and\n  Doe, John"),
    ("Jane Smith\nJohn Doe", ["Jane Smith\nJohn Doe"], "Jane Smith and\nJohn Doe"),
    ("Gray, Russell; D. and Drummond, Alexei", [";"], None),
    ("Smith, Jo; Doe, Al and Ng, Ann & Roe, Bob", [";"], "Smith, Jo and Doe, Al and Ng, Ann and Roe, Bob"),
    ("; Smith, Jo; Doe, Al;", [";"], "Smith, Jo and Doe, Al"),
    ("Smith, Jo; Doe, Al; Roe, Bo and Ng, An", [";"], "Smith, Jo and Doe, Al and Roe, Bo and Ng, An"),
    ("Smith, Jo; D.", [";"], None),
    ("Jane Smith & John Doe & Ann Roe", ["&"], "Jane Smith and John Doe and Ann Roe"),
    ("Jean Dupont und Marie Durand und Al Roe", ["und"], "Jean Dupont and Marie Durand and Al Roe"),
    ("Jean Dupont, et Marie Durand", ["et"], "Jean Dupont and Marie Durand"),
    (
        "Smith, Jane\nDoe, John\nRoe, Ann",
        ["Smith, Jane\nDoe, John\nRoe, Ann"],
        "Smith, Jane and\nDoe, John and\nRoe, Ann",
    ),
    ("Smith, Jane  \nDoe, John", ["Smith, Jane  \nDoe, John"], "Smith, Jane and  \nDoe, John"),
]
CLEAN = [
    "&amp; Smith, Jo",
    "Jane Smith & Co",
    "Smith, J. & Doe",
    "Smith & Wesson",
    "Ng, Ann with others",
    "(Ng with Ann Roe)",
    "with Ann Roe",
    "Jos{\\'e} Ortega y Gasset",
    "Dupont et Durand",
    "Smith, Jane\nDoe",
    "Jane\nSmith",
    "Jane Smith\nJohn Doe, Al",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "wrong-name-separator", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("wrong-name-separator", entry(names))


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        ("Smith, Jo; Doe, Al", ["`;` does not separate names: write `and`"]),
        ("Smith, Jo; Doe, Al; Roe, Bo", ["`;` does not separate names (2 places in this list): write `and`"]),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("wrong-name-separator", entry(names))] == messages


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("wrong-name-separator", entry(names))
