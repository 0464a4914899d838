"""initial-without-period: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Johnson, Sandra K", ["K"], "Johnson, Sandra K."),
    ("S H Muggleton", ["S H"], "S. H. Muggleton"),
    ("Smith, JA", ["JA"], "Smith, J. A."),
    ("JA Smith", ["JA"], "J. A. Smith"),
    ("van Ham, Roeland CHJ", ["CHJ"], "van Ham, Roeland C. H. J."),
    ("Barab{\\'a}si, A-L", ["A-L"], "Barab{\\'a}si, A.-L."),
    ("Deary, IJ", ["IJ"], "Deary, I. J."),
    ("SMITH, J", ["J"], "SMITH, J."),
    ("Иванов, И", ["И"], "Иванов, И."),
    ("Smith, MA and Roe, B", ["MA"], "Smith, M. A. and Roe, B."),
    ("Lau, K-{\\'E} and Roe, B", ["B"], "Lau, K-{\\'E} and Roe, B."),
    ("UN Smith and Ng, J", ["UN"], "U. N. Smith and Ng, J."),
    ("Ng, ABC", ["ABC"], "Ng, A. B. C."),
    ("Ng, AB and Roe, CD", ["AB"], "Ng, A. B. and Roe, C. D."),
    ("Yu V Petrov", ["V"], None),
    ("NG, A", ["A"], "NG, A."),
    ("Ng, A-B", ["A-B"], "Ng, A.-B."),
    ("RW Schaa", ["RW"], "R. W. Schaa"),
]
CLEAN = [
    "Mellinger, {C} and Jungen, {Ch}",
    "Nesb{\\o}, Jo and Gore, Al and Weinan E and Junghyun O",
    "Li, YU and Jian WU",
    "Volker RW Schaa",
    "Nguyen, An and Vo, Vy",
    "King II, Martin and Martin King III",
    "{DPC managers} and {IBM Research} and {U.S. Navy}",
    "KNUTH, ANN",
    "Donald E. Knuth and J.-P. Serre and {\\'E}. Galois",
    "李, 明",
    "Smith, John MD",
    "UN Women",
    "UCI Repository",
    "ACL Anthology",
    "R Core Team",
    "SAGE Journals",
    "Siemens AG",
    "Castain, R. H. and G .E. Fagg",
    "Newton, Gerald BK- Luxembourg",
    "Ng, MA",
    "Volker RW Schaa",
    "UN Women",
    "UCI Repository",
    "UN Women and UCI Repository",
    "NG, AB",
    "ng, AB",
    "C J Carey and Ann Ng",
    "Ng, A .E.",
    "Ng, ABCD",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "initial-without-period", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("initial-without-period", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("initial-without-period", entry(names))


def test_a_list_is_one_finding(check) -> None:
    (finding,) = check("initial-without-period", "@misc{k, author = {Smith, A and Roe, B C and Poe, D}}")
    assert finding.message == "`A` is written without a period: write `A.` (3 names in this list)"
    assert [edit.text for edit in finding.edits] == ["A.", "B.", "C.", "D."]


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        ("Ng, A", ["`A` is written without a period: write `A.`"]),
        ("Ng, A and Roe, B", ["`A` is written without a period: write `A.` (2 names in this list)"]),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("initial-without-period", entry(names))] == messages
