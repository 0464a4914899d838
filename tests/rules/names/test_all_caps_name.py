"""all-caps-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("KNUTH, Donald", ["KNUTH"], "Knuth, Donald"),
    ("O'BRIEN-SMITH, Ann", ["O'BRIEN-SMITH"], "O'Brien-Smith, Ann"),
    ("MCDONALD, A.", ["MCDONALD"], "McDonald, A."),
    ("VEČERNÍK, Jiří", ["VEČERNÍK"], "Večerník, Jiří"),
    ("KNUTH, DONALD", ["KNUTH"], "Knuth, Donald"),
    ("DONALD E. KNUTH", ["KNUTH"], "Donald E. Knuth"),
    ('M{\\"U}LLER, J{\\"O}RG', ['M{\\"U}LLER'], 'M{\\"u}ller, J{\\"o}rg'),
    ("CLARA IKA SARI BUDHAYANTI", ["BUDHAYANTI"], "Clara Ika Sari Budhayanti"),
    ("JOHN RW SMITH and ROWE, ANNA", ["SMITH"], "John RW Smith and Rowe, Anna"),
    ("JOHN JA SMITH", ["SMITH"], None),
    ("VEČERNÍK, JIŘĺ", ["VEČERNÍK"], None),
    ("HADI, Syed and RAWSON, Rebecca", ["HADI"], "Hadi, Syed and Rawson, Rebecca"),
    ("BELL HOOKS", ["HOOKS"], "Bell Hooks"),
    ("JOHN ABE SMITH", ["SMITH"], "John Abe Smith"),
    ("JOHN BO SMITH", ["SMITH"], None),
    ("MCKA, A.", ["MCKA"], "Mcka, A."),
    ("MCKAY, A.", ["MCKAY"], "McKay, A."),
    ("SMITH, J", ["SMITH"], "Smith, J"),
    ("SMITH, Ed MacD", ["SMITH"], "Smith, Ed MacD"),
    ("SMITH, JOhn", ["SMITH"], "Smith, JOhn"),
    ("{\\O}DEG{\\AA}RD, Ann", ["{\\O}DEG{\\AA}RD"], "{\\O}deg{\\aa}rd, Ann"),
    ("{\\L}UKASIEWICZ, Jan", ["{\\L}UKASIEWICZ"], "{\\L}ukasiewicz, Jan"),
    ("KNUT, Ann", ["KNUT"], "Knut, Ann"),
]
CLEAN = [
    "YU, Wei and NG, Ann and LEE, Bo",
    "{KNUTH}, Donald and {ATLAS} and NASA and UNESCO",
    "ATLAS Collaboration",
    "SIGUCCS, ACM",
    "Ng, ANN",
    "MacDonald, A. and McKEE, B.",
    "COPE COUNCIL",
    "{COPE COUNCIL}",
    "SMITH, OZ",
    "VON NEUMANN, John",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "all-caps-name", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("all-caps-name", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("all-caps-name", entry(names))


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        ("KNUTH, Donald", ["`KNUTH` is all in capitals: write `Knuth`"]),
        ("KNUTH, Donald and SMITH, Ann", ["`KNUTH` and 1 more are all in capitals: write `Knuth`"]),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("all-caps-name", entry(names))] == messages
