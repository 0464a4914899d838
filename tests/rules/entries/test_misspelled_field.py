"""misspelled-field: what it reports, and what it lets be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("misspelled-field", "@book{k, auhtor = {A}}", ["auhtor"], ["author"]),
    ("misspelled-field", "@book{k, PUBISHER = {A}, page = {3}}", ["PUBISHER", "page"], ["publisher", "pages"]),
    (
        "misspelled-field",
        "@book{k, page = {In press}, volumn = {IV}, editr = {E}}",
        ["page", "volumn", "editr"],
        ["editor"],
    ),
    # Which of the two is the author, nobody can tell.
    ("misspelled-field", "@book{k, auhtor = {A}, athor = {B}, editr = {E}}", ["auhtor", "athor", "editr"], ["editor"]),
]
CLEAN = [
    ("misspelled-field", "@book{k, auhtor = {A}, author = {B}}"),
    ("misspelled-field", "@article{k, jounal = {A}, journaltitle = {B}, date = {2000}}"),
    ("misspelled-field", "@book{k, xauthor = {A}, author2 = {A}, optnote = {N}, notes = {N}, issn-l = {I}}"),
]
WITH_OPTIONS = [
    ("misspelled-field", "@book{k, auhtor = {A}}", {"known": ("auhtor",)}, []),
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
