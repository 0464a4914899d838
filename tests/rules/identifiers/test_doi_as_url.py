"""doi-as-url: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('doi = {https://doi.org/10.1000/182}', ['https://doi.org/'], 'doi = {10.1000/182}'),
    ('doi = {dx.doi.org/10.1000/182}', ['dx.doi.org/'], 'doi = {10.1000/182}'),
    ('doi = {doi:10.1000/182}', ['doi:'], 'doi = {10.1000/182}'),
    ('doi = {http://dx.doi.org/10.1000%2F182}', ['http://dx.doi.org/'], 'doi = {10.1000/182}'),
]  # fmt: skip

CLEAN = [
    'doi = {10.1000/182}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("doi-as-url", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("doi-as-url", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("doi-as-url", f"@misc{{k, {fields}}}\n", dialect="bibtex")
