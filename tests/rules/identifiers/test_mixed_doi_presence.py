"""mixed-doi-presence: what it reports, and what it leaves alone."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(("having", "lacking", "count"), [(6, 2, 2), (6, 1, 0), (5, 3, 0), (74, 26, 0), (75, 25, 25)])
def test_three_in_four_of_eight_are_a_habit(check: Check, having: int, lacking: int, count: int) -> None:
    text = "".join(f"@article{{h{n}, doi = {{10.1000/{n}}}}}\n" for n in range(having))
    text += "".join(f"@article{{l{n}, title = {{T}}}}\n" for n in range(lacking)) + "@book{b, title = {B}}\n"
    findings = check("mixed-doi-presence", text)
    assert len(findings) == count
    assert {finding.message for finding in findings} <= {
        f"no DOI, which {having} of {having + lacking} articles and papers have"
    }
