"""private-field: what it reports, and what it lets be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("private-field", "@book{k, Owner = {me}, abstract = {A}}", ["Owner", "abstract"], ["", ""]),
    ("private-field", "@book{k, bdsk-url-1 = {U}, mendeley-tags = {t}}", ["bdsk-url-1", "mendeley-tags"], ["", ""]),
]
CLEAN = [
    ("private-field", "@book{k, title = {T}, note = {N}, annote = {A}, collaboration = {C}}"),
    ("private-field", "@book{k, title = {T}, abnt-note = {N}}"),
]
WITH_OPTIONS = [
    ("private-field", "@book{k, owner = {O}, rating = 5}", {"keep": ("owner",), "fields": ("ra*",)}, ["rating"]),
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


def test_whose_a_field_is(check: Check) -> None:
    text = "@misc{k, bdsk-url-1 = {x}, abstract = {y}, title = {T}}\n"
    found = {finding.message for finding in check("private-field", text)}
    assert "`abstract` is for readers of the file only" in found
    assert any(message.startswith("`bdsk-url-1` is ") and "own business" in message for message in found)


def test_content_that_a_program_writes_is_for_readers(check: Check) -> None:
    (finding,) = check("private-field", "@misc{k, abstract = {y}}\n")
    assert finding.message == "`abstract` is for readers of the file only"


def test_a_field_of_the_options_is_for_readers_of_the_file(check: Check) -> None:
    (finding,) = check("private-field", "@misc{k, shelf = {7b}}\n", fields=("shelf",))
    assert finding.message == "`shelf` is for readers of the file only"
