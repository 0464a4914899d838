"""Titles in braces as a whole."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("{Literate Programming}", ["{Literate Programming}"], "Literate Programming"),
    ("{HAITIAN HAARPS}", ["{HAITIAN HAARPS}"], None),
]
CLEAN = [
    "{DNA} and {RNA}",
    "{BERT}",
    r"{\em Word} by word",
]


@pytest.mark.parametrize(("title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check("double-braced-title", text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check("double-braced-title", text)


@pytest.mark.parametrize("title", CLEAN)
def test_clean(check: Check, title: str) -> None:
    assert not check("double-braced-title", f"@article{{k, title = {{{title}}}}}\n")


@pytest.mark.parametrize(
    ("value", "is_fixed"),
    [('{Ada {\\"u}ber Bob}', True), ('{Ada} "que"', False), ('{Ada "que" Bob}', False)],
)
def test_a_value_in_quotes_whose_text_has_quotes_keeps_its_braces(check: Check, value: str, is_fixed: bool) -> None:
    findings = check("double-braced-title", f'@article{{k, title = "{value}"}}\n')
    assert [bool(finding.edits) for finding in findings] == ([is_fixed] if value.endswith("}") else [])
