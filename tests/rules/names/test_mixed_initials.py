"""mixed-initials: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rules import load_rule
from bibcheck.source import Source
from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Jin Heo and X. {Zhu} and P. {Padala} and Z. {Wang}", ["{Zhu}"], None),
    ("Boas, Franz and Swanton, J.", ["Swanton"], None),
    ("Hill, WD and Davies, Gail and Roe, B", ["Hill"], None),
    ("Jane Smith, PhD and Ng, A.", ["Ng"], None),
    ("Jane Smith and A. Ng", ["Ng"], None),
    ("Jane Smith and Bo Roe and A. Ng", ["Ng"], None),
    ("Jane Smith and A. Ng and B. Roe", ["Ng"], None),
    ("Jane Smith and A. B. Ng and C. D. Roe", ["Ng"], None),
    ("Jane Smith and Anna Roe and A. B. Ng and C. Roe", ["Ng"], None),
    (" and ".join([*["Jane Smith"] * 9, "A. Ng", "C. Roe"]), ["Ng"], None),
    (" and ".join([*["Jane Smith"] * 19, "A. Ng", "C. Roe"]), ["Ng"], None),
    (" and ".join([*["A. Ng"] * 29, "Jane Smith"]), ["Ng"], None),
    ("Smith, Jane and van Ng, A.", ["van Ng"], None),
    ("Smith, Jane and Garcia Marquez, A.", ["Garcia Marquez"], None),
]
CLEAN = [
    "Padala, Pradeep and Shin, Kang G.",
    "J. Edgar Hoover and Ann Ng and K. Jarrod Millman",
    "J. Heo and X. Zhu",
    "Strunk, William and E. B. White",
    "Golumbic, Martin and Jamison, R.E.",
    "Pritchard, Hamish and Vaughan, David and Ng, Ann and V. Subrahmanian",
    "R. Fausto and D. Van As and Faucheur, F. Le",
    "Murphy, K. and Huang, J. and {ATLAS Collaboration} and others",
    "Mellinger, A and Jungen, {Ch} and Field, Jg",
    "Donald Knuth",
    "A. Ng and Jane Smith",
    "Jane Smith and A. B. Ng",
    "Jane Smith and A.B. Ng",
    "Jane Smith and AB Ng",
    "Jo Smith and A. Ng",
    "Shin K. G. and Jane Smith",
    "Jane Smith and Anna Roe and A. B. Ng and C. D. Roe",
    " and ".join([*["Jane Smith"] * 20, "A. Ng", "C. Roe"]),
    " and ".join([*["A. Ng"] * 30, "Jane Smith"]),
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "mixed-initials", names) == (spans, wanted)


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("mixed-initials", entry(names))


@pytest.mark.parametrize(
    "text",
    [
        "@article{DBLP:journals/x/HeoZ09, author = {Jin Heo and X. Zhu}, biburl = {https://dblp.org/rec/x}}\n",
        '@article{Billoir:1990we, author = "Billoir, Pierre and Qian, S."}\n',
    ],
)
def test_initials_of_registries_are_how_people_sign(check, text) -> None:
    assert not check("mixed-initials", text)


def test_what_other_entries_have_in_full_is_said_by_inconsistent_author(check) -> None:
    text = "@article{a, author = {Rader, Charles M and Rabiner, L}}\n@article{b, author = {Rader, C. and Rabiner, Lawrence}}\n"
    assert reported("mixed-initials inconsistent-author", text) == ["inconsistent-author"] * 2
    assert reported("mixed-initials", text) == ["mixed-initials"]
    other = text.replace("Lawrence", "Ann")
    assert reported("mixed-initials inconsistent-author", other) == ["mixed-initials"]


def reported(rules: str, text: str) -> list[str]:
    linter = Linter([load_rule(rule)() for rule in rules.split()])
    linter.add(Source("a.bib", text))
    return sorted(finding.rule for finding in linter.finish().findings)


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        (
            "Smith, Jane and Ng, A.",
            ["`Ng, A.` has initials alone, and `Smith, Jane` is in full: give all names in one form"],
        ),
        (
            "Smith, Jane and Ng, A. and Roe, B.",
            ["`Ng, A.` and 1 more have initials alone, and `Smith, Jane` is in full: give all names in one form"],
        ),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("mixed-initials", entry(names))] == messages
