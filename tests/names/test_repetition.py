"""People who are in a list twice."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.repetition import find_repetitions
from bibcheck.names.parse import read_names


@pytest.mark.parametrize(
    ("text", "dialect", "pairs"),
    [
        ("Ann Ng and Ann Ng", "bibtex", [(0, 1)]),
        ("Ann Ng and Bo Li and Ng, Ann", "bibtex", [(0, 2)]),
        ("Ann Ng and Ann Ng and Ann Ng", "bibtex", [(0, 1), (0, 2)]),
        ("Bo Li and Ann Ng and Ann Ng", "bibtex", [(1, 2)]),
        ("Wang, Xiaohong and Wang, Xiaohong", "bibtex", [(0, 1)]),
        ("Wang, Xiaohua and Wang, Xiaohua", "bibtex", []),  # two people may be called so
        ("Ng, Xiaohua and Ng, Xiaohua", "bibtex", [(0, 1)]),
        ("A. Ng and A. Ng", "bibtex", []),
        ("A. Bo Ng and A. Bo Ng", "bibtex", [(0, 1)]),
        ("Ng, Jr., Ann and Ng, Jr., Ann", "bibtex", []),
        ("Trees and Trees", "bibtex", []),
        ("Ann Ng and Bo Ng", "bibtex", []),
        ("Ann van Ng and Ann Ng", "bibtex", []),
        ("Ann Smith-Jones and Smith Jones, Ann", "biblatex", [(0, 1)]),
        ("\ufffd\ufffd, Ann and \ufffd, Ann", "bibtex", []),  # without letters
    ],
)
def test_who_is_there_twice(text: str, dialect: str, pairs: list[tuple[int, int]]) -> None:
    names = read_names(text, dialect)
    assert [fault.names for fault in find_repetitions(names, list(names))] == pairs
