"""Names that stand where names should be."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import PLACEHOLDER
from tests.names.lists import faults_of, places

FOUND = [
    # (list, what is found in it)
    ("John Doe and Jane Doe", ["John Doe and Jane Doe"]),
    ("Doe, John and Roe, Jane and others", ["Doe, John and Roe, Jane"]),
    ("Max Mustermann", ["Max Mustermann"]),
    ("Foo Bar", ["Foo Bar"]),
    ("Lorem Ipsum", ["Lorem Ipsum"]),
    ("Ann Ng and TODO", ["TODO"]),
    ("Ann Ng and 43 authors", ["43 authors"]),
    ("Ann Ng and six other co-authors", ["six other co-authors"]),
    ("Ann Ng and [43 authors]", ["[43 authors]"]),
    ("Ann Ng and {43 more authors}", ["{43 more authors}"]),
    ("Firstname", ["Firstname"]),
    ("Name1", ["Name1"]),
    ("Your Name", ["Your Name"]),
    ("Name, Your and Ann Ng", ["Name, Your"]),
    ("Author1", ["Author1"]),
    ("Author Author", ["Author Author"]),
    ("Author One", ["Author One"]),
    ("Editor1", ["Editor1"]),
    ("Editor Editor", ["Editor Editor"]),
    ("Author 2", ["Author 2"]),
    ("A. N. Author", ["A. N. Author"]),
    ("Author(s) Name", ["Author(s) Name"]),
    ("Ann Ng and Author One and Author Two and Bo Li", ["Author One and Author Two"]),
    ("Author One and Ann Ng and Author Two", ["Author One", "Author Two"]),
]
CLEAN = [
    "John Doe",
    "John Doe and others",
    "Jane Doe and Ann Ng",
    "others",
    "TODO",
    "Name",
    "Surname and Ann Ng",
    "Author",
    "Editor",
    "Author Smith",
    "Author \u674e",
    "Jane One",
    "Ann Ng and 43 trees",
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_a_placeholder(text: str, found: list[str]) -> None:
    assert places(text, faults_of(text, PLACEHOLDER)) == found


@pytest.mark.parametrize("text", CLEAN)
def test_no_placeholder(text: str) -> None:
    assert not faults_of(text, PLACEHOLDER)


def test_all_names_of_a_list_are_those_of_the_fault() -> None:
    (fault,) = faults_of("John Doe and Jane Doe and others", PLACEHOLDER)
    assert fault.names == (0, 1, 2)
    (fault,) = faults_of("Ann Ng and Author One and Author Two", PLACEHOLDER)
    assert fault.names == (1, 2)
