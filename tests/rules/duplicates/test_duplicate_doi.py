"""duplicate-doi: the DOI counts wherever it stands."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

FIRST = "@article{a, title = {Literate Programming}, doi = {10.1093/comjnl/27.2.97}}\n"
SECOND = "@article{{b, title = {{Literate programming}}, {} = {{{}}}}}\n"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doi", "https://doi.org/10.1093/COMJNL/27.2.97"),
        ("url", "https://doi.org/10.1093/comjnl/27.2.97"),
        ("url", "https://academic.oup.com/comjnl/doi/10.1093/comjnl/27.2.97/full?x=1"),
        ("note", "doi:10.1093/comjnl/27.2.97"),
        ("howpublished", r"\url{https://doi.org/10.1093/comjnl/27.2.97}"),
    ],
)
def test_a_doi_in_another_field(check: Check, field: str, value: str) -> None:
    (finding,) = check("duplicate-doi", FIRST + SECOND.format(field, value))
    assert finding.message == "`b` has the DOI of `a`, 10.1093/comjnl/27.2.97: look both up"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doi", "10.1000/182"),
        ("url", "https://example.org/cited-by?10.1093/comjnl/27.2.97"),
        ("note", "a sequel to 10.1093/comjnl/27.2.97"),
        ("note", "doi:10.1093/comjnl/27.2.97 and doi:10.1093/comjnl/27.2.98"),
        ("eprint", "10.1093/comjnl/27.2.97}, eprinttype = {jstor"),
    ],
)
def test_a_doi_of_another_work(check: Check, field: str, value: str) -> None:
    assert not check("duplicate-doi", FIRST + SECOND.format(field, value))


def test_an_entry_is_no_duplicate_of_itself_nor_of_another_work(check: Check) -> None:
    assert not check("duplicate-doi", FIRST + FIRST)
    other = FIRST.replace("{a,", "{b,").replace("Literate Programming", "On the Shape of Trees")
    assert not check("duplicate-doi", FIRST + other)
    (found,) = check("duplicate-doi", FIRST + FIRST.replace("{a,", "{b,"))
    assert found.message == "`b` has the DOI of `a`, 10.1093/comjnl/27.2.97: look both up"
