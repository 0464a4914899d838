"""braced-name-list: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    (
        "{Hamano, Junio and Torvalds, Linus and others}",
        ["{Hamano, Junio and Torvalds, Linus and others}"],
        "Hamano, Junio and Torvalds, Linus and others",
    ),
    ("{J. Ng and B. Roe} and C. Li", ["{J. Ng and B. Roe}"], "J. Ng and B. Roe and C. Li"),
    ("{Jane Goodall and Dian Fossey}", ["{Jane Goodall and Dian Fossey}"], "Jane Goodall and Dian Fossey"),
    ("{Ng, Ann and Roe, Bo}", ["{Ng, Ann and Roe, Bo}"], "Ng, Ann and Roe, Bo"),
    ("{Ann Ng and Bo Roe}", ["{Ann Ng and Bo Roe}"], "Ann Ng and Bo Roe"),
    ("{Ng, Ann and others}", ["{Ng, Ann and others}"], "Ng, Ann and others"),
    ("{Ann Ng and Bo Roe and others}", ["{Ann Ng and Bo Roe and others}"], "Ann Ng and Bo Roe and others"),
    ("{Jane Smith and John Xq}", ["{Jane Smith and John Xq}"], "Jane Smith and John Xq"),
]
CLEAN = [
    "{Marks and Spencer}",
    "{Bureau of Labor and Statistics}",
    "{Johns Hopkins and Duke University}",
    "{Procter Gamble and Unilever}",
    "{Ann Ng} and {Bo Roe}",
    "{Jane Smith and Marks}",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "braced-name-list", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("braced-name-list", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("braced-name-list", entry(names))
