"""Files that once broke a promise, and what the fuzzer throws for a few seconds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.mutants import mutant, originals
from tests.fuzz.promises import broken_promises

SEEDS = sorted((Path(__file__).parent / "seeds").glob("*.bib"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_file_that_once_broke_a_promise(path: Path) -> None:
    assert list(broken_promises(path.read_bytes())) == []


@pytest.mark.slow
def test_mutants() -> None:
    dice = random.Random(1)
    files = originals()
    for _ in range(40):
        data = mutant(dice, files)
        assert list(broken_promises(data)) == [], data
