"""fake-doi: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('doi = {10.5555/2643634.2643642}', ['10.5555/2643634.2643642'], 'url = {https://dl.acm.org/doi/10.5555/2643634.2643642}'),
    ('url = {https://example.org}, doi = {10.5555/2643634}', ['10.5555/2643634'], 'url = {https://example.org}'),
]  # fmt: skip

CLEAN = [
    'doi = {10.1145/2643634.2643642}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("fake-doi", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("fake-doi", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("fake-doi", f"@misc{{k, {fields}}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("fields", "remark"),
    [
        ("booktitle = {Proc. 26th SOSP}, year = 2017", ": the papers of SOSP have DOIs"),
        ("booktitle = {Proc. OSDI}, year = 2014", ": the papers of OSDI have no DOIs"),
        ("booktitle = {International Conference on Machine Learning}, year = 2006", ": the papers of ICML have DOIs"),
        ("booktitle = {International Conference on Machine Learning}", ""),
        ("booktitle = {A Conference Nobody Knows}, year = 2017", ""),
        ("title = {T}", ""),
    ],
)
def test_whether_there_is_a_real_doi_instead_of_a_placeholder(check: Check, fields: str, remark: str) -> None:
    (finding,) = check("fake-doi", f"@inproceedings{{k, {fields}, doi = {{10.5555/2643634}}}}\n")
    assert (
        finding.message == f"`10.5555/2643634` is ACM's placeholder for a work without DOI, and never resolves{remark}"
    )


@pytest.mark.parametrize(
    ("doi", "count"),
    [
        ("10.99999/ilq.04962", 1),
        ("10.123456/x", 1),
        ("10.88888/x", 1),
        ("10.48550/arXiv.1706.03762", 0),
        ("10.9999/x", 0),
        ("10.82051/x", 0),
    ],
)
def test_a_prefix_that_nobody_has(check: Check, doi: str, count: int) -> None:
    assert len(check("fake-doi", f"@misc{{k, doi = {{{doi}}}}}\n")) == count
