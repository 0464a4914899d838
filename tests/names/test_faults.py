"""The search for faults never raises, is linear, and mends what it finds."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path

import pytest

from bibcheck.names.faults import find_name_faults
from bibcheck.names.faults.mending import mend
from bibcheck.names.faults.reading import read_list
from bibcheck.names.parse import read_names

TRUTH = Path(__file__).resolve().parent.parent / "data" / "names.json"
LISTS = [row["value"] for row in json.loads(TRUTH.read_text(encoding="utf-8"))]
SIZE = 2_000
GRAIN = 0.002  # seconds
RATIO = 4.4  # at most, of the times for four times the text


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


PIECES = [
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
        "(",
        "[",
        "<",
        "{",
        "}",
        "{A and B} ",
    ),
    *(
        "et al. ",
        "et ",
        "a@",
        "a@b.",
        "Graduate ",
        "Member ",
        "Jane Smith, ",
        "Smith, J., ",
        "Smith J, ",
        "Jane Smith\n",
    ),
    *("with ", "x und y ", "0001 ", "1234-", "1", "abc1,", "$", "$1$", "Prof. ", "A; B and ", "Group A and ", "Team, "),
    *("Firstname Lastname and ", "Smithand ", "*", "†", "\\thanks{", "\\dagger", " ", "J R ", "Smith JR and ", "\\ "),
    *(
        "SMITH, JOHN and ",
        "smith john ",
        "Ng, Ann (ed.) and ",
        "Ng, Ann, PhD and ",
        "Ng, Ann and ",
        "Jr., ",
        ",",
        "de la ",
    ),
]


@pytest.fixture
def no_collection():
    """The garbage collector looks at all that other tests have left, now and then."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("Ada ", " Bob"), ("Ng, Ada", " and Roe, Bob")])
@pytest.mark.usefixtures("no_collection")
def test_time_is_linear(piece: str, before: str, after: str) -> None:
    def seconds(size: int) -> float:
        text = before + piece * (size // len(piece)) + after
        read_list.cache_clear()
        start = time.process_time()
        for fault in read_list(text, "bibtex").faults:
            mend(text, fault, "bibtex")
        return time.process_time() - start

    # A clock on a busy machine is asked again; the least of its answers counts. What takes less than its grain is quick enough.
    once = longest = float("inf")
    for _ in range(40):
        once, longest = min(once, seconds(SIZE)), min(longest, seconds(4 * 4 * SIZE))
        if longest < RATIO**2 * max(once, GRAIN):
            return
    raise AssertionError(f"{longest / once:.1f} times as long for sixteen times the text")
