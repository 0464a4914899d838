"""tracking-url: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('url = {https://a.org/?utm_source=x}', ['utm_source=x'], 'url = {https://a.org/}'),
    ('url = {https://a.org/?id=5&utm_source=x&fbclid=y#z}', ['utm_source=x&fbclid=y'], 'url = {https://a.org/?id=5#z}'),
    ('url = {https://a.org/p;jsessionid=A1B2?id=5}', [';jsessionid=A1B2'], 'url = {https://a.org/p?id=5}'),
    ('url = {https://a.org/html?srsltid=AfmBOo}', ['srsltid=AfmBOo'], 'url = {https://a.org/html}'),
]  # fmt: skip

CLEAN = [
    'url = {https://a.org/?ref=5&id=utm_x}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("tracking-url", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("tracking-url", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("tracking-url", f"@misc{{k, {fields}}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("id=1&CFID=2&CFTOKEN=3", "`CFID`, `CFTOKEN` in an address only track its readers"),
        ("id=1&utm_source=x", "`utm_source` in an address only tracks its readers"),
    ],
)
def test_how_many_there_are(check: Check, query: str, message: str) -> None:
    (finding,) = check("tracking-url", f"@misc{{k, url = {{https://example.org/?{query}}}}}\n")
    assert finding.message == message
