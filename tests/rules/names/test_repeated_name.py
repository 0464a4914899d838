"""repeated-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Ann Ng and Roe, Bo and Ng, Ann", ["Ng, Ann"], None),
    ('Ann M{\\"u}ller and Ann Müller', ["Ann Müller"], None),
    ("Wang, Xiaoming and Wang, Xiaoming", ["Wang, Xiaoming"], None),
    ("Ng, Ann and Roe, Bob and Ng, Ann and Roe, Bob", ["Ng, Ann"], None),
    ("Ng, A. and Ng, A. and Roe, Bo and Roe, Bo", ["Roe, Bo"], None),
    ("Wang, Xiaojuna and Wang, Xiaojuna", ["Wang, Xiaojuna"], None),
    ("Ng, Ann B. and Ng, Ann B.", ["Ng, Ann B."], None),
    ("Ng, Bo and Roe, Ann and Bo Ng", ["Bo Ng"], None),
    ("Garcia Marquez, Ann and Ann {Garcia Marquez}", ["Ann {Garcia Marquez}"], None),
]
CLEAN = [
    "Wang, J. and Wang, J.",
    "Wang, Wei and Wang, Wei",
    "Smith, John and Smith, Jr., John",
    "Ann Ng and Bo Ng",
    "{ATLAS} and {ATLAS}",
    "\ufffd\ufffd\ufffd, \ufffd. \ufffd. and \ufffd\ufffd, \ufffd. \ufffd.",
    "Øìåëåâ, À. Ã. and Ëåîíòüåâ, À. Â. and Íèêèôîðîâ, Â. Ã.",
    "\ufffd\ufffd\ufffd, Ann and \ufffd\ufffd, Ann",
    "Ng, Ann",
    "Wang, Xiaojun and Wang, Xiaojun",
    "Smith, Jr., John and Smith, Jr., John",
    "van Ng, Ann and Ng, Ann",
    "Aristotle and Aristotle",
    "Garcia Marquez, Ann and Garcia Lorca, Ann",
    "Garcia Marquez, Ann and Lopez Marquez, Ann",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "repeated-name", names) == (spans, wanted)


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("repeated-name", entry(names))


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        ("Ng, Ann and Ng, Ann", ["`Ng, Ann` is already in the list: delete the second, or correct it"]),
        (
            "Ng, Ann and Ng, Ann and Ng, Ann",
            ["`Ng, Ann` and 1 more are already in the list: delete the second, or correct it"],
        ),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("repeated-name", entry(names))] == messages
