"""escaped-url: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    (r'url = {https://example.org/a\_b}', [r'\_'], 'url = {https://example.org/a_b}'),
    (r'url = {https://example.org/a{\_}b{\&}c}', [r'{\_}'], 'url = {https://example.org/a_b&c}'),
    (r'doi = {10.1007/978-3-540-71039-4\_21}', [r'\_'], 'doi = {10.1007/978-3-540-71039-4_21}'),
    (r'url = {https://example.org/a\&b\%5Bc}', [r'\&'], 'url = {https://example.org/a&b%5Bc}'),
    (r'doi = {10.1007/978\_21.}', [r'\_'], None),
]  # fmt: skip

CLEAN = [
    r"doi = {0.1007/978-3\_24}",
    r'title = {a\_b}, url = {https://example.org/a_b%20c}',
    r'url = {http://a.org/?a=1\&amp;b=2\_c}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("escaped-url", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("escaped-url", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("escaped-url", f"@misc{{k, {fields}}}\n", dialect="bibtex")
