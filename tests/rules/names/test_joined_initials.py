"""joined-initials: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Knuth, D.E.", ["D.E."], "Knuth, D. E."),
    ("J.R.R. Tolkien", ["J.R.R."], "J. R. R. Tolkien"),
    ("Knuth, D.E", ["D.E"], "Knuth, D. E."),
    ("Straatsma, TP.", ["TP."], "Straatsma, T. P."),
    ("Apresjan, Ju.D.", ["Ju.D."], "Apresjan, Ju. D."),
    ("D.E.Knuth", ["D.E.Knuth"], "D. E. Knuth"),
    ("Dupont, {\\'E}.T.", ["{\\'E}.T."], "Dupont, {\\'E}. T."),
    ("Иванов, И.И.", ["И.И."], "Иванов, И. И."),
    ("Smith, U.S.", ["U.S."], "Smith, U. S."),
    ("Ng, AB.", ["AB."], "Ng, A. B."),
    ("A.-B.Ng", ["B.Ng"], "A.-B. Ng"),
    ("A.Ng", ["A.Ng"], "A. Ng"),
]
CLEAN = [
    "Sartre, J.-P. and Yu. Manin and D. E. Knuth and {D.E.} Knuth",
    "U.S. Navy and {U.S. Navy}",
    "St. John, Ann and Jean-Luc Ng",
    "D.~E. Knuth",
    "Ng, {A.B.}",
    "Ng, {A.}{B.}",
    "U.S. Ng",
    "A.B.Ng and Ng,, Bo",
    "Ng, A.b",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "joined-initials", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("joined-initials", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("joined-initials", entry(names))


def test_the_message_names_the_remedy(check) -> None:
    (finding,) = check("joined-initials", entry("Ng, J.H. and Roe, A.B."))
    assert finding.message == "`J.H.` is read as one name, so styles print only `J.`; write `J. H.` (2 in this list)"
    assert len(finding.edits) == 2


@pytest.mark.parametrize(
    ("options", "count"), [("giveninits=false", 0), ("giveninits = false", 0), ("giveninits=true", 1)]
)
def test_an_entry_whose_names_are_not_abbreviated_is_let_be(check, options, count) -> None:
    text = f"@book{{k, author = {{Ng, A.B.}}, options = {{{options}}}}}\n"
    assert len(check("joined-initials", text, dialect="biblatex")) == count
