"""truncated-names: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("A. Ng and others", ["others"], None),
    ("A. Ng et al.", ["A. Ng et al."], None),
    ("Ng, A., Roe, B. and others", ["others"], None),
]
CLEAN = [
    "A. Ng and B. Roe",
    "others",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "truncated-names", names) == (spans, wanted)


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("truncated-names", entry(names))


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        ("Ng, Ann and others", ["only 1 name of a longer list: write them all"]),
        ("Ng, Ann and Roe, Bo and others", ["only 2 names of a longer list: write them all"]),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("truncated-names", entry(names))] == messages
