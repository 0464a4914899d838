"""unknown-field: what it reports, and what it lets be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("unknown-field", "@book{k, shelf = {7}, title = {T}}", ["shelf"], []),
]
CLEAN = [
    ("unknown-field", "@book{k, author+an = {1=x}, bdsk-url-9 = {U}, abbr = {A}, articleno = 1, optnote = {N}}"),
    ("unknown-field", "@book{k, auhtor = {A}}"),
]
WITH_OPTIONS = [
    ("unknown-field", "@book{k, shelf-mark = {7}}", {"known": ("shelf*",)}, []),
]


@pytest.mark.parametrize(("rule", "text", "spans", "edits"), REPORTED)
def test_a_field_is_reported(check: Check, rule: str, text: str, spans: list[str], edits: list[str]) -> None:
    findings = check(rule, text + "\n")
    assert [text[slice(*finding.span)] for finding in findings] == spans
    assert [edit.text for finding in findings for edit in finding.edits] == edits


@pytest.mark.parametrize(("rule", "text"), CLEAN)
def test_a_field_is_clean(check: Check, rule: str, text: str) -> None:
    assert check(rule, text + "\n") == []


@pytest.mark.parametrize(("rule", "text", "options", "spans"), WITH_OPTIONS)
def test_options_change_what_is_reported(
    check: Check, rule: str, text: str, options: dict[str, Any], spans: list[str]
) -> None:
    assert [text[slice(*finding.span)] for finding in check(rule, text + "\n", **options)] == spans


def test_many_uses_of_an_unknown_field_are_one_finding(check: Check) -> None:
    text = "".join(f"@misc{{k{number}, shelf = {{7}}}}\n" for number in range(20))
    [finding] = check("unknown-field", text)
    assert finding.message == "no style and no program knows the field `shelf` (it stands 20 times)"


@pytest.mark.parametrize(("uses", "findings"), [(10, 10), (11, 1)])
def test_how_many_uses_are_many(check: Check, uses: int, findings: int) -> None:
    text = "".join(f"@misc{{k{number}, shelf = {{7}}}}\n" for number in range(uses))
    assert len(check("unknown-field", text)) == findings
