"""--since against the difference of two full runs, over git histories that are made of the bibliographies that ship."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.benchmarks.since import History, compare

ROOT = Path(__file__).resolve().parents[2]
FILES = [ROOT / "tests" / "data" / "seed" / "references.bib", ROOT / "docs" / "references.bib"]


@pytest.mark.parametrize("seed", range(3))
def test_it_reports_what_is_new_and_what_stands_in_changed_entries(seed: int, tmp_path: Path) -> None:
    comparison = compare(History(FILES, random.Random(seed)), tmp_path)
    assert comparison.agreed > 0
    assert comparison.disagreements == []
