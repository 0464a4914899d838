"""lowercase-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("knuth, donald", ["knuth, donald"], "Knuth, Donald"),
    ("donald knuth", ["donald knuth"], "Donald Knuth"),
    ("Donald knuth", ["knuth"], "Donald Knuth"),
    ("Yao, yao and Ng, Ann", ["yao"], "Yao, Yao and Ng, Ann"),
    ("donald knuth and ann ng", ["donald knuth"], "Donald Knuth and Ann Ng"),
    ("Ng, ann", ["ann"], "Ng, Ann"),
    ("ng, Ann", ["ng"], "Ng, Ann"),
    ("a knuth and Bo Ng", ["knuth"], "a Knuth and Bo Ng"),
]
CLEAN = [
    "bell hooks and boyd, danah and k.d. lang and e. e. cummings",
    "Ludwig van Beethoven and van der Berg, Jan and d'Alembert, Jean and al-Khwarizmi, Muhammad",
    "{pandas development team} and {knuth, donald} and nostalgebraist",
    "Souza, de and Lee, Kai-fu and Crispim Rom\\~ao, Miguel and Go~ni, Rodrigo",
    "Catherine {d'Ignazio} and Jean {de la Fontaine}",
    "The editors and SCs coordinator and Ann Ng and others",
    "{\\'e}variste Galois",
    "李, 明",
    "Ecclesia, catholica",
    "data supplied by M. Donohue, also citing Darrell T. Tryon",
    "Pedebos, Conrado and J\\\nha, Shantenu",
    "Jastrz\\c ebska, Jolanta and Nikkilä, Osmo",
    "Alicea, Neftalí, compiler",
    "Disbray, Samantha and Warumungu speakers",
    "scikit learn",
    "hooks, bell and Bo Ng",
    "Souza, de silva and Ng, Bo",
    "Roe, an and Ng, Bo",
    "editor, ann and Bo Ng",
    "bell hooks",
    "bell hooks and Bo Ng",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "lowercase-name", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("lowercase-name", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("lowercase-name", entry(names))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("donald knuth and ann ng", "`donald knuth` and 1 more begin with a lower-case letter"),
        ("donald knuth and Ann Ng", "`donald knuth` begins with a lower-case letter"),
    ],
)
def test_the_message_counts_the_names(check, names, said) -> None:
    [finding] = check("lowercase-name", entry(names))
    assert finding.message.startswith(said)
