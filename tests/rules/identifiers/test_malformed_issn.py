"""malformed-issn: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('issn = {00104620}', ['00104620'], 'issn = {0010-4620}'),
    ('issn = {0010-4621}', ['0010-4621'], None),
    ('issn = {0-201-13447-0}', ['0-201-13447-0'], None),
    ('issn = {00390526, 14679884}', ['00390526'], 'issn = {0039-0526, 1467-9884}'),
    ('issn = {00390526, 1467-9885}', ['1467-9885'], None),
    ('issn = {, , }', ['{, , }'], None),
]  # fmt: skip

CLEAN = [
    'issn = {0010-4620, 1460-2067}',
    'issn = {2049-3630 (print)}',
    'issn = {n/a}',
    'issn = {}',
    'issn = foo',
    'issn = foo # {123}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("malformed-issn", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("malformed-issn", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("malformed-issn", f"@misc{{k, {fields}}}\n", dialect="bibtex")


def test_a_value_is_one_finding(check: Check) -> None:
    (finding,) = check("malformed-issn", "@article{k, issn = {01621459, 1537274X}}")
    assert finding.message == "ISSN `01621459` without its hyphen, and 1 more here"
    assert [edit.text for edit in finding.edits] == ["0162-1459", "1537-274X"]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("00280836", "ISSN `00280836` without its hyphen"),
        ("00280836, 14764687", "ISSN `00280836` without its hyphen, and 1 more here"),
        ("0028-0837", "`0028-0837` is no ISSN: check digit 7, 6 by the others; look it up"),
        ("0028-0837, 1476-4688", "`0028-0837` is no ISSN: check digit 7, 6 by the others; look it up, and 1 more here"),
        ("978-0-262-03384-8", "`978-0-262-03384-8` is an ISBN; move it to isbn"),
        ("none at all", "`none at all` is no ISSN; look it up, or remove the field"),
    ],
)
def test_the_message_counts_the_numbers(check: Check, value: str, message: str) -> None:
    findings = check("malformed-issn", f"@article{{k, issn = {{{value}}}}}\n")
    assert [finding.message for finding in findings] == [message]
