"""literal-et-al: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Moody, Bill et al.", ["et al."], "Moody, Bill and others"),
    ("Moody, Bill, et al", ["et al"], "Moody, Bill and others"),
    ("Moody, Bill and et al.", ["et al."], "Moody, Bill and others"),
    ("Moody, Bill and {et~al.}", ["{et~al.}"], "Moody, Bill and others"),
    ("Moody, Bill \\emph{et al.}", ["\\emph{et al.}"], "Moody, Bill and others"),
    ("et al., David Bradley", ["et al."], "David Bradley and others"),
    ("{M. O. Ball et al.}", ["et al."], "M. O. Ball and others"),
    ("A. Ng and Others", ["Others"], "A. Ng and others"),
    ("Alan Ng und andere", ["und andere"], "Alan Ng and others"),
    ("A. Ng and al.", ["al."], "A. Ng and others"),
    ("Иванов, И. И. и др.", ["и др."], "Иванов, И. И. and others"),
    ("Ng, Ann and et al.", ["et al."], "Ng, Ann and others"),
    ("Ng, Ann et al.", ["et al."], "Ng, Ann and others"),
    ("Ng, Ann et al", ["et al"], "Ng, Ann and others"),
    ("Ng, Ann, et al.", ["et al."], "Ng, Ann and others"),
    ("Ng et al.", ["et al."], "Ng and others"),
    ("Ng, Ann and {et al.}", ["{et al.}"], "Ng, Ann and others"),
    ("Ng, Ann and Others", ["Others"], "Ng, Ann and others"),
    ("Ng, Ann and al.", ["al."], "Ng, Ann and others"),
    ("Ng, Ann and etal", ["etal"], "Ng, Ann and others"),
    ("Ng, Ann and etc.", ["etc."], "Ng, Ann and others"),
    ("Ng, Ann and Roe, Bo et~al.", ["et~al."], "Ng, Ann and Roe, Bo and others"),
    ("Ng, Ann u.a.", ["u.a."], "Ng, Ann and others"),
    ("Ng, Ann \\emph{et al.}", ["\\emph{et al.}"], "Ng, Ann and others"),
]
CLEAN = [
    "Etal, Ann and Ng, Bo",
    "Ng, Ann and others and others",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "literal-et-al", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("literal-et-al", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("literal-et-al", entry(names))


def test_biber_reads_others_in_any_case(check) -> None:
    assert not check("literal-et-al", entry("A. Ng and Others"), dialect="biblatex")
