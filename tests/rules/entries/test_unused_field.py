"""unused-field: what it reports, and what it lets be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("unused-field", "@book{k, journal = {J}, institution = {I}}", ["journal", "institution"], []),
    ("unused-field", "@misc{k, volume = 3}", ["volume"], []),
]
CLEAN = [
    ("unused-field", "@book{k, doi = {D}, isbn = {I}, keywords = {K}, shelf = {S}, file = {F}, key = {K}}"),
    ("unused-field", "@proceedings{k, booktitle = {B}}\n@unheardof{l, journal = {J}}\n@xdata{m, journal = {J}}"),
    ("unused-field", "@article{k, eid = {1}, numpages = 3, articleno = 4}"),
]
WITH_OPTIONS = [
    ("unused-field", "@book{k, journal = {J}}", {"allow": ("journal",)}, []),
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


def test_in_biblatex_other_fields_are_unused(check: Check) -> None:
    text = (
        "@book{k, journaltitle = {J}, publisher = {P}, address = {A}, endyear = {1}, urldate = {D}, eventtitle = {E}}\n"
    )
    findings = check("unused-field", text, dialect="biblatex")
    assert [text[slice(*finding.span)] for finding in findings] == ["journaltitle", "eventtitle"]
