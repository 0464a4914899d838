"""What a piece of a list of names may be: a person, a family name, given names, an organisation."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.pieces import (
    has_body_word,
    is_body,
    is_certain_run,
    is_common_given,
    is_extended,
    is_family,
    is_full_name,
    is_generation,
    is_given,
    is_name_word,
    is_named,
    is_person,
    is_reversed,
)

BODIES = [
    "The UniProt Consortium",
    "R Core Team",
    "J. Paul Getty Museum",
    "Bank of England",
    "Centers for Disease Control",
    "Society for Trees",
    "THE UNIPROT CONSORTIUM",
    "Acme Widgets Inc.",
    "Toyota K. K.",
    "Caminao Blog",
    "Press, Associated",
    "Friends for Trees",
]
PEOPLE = [
    "Consortium",  # one word is no list of given and family names
    "Anonymous Team",
    "Jane Roe",
    "J. Team",
    "J. K. Team",
    "School, J.",
    "School, J. K.",
    "Mary of Scotland",
    "For Jane Roe",
    "for Jane Roe",
    "R Team Roe",
    "Jane Roe for",
    "K. Toyota",
    "DNA Roe",
]


@pytest.mark.parametrize("name", BODIES)
def test_an_organisation(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize("name", PEOPLE)
def test_no_organisation(name: str) -> None:
    assert not is_body(name)


@pytest.mark.parametrize(
    ("words", "has"),
    [
        (["Jane", "Team"], True),
        (["JANE", "TEAM"], True),
        (["Jane", "Roe"], False),
        (["JANE", "ROES"], False),
        ([], False),
    ],
)
def test_words_that_no_person_bears(words: list[str], has: bool) -> None:
    assert has_body_word(words) is has


@pytest.mark.parametrize(
    ("word", "is_name"),
    [
        ("Roe", True),
        ("roe", False),
        ("d'Alembert", False),
        (r"\'Etienne", True),
        ("{Roe}", True),
        ("'Roe", True),
        ("李", True),
        ("123", False),
        ("", False),
    ],
)
def test_words_of_names(word: str, is_name: bool) -> None:
    assert is_name_word(word) is is_name


@pytest.mark.parametrize(
    ("piece", "is_full", "is_certain"),
    [
        ("Jane Roe", True, True),
        ("J. Roe", True, True),
        ("Jane van der Roe", True, True),
        ("Jane A. B. C. Roe", True, True),
        ("Jane A. B. C. D. Roe", False, False),  # six words
        ("Jane", False, False),
        ("Roe J.", False, False),
        ("van Roe", False, False),
        ("Jane roe", False, False),
        ("Xyzzy Roe", True, False),  # no common given name
        ("Jane Mary", True, False),  # two given names
        ("The Roe Consortium", False, False),
    ],
)
def test_a_full_name(piece: str, is_full: bool, is_certain: bool) -> None:
    assert (is_full_name(piece), is_named(piece)) == (is_full, is_certain)


@pytest.mark.parametrize(
    ("piece", "reversed_"),
    [
        ("Roe J.", True),
        ("Roe J. K.", True),
        ("Roe JK", True),
        ("van Roe J. K.", True),
        ("van der Roe J.", True),
        ("van der Roe J. K.", False),  # five words
        ("J. Roe", False),
        ("Roe J. Smith", False),
        ("J. K.", False),
        ("Roe", False),
        ("", False),
    ],
)
def test_a_family_name_before_initials(piece: str, reversed_: bool) -> None:
    assert is_reversed(piece) is reversed_


@pytest.mark.parametrize(
    ("piece", "family", "given"),
    [
        ("Roe", True, True),
        ("van der Roe", True, False),
        ("Roe Smith Jones", True, True),
        ("Roe Smith Jones Doe", False, False),
        ("van der", False, False),
        ("roe", False, False),
        ("J.", False, True),
        ("Roe J.", False, True),
        ("", False, False),
        ("Roe Consortium", False, True),
    ],
)
def test_family_and_given_names(piece: str, family: bool, given: bool) -> None:
    assert (is_family(piece), is_given(piece)) == (family, given)


@pytest.mark.parametrize(
    ("piece", "is_common"),
    [("Jane", True), ("J. K.", True), ("Jane Xyzzy", True), ("Xyzzy Jane", False), ("J. Xyzzy", False)],
)
def test_common_given_names(piece: str, is_common: bool) -> None:
    assert is_common_given(piece) is is_common


@pytest.mark.parametrize(
    ("word", "is_run"),
    [("SH", True), ("SHK", True), ("MA", False), ("AG", False), ("Smith", False), ("S.", False), ("S", False)],
)
def test_initials_and_no_short_name(word: str, is_run: bool) -> None:
    assert is_certain_run(word) is is_run


@pytest.mark.parametrize(
    ("piece", "is_one"),
    [
        ("Roe, Jane", True),
        ("van der Roe, J. K.", True),
        ("Jane Roe", True),
        ("Roe J. K.", True),
        ("roe, Jane", False),
        ("Roe, jane", False),
        ("Roe, Team Jane", False),
        ("Xqa Roe", False),
        ("Roe", False),
    ],
)
def test_one_person_beyond_doubt(piece: str, is_one: bool) -> None:
    assert is_person(piece) is is_one


@pytest.mark.parametrize(
    ("piece", "is_one"), [("Jr.", True), ("Jr", True), ("III", True), ("2nd", True), ("Jane", False), ("", False)]
)
def test_generations(piece: str, is_one: bool) -> None:
    assert is_generation(piece) is is_one


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("family=Knuth, given=Donald", True),
        ("given = Donald, family = Knuth", True),
        ("uniquelist=false", True),
        ("Knuth, Donald", False),
        ("E = mc", False),
        ("family Knuth", False),
    ],
)
def test_names_as_biblatex_extends_them(name: str, is_one: bool) -> None:
    assert is_extended(name) is is_one
