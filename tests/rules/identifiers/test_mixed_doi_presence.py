"""mixed-doi-presence: what it reports, and what it leaves alone."""

from __future__ import annotations

from tests.rules.conftest import Check


def test_mixed_doi_presence(check: Check) -> None:
    having = "".join(f"@article{{k{n}, title = {{T}}, doi = {{10.1000/{n}}}}}\n" for n in range(7))
    lacking = "@article{x, title = {T}}\n"
    assert [finding.key for finding in check("mixed-doi-presence", having + lacking)] == ["x"]
    elsewhere = having.replace("doi = {", "url = {https://doi.org/")
    assert [finding.key for finding in check("mixed-doi-presence", elsewhere + lacking)] == ["x"]
    assert not check("mixed-doi-presence", lacking)
    assert not check("mixed-doi-presence", having + lacking * 5)
    assert not check("mixed-doi-presence", having + "@book{x, title = {T}}\n" + "@misc{y, title = {T}}\n")
