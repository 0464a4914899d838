"""Text in a list of names that is no name."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.list_text import read_list_text
from bibcheck.names.faults.references import find_reference
from bibcheck.names.parse import read_names


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ng Ann wrote some Trees", True),
        ("Ng Ann wrote, some; Trees", True),
        ("Ng Ann (wrote some) Trees", True),
        ("Ng Ann Bo Li No. 13", True),
        ("Ng Ann Bo Trees 12--34", True),
        ("Bo Li and Ng Ann wrote some Trees", True),
        ("Ng Ann wrote Some Trees", False),  # one small word
        ("Ng wrote some Trees", False),  # four words
        ("Ng Ann von der Roe", False),  # particles
        ("Ng Ann von, der, Roe", False),
        ("Ng {Ann wrote some Trees}", False),
        ("Ng Ann Bo Li Trees", False),
        ("The Tree Consortium wrote some trees", False),  # an organisation
        ("Ann Ng in collaboration with Bo Li", False),
    ],
)
def test_text_that_is_no_name(text: str, is_one: bool) -> None:
    names = read_list_text(text, read_names(text), "bibtex")
    fault = find_reference(names, len(names.names) - 1)
    assert (fault is not None) is is_one
    assert not fault or text[fault.start : fault.end] == names.raw(len(names.names) - 1)
