"""malformed-isbn: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('isbn = {0-201-13447-1}', ['0-201-13447-1'], None),
    ('isbn = {201-13447-0}', ['201-13447-0'], 'isbn = {0201-13447-0}'),
    ('isbn = {0010-4620}', ['0010-4620'], 'issn = {0010-4620}'),
    ('isbn = {0-201-13447-0, 0010-4620}', ['0010-4620'], None),
    ('isbn = {14651858}', ['14651858'], 'issn = {1465-1858}'),
    ('isbn = {1362-4962 (Electronic) 0305-1048 (Linking)}', ['1362-4962'], None),
    ('isbn = {0929821080247}', ['0929821080247'], None),
    ('isbn = {978-1-60558-012-X}', ['978-1-60558-012-X'], None),
]  # fmt: skip

CLEAN = [
    'isbn = {0-201-13447-0}',
    'isbn = {978-3-540-77584-3}',
    'isbn = {}',
    'isbn = {978-3-540-77584-3 978-3-540-77587-4}',
    'isbn = {978-89-6139-069-9 and 978-89-6139-070-5}',
    'isbn = {3-642-15276-7, 978-3-642-15276-4}',
    'isbn = {012383872X, 9780123838728}',
    'isbn = {978-0-201-50397-5, 978-0-429-50355-9, 978-0-429-49417-8}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("malformed-isbn", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("malformed-isbn", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("malformed-isbn", f"@misc{{k, {fields}}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("isbn = {123}", ["`123` is no ISBN: 3 digits; look it up"]),
        ("isbn = {1234567, 7654321}", ["`1234567` is no ISBN: 7 digits; look it up, and 1 more here"]),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("malformed-isbn", "@article{k, " + fields + "}\n")] == messages
