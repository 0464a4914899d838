"""arxiv-mismatch: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('eprint = {1706.03762}, archivePrefix = {arXiv}, url = {https://arxiv.org/abs/1706.03726}', ['1706.03726'], None),
    ('eprint = {1706.03762}, archivePrefix = {arXiv}, year = {2015}', ['{2015}'], None),
    ('eprint = {2002.12816}, archivePrefix = {arXiv}, year = {2010}', ['{2010}'], None),
]  # fmt: skip

CLEAN = [
    'eprint = {1706.03762}, archivePrefix = {arXiv}, url = {https://arxiv.org/abs/1706.03762v2}',
    'eprint = {1706.03762}, archivePrefix = {arXiv}, journal = {J. Trees}, year = {2015}',
    'eprint = {2501.00544}, archivePrefix = {arXiv}, year = {2024}',
    'journal = {{ACM Computing Surveys} (in press), arXiv preprint arXiv:1706.03762}, year = {2015}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("arxiv-mismatch", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("arxiv-mismatch", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("arxiv-mismatch", f"@misc{{k, {fields}}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("booktitle = {ICML}, year = {2023}, doi = {10.48550/arXiv.1910.06378}", 1),
        ("booktitle = {UAI}, year = {2021}, doi = {10.48550/arXiv.2602.12259}", 1),
        ("booktitle = {ICML}, year = {2021}, doi = {10.48550/arXiv.1910.06378}", 0),
        ("booktitle = {ICML}, year = {2018}, doi = {10.48550/arXiv.1910.06378}", 1),
        ("booktitle = {ICML}, year = {2018}, doi = {10.48550/arXiv.1902.06378}", 0),
        ("journal = {J. Trees}, year = {2023}, doi = {10.48550/arXiv.1910.06378}", 0),
    ],
)
def test_published_papers(check: Check, fields: str, count: int) -> None:
    text = f"@inproceedings{{k, {fields}}}\n"
    assert len(check("arxiv-mismatch", text, published_within=2)) == count
    assert not check("arxiv-mismatch", text)
