"""The search for faults never raises, is linear, and mends what it finds."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from bibcheck.names.faults import find_name_faults
from bibcheck.names.parse import read_names

TRUTH = Path(__file__).resolve().parent.parent / "data" / "names.json"
LISTS = [row["value"] for row in json.loads(TRUTH.read_text(encoding="utf-8"))]
SIZE = 40_000


def faults(text: str, dialect: str = "bibtex"):
    return find_name_faults(text, read_names(text, dialect), dialect)


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_faults_lie_in_their_list_one_to_a_name(dialect: str) -> None:
    for text in LISTS:
        names = read_names(text, dialect)
        found = faults(text, dialect)
        numbers = [number for fault in found for number in fault.names]
        assert len(numbers) == len(set(numbers))
        assert set(numbers) <= set(range(len(names)))
        for fault in found:
            assert 0 <= fault.start <= fault.end <= len(text)
            assert all(0 <= start <= end <= len(text) for start, end, _ in fault.edits)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a",
            "A. ",
            "and",
            " and ",
            " and A. B",
            "a,",
            "; ",
            "A & B ",
            "~",
            "\\~",
            "(ed",
            "{A and B} ",
            "et al. ",
            "a@",
            "a@b.",
        ),
        *(
            "Graduate ",
            "Jane Smith, ",
            "Smith, J., ",
            "Smith J, ",
            "Jane Smith\n",
            "with ",
            "x und y ",
            "0001 ",
            "1234-",
            "$",
        ),
        *("Prof. ", "A; B and ", "Group A and ", "Firstname Lastname and ", "{", "}", "<", "Smithand "),
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        names = read_names(text)
        start = time.process_time()
        find_name_faults(text, names)
        return time.process_time() - start

    seconds(1000)
    assert seconds(SIZE) < max(1.0, 12 * seconds(SIZE // 4))
