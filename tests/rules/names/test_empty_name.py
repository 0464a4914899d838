"""empty-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("A. Ng and and B. Roe", ["and and"], "A. Ng and B. Roe"),
    ("A. Ng and , and B. Roe", ["and , and"], "A. Ng and B. Roe"),
    ("and A. Ng and B. Roe", ["and"], "A. Ng and B. Roe"),
    ("A. Ng and B. Roe and", ["and"], "A. Ng and B. Roe"),
    ("A. Ng and\n  and\n  B. Roe", ["and\n  and"], "A. Ng\n  and\n  B. Roe"),
    (", and Kurt Cobain and A. Einstein", [", and "], "Kurt Cobain and A. Einstein"),
    ("Donald E. Knuth and Kurt Cobain and ,", ["and ,"], "Donald E. Knuth and Kurt Cobain"),
    ("Ng, Ann and and Roe, Bo", ["and and"], "Ng, Ann and Roe, Bo"),
    ("and Ng, Ann", ["and"], "Ng, Ann"),
    ("Ng, Ann and", ["and"], "Ng, Ann"),
    ("Ng, Ann and  and and Roe, Bo", ["and  and"], "Ng, Ann and Roe, Bo"),
    ("Ng, Ann and , and Roe, Bo", ["and , and"], "Ng, Ann and Roe, Bo"),
]
CLEAN = [
    "Ng, Ann and {} and Roe, Bo",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "empty-name", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("empty-name", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("empty-name", entry(names))
