"""abbreviated-given-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Knuth, D. E. and Donald Knuth and X Zhu", ["D. E."], None),
    ("D.E. Knuth et al.", ["D.E. Knuth et al."], None),
    ("D. Knuth, X. Zhu, A. Roe", ["D."], None),
    ("D. Knuth and ", ["D."], None),
    ("D.E. Knuth and Ann Roe", ["D.E."], None),
]
CLEAN = [
    "J. Edgar Hoover and Ng, Ann and {ATLAS Collaboration} and OpenAI and others",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "abbreviated-given-name", names) == (spans, wanted)


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("abbreviated-given-name", entry(names))


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        ("Ng, A.", ["`A.` instead of a given name: write it in full"]),
        ("Ng, A. and Roe, B.", ["`A.` and 1 more instead of a given name: write it in full"]),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("abbreviated-given-name", entry(names))] == messages
