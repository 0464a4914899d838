"""Characters in LaTeX: what is written is what LaTeX knows."""

from __future__ import annotations

import re

import pytest

from bibcheck.knowledge.latex_commands import latex_commands
from bibcheck.text.latex_writing import write_latex


def test_every_command_that_is_written_is_known() -> None:
    characters = [chr(number) for number in (*range(0xA0, 0x3000), *range(0xFB00, 0xFB50))]
    written = {character: write_latex(character) or "" for character in characters}
    known = latex_commands("bibtex")
    assert {c: text for c, text in written.items() if not known.issuperset(re.findall(r"\\([A-Za-z]+)", text))} == {}


@pytest.mark.parametrize(
    ("character", "written"),
    [
        ("é", r"{\'e}"),
        ("ß", r"{\ss}"),
        ("α", r"{\ensuremath{\alpha}}"),
        ("Б", None),
        ("ѝ", None),
        ("中", None),
        ("⅓", None),
    ],
)
def test_what_latex_lacks_is_not_written(character: str, written: str | None) -> None:
    assert write_latex(character) == written
