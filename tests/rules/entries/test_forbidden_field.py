"""forbidden-field: what it reports, and what it lets be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.conftest import Check

CLEAN = [
    ("forbidden-field", "@book{k, title = {T}, note = {N}}"),
]
WITH_OPTIONS = [
    ("forbidden-field", "@book{k, month = may}\n@misc{l, month = may}", {"fields": ("book: month",)}, ["month"]),
    ("forbidden-field", "@book{k, abstract = {A}, x-a = {B}}", {"fields": ("x-*", "Abstract")}, ["abstract", "x-a"]),
]


@pytest.mark.parametrize(("rule", "text"), CLEAN)
def test_a_field_is_clean(check: Check, rule: str, text: str) -> None:
    assert check(rule, text + "\n") == []


@pytest.mark.parametrize(("rule", "text", "options", "spans"), WITH_OPTIONS)
def test_options_change_what_is_reported(
    check: Check, rule: str, text: str, options: dict[str, Any], spans: list[str]
) -> None:
    assert [text[slice(*finding.span)] for finding in check(rule, text + "\n", **options)] == spans
