"""The table of styles says what the real styles print, for styles that do not change from year to year."""

from __future__ import annotations

import pytest

from bibcheck.knowledge.styles import prints
from tests.oracle.real_styles import is_installed
from tools.build_styles import PROBED, TYPES, printed_by

pytestmark = pytest.mark.tex


@pytest.mark.parametrize("style", ["plain", "alpha", "siam", "IEEEtran", "plainnat", "splncs04", "apacite", "alphadin"])
def test_the_table_is_what_the_style_prints(style: str) -> None:
    if not is_installed(style):
        pytest.skip(f"there is no {style}.bst")
    row = {field: types.split(",") if types else TYPES for field, _, types in map(_split, printed_by(style).split())}
    for type in TYPES:
        for field in PROBED:
            assert prints(style, type, field) is (type in row.get(field, ())), (type, field)


def _split(word: str) -> tuple[str, str, str]:
    field, at, types = word.partition("@")
    return field, at, types
