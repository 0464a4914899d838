"""title-in-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Babu, Dr Manchi Sarat", ["Dr"], "Babu, Manchi Sarat"),
    ("Prof. Dr. rer. nat. Jane Smith", ["Prof. Dr. rer. nat."], "Jane Smith"),
    ("Smith, Jane, PhD", ["PhD"], "Smith, Jane"),
    ("Jane Smith PhD and Ng, A.", ["PhD"], "Jane Smith and Ng, A."),
    ("Jane Smith, MD", ["MD"], "Jane Smith"),
    ("Jane Smith, Senior Member, IEEE", ["Senior Member, IEEE"], "Jane Smith"),
    ("(he/him), Eske Pedersen", ["(he/him)"], "Eske Pedersen"),
    ("Jane Smith <jane@uni.edu>", ["<jane@uni.edu>"], "Jane Smith"),
    ("Jane Smith (0000-0002-1825-0097)", ["(0000-0002-1825-0097)"], "Jane Smith"),
    ("Wei Wang 0001 and Ann Ng", ["0001"], "Wei Wang and Ann Ng"),
    ("Wang 0001, Wei", ["0001"], "Wang, Wei"),
    ("Jane Smith*", ["*"], "Jane Smith"),
    ("Jane Smith1,2 and Ann Ng", ["1,2"], "Jane Smith and Ann Ng"),
    ("Jane Smith\\textsuperscript{1}", ["\\textsuperscript{1}"], "Jane Smith"),
    ("Jane Smith$^{*}$", ["$^{*}$"], "Jane Smith"),
    ("0. Marchal", ["0."], "O. Marchal"),
    ("Ada Ng, compiler", ["compiler"], None),
    ("Alwi, Hasan (Editor) and Sugono, Dendy (Editor)", ["(Editor)"], None),
    ("Prof. Ann Ng and Dr. Bob Roe", ["Prof."], "Ann Ng and Bob Roe"),
    ("Alicea, Neftalí, compiler", ["compiler"], None),
    ("Smith, Jane, editors", ["editors"], None),
    ("Smith, Jane, Comp.", ["Comp."], None),
    ("Sorin, Dr", ["Dr"], "Sorin"),
    ("Smith, J., MA", ["MA"], "Smith, J."),
    ("Ng, Ann PhD MBA", ["PhD MBA"], "Ng, Ann"),
    ("Jane Smith (she/her)", ["(she/her)"], "Jane Smith"),
    ("Jane Smith$^1$ and Ann Ng", ["$^1$"], "Jane Smith and Ann Ng"),
    ("Jane Smith{\\dagger}", ["{\\dagger}"], "Jane Smith"),
    ("Jane Smith, Ed MA", ["MA"], "Jane Smith, Ed"),
    ("Ng, Ann, Xq MA", ["MA"], "Ng, Ann, Xq"),
]
CLEAN = [
    "Ada *** Bob",
    "Ng, Org",
    "Smith, Ed",
    "Li, Comp",
    "Smith, Jane, Editor",
    "Smith, Jane, Comp",
    "Dr, Sorin",
    "Smith, MA",
    "Smith, J. MA",
    "Smith, Jane, John, PhD",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "title-in-name", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("title-in-name", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("title-in-name", entry(names))


def test_a_role_is_deleted_where_the_field_says_the_same(check) -> None:
    assert report(check, "title-in-name", "Martone, M. (ed.)", "editor") == (["(ed.)"], "Martone, M.")
    assert report(check, "title-in-name", "Smith, Jane, eds.", "editor") == (["eds."], "Smith, Jane")
    assert report(check, "title-in-name", "Martone, M. (ed.)") == (["(ed.)"], None)
    assert report(check, "title-in-name", "Smith, Jane, eds.") == (["eds."], None)


def test_a_whole_reference_in_the_list_is_the_business_of_malformed_name(check) -> None:
    text = (
        "@book{k, author = {ROE, Ann B. A classification of trees based on shared retentions. In Bo C. Poe and "
        "Cy D. Doe (eds.), Handbook of Trees, vol}}"
    )
    assert not check("title-in-name", text)
    assert check("malformed-name", text)


def test_how_often_a_role_stands_in_a_list(check) -> None:
    (finding,) = check("title-in-name", "@book{k, author = {Alwi, Hasan (Editor) and Sugono, Dendy (Editor)}}")
    assert finding.message.startswith("`(Editor)` is a role, not part of a name: move the name")
    assert finding.message.endswith(" (2 in this list)") and not finding.edits
