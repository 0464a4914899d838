"""duplicate-string: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

DUPLICATES = [
    ("@string{a = {x}}\n@string{a = {y}}\n", "already defined on line 1, with another value: `x`", None),
    ('@string{a = {x}}\n@string{A = "x"}\n@misc{k}\n', "with the same value", "@string{a = {x}}\n@misc{k}\n"),
    ("@string{a = {x y}}\n@string{a = {x\n y}}\n", "with the same value", "@string{a = {x y}}\n"),
    ("@string{may = {5}}\n", "hides the month", None),
    ("@string{a = {b}}\n@string{a = {b}}=\n", "with the same value", None),
    ("@string{a = {b}}\n}@string{a = {b}}\n", "with the same value", None),
]

LONG = "@string{a = {Annals}}\n@string{b = {Bulletin}}\n"

SHORT = "@string{a = {Ann.}}\n@string{b = {Bull.}}\n"

USES_B = "@string{a = {Ann.}}\n@misc{k, note = b}\n"


@pytest.mark.parametrize(("text", "message", "fixed"), DUPLICATES)
def test_a_second_definition(check: Check, text: str, message: str, fixed: str | None) -> None:
    findings = check("duplicate-string", text)
    assert [message in finding.message for finding in findings] == [True]
    assert apply(text, findings) == (fixed or text)


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ([LONG, SHORT], []),  # one or the other is read
        ([LONG, SHORT, "@misc{k, note = a # b}\n"], []),
        ([LONG, USES_B], ["b.bib"]),  # the second takes `b` from the first
        ([LONG, "@string{a = {Annals}}\n@misc{k, note = b}\n"], []),  # the same value
        ([SHORT, "@string{a = {Annals}}\n@misc{k, note = a}\n"], []),
    ],
)
def test_another_value_in_another_file(check: Check, files: list[str], paths: list[str]) -> None:
    assert [finding.path for finding in check("duplicate-string", *files)] == paths


def test_of_a_definition_that_a_percent_was_to_hide_another_rule_speaks(check: Check) -> None:
    text = "% @string{p = {Reading, Massachusetts}}\n@string{p = {Reading, MA}}\n@misc{k, note = p}\n"
    assert not check("duplicate-string", text)
    assert check("commented-entry", text)
