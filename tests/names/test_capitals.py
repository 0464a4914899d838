"""Names in capitals, and in lower case: which words they are, and how they are set."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bibcheck.names.faults.capitals import find_capitals, find_lowercase
from bibcheck.names.faults.fault import NameFault
from bibcheck.names.parse import read_names

IN_CAPITALS = [
    ("Jane DOES and Ann SMITH", "Jane Does and Ann Smith"),
    ("JANE DOES and MARY SMITH", "Jane Does and Mary Smith"),
    ("J. MCDONALD and A. SMITH", "J. McDonald and A. Smith"),
    ("J. O'NEILL-DOES and A. SMITH", "J. O'Neill-Does and A. Smith"),
    ("DOES, Jane and SMITH, Ann", "Does, Jane and Smith, Ann"),
    (r"Jane M{\"U}LLER and Ann SMITH", r"Jane M{\"u}ller and Ann Smith"),
    ("CLARA IKA SARI and Ann SMITH", "Clara Ika Sari and Ann Smith"),
    ("JANE D.E. SMITH and Ann SMITH", "Jane D.E. Smith and Ann Smith"),
    ("JANE O'N SMITH and Ann SMITH", "Jane O'N Smith and Ann Smith"),
    (r"Jane \"OZDEMIR and Ann SMITH", r"Jane \"Ozdemir and Ann Smith"),
    (r"Jane \OSTBY and Ann SMITH", r"Jane \OSTBY and Ann Smith"),
]
IN_SMALL_LETTERS = [
    ("jane roe and Ann Smith", "Jane Roe and Ann Smith"),
    ("Jane roe and Ann Smith", "Jane Roe and Ann Smith"),
    ("Roe, jane and Smith, Ann", "Roe, Jane and Smith, Ann"),
    ("Jane Smith roe and Ann Smith", "Jane Smith Roe and Ann Smith"),
    ("Roe smith, Jane and Ng, Ann", "Roe Smith, Jane and Ng, Ann"),
    ("Roe, jane Mary and Ng, Ann", "Roe, Jane Mary and Ng, Ann"),
    ("Roe, jane mary and Ng, Ann", "Roe, Jane Mary and Ng, Ann"),
]
CLEAN = [
    "Jane ROE and Ann NG",  # of three letters: they may be initials
    "ANN SMITH and Jane Roe",  # so may these given names
    "Jane Roe and Ann Smith",
    "J. ROE and AB and A. Smith",
    "Jane {ROE} and Ann {SMITH}",
    "Jane van der Roe and Ann Smith",
    "Jane al-Khwarizmi and Ann Smith",
    "Jane Rom\\~ao and Ann Smith",
    r"\c ebska, Jane and Ann Smith",
    "x Roe and Ann Smith",
    "Jane y and Ann Smith",
    "Jane x and Ann Smith",
    "Jane xyz d'Alembert and Ann Smith",
    "Jane O'NG and Ann Smith",  # three letters too
    "bell hooks and Ann Smith",  # people who write themselves so
    "hooks, bell jane and Smith, Ann",
    "Trees members, The and Smith, Ann",
    "Jane de Roe and Ann Smith",
]


def apply(text: str, faults: Iterable[NameFault]) -> str:
    for start, end, new in sorted((edit for fault in faults for edit in fault.edits), reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(("text", "mended"), IN_CAPITALS)
def test_names_in_capitals(text: str, mended: str) -> None:
    assert apply(text, find_capitals(list(read_names(text, "bibtex")))) == mended


@pytest.mark.parametrize(("text", "mended"), IN_SMALL_LETTERS)
def test_names_in_small_letters(text: str, mended: str) -> None:
    assert apply(text, find_lowercase(text, list(read_names(text, "bibtex")))) == mended


@pytest.mark.parametrize("text", CLEAN)
def test_names_as_they_are(text: str) -> None:
    people = list(read_names(text, "bibtex"))
    assert not [*find_capitals(people), *find_lowercase(text, people)]
