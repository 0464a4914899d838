"""What Zotero writes into a note, line by line."""

from __future__ import annotations

import pytest

from bibcheck.values.zotero_note import find_zotero_note


@pytest.mark.parametrize(
    ("note", "found", "fields", "is_all"),
    [
        ("Publisher: Elsevier", "Publisher: Elsevier", ("publisher",), True),
        ("Number: 8\n  Publisher: Elsevier", "Number: 8\n  Publisher: Elsevier", ("number", "publisher"), True),
        ("Number: 8\r\nPublisher: Elsevier\r\n", "Number: 8\r\nPublisher: Elsevier", ("number", "publisher"), True),
        ("Conference Name: Oaks 2020", "Conference Name: Oaks 2020", ("booktitle",), True),
        ("Section: Review", "Section: Review", (), True),
        (r"\_eprint: https://a.org/b.pdf", r"\_eprint: https://a.org/b.pdf", (), True),
        ("_eprint: https://a.org/b.pdf", "_eprint: https://a.org/b.pdf", (), True),
        ("In German.\nPublisher: Elsevier ", "Publisher: Elsevier", ("publisher",), False),
    ],
)
def test_lines_of_zotero(note: str, found: str, fields: tuple[str, ...], is_all: bool) -> None:
    lines = find_zotero_note(note)
    assert lines and (note[slice(*lines.span)], lines.fields, lines.is_all) == (found, fields, is_all)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "In German",
        "The Publisher: Elsevier",
        "Publisher:",
        "Section: 3",
        "Number of pages: 8",
        "Number: 8" + " " * 2000,
    ],
)
def test_notes_of_people(note: str) -> None:
    assert find_zotero_note(note) is None
