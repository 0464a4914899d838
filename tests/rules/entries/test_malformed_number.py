"""malformed-number: words before numbers that the styles write themselves."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("field", "value", "number"),
    [
        ("volume", "Vol. 12", "12"), ("volume", "vol~12", "12"), ("volume", "Volume XII", "XII"),
        ("number", "No. 3", "3"), ("number", "no.3", "3"), ("number", "#3", "3"), ("number", "Issue 3-4", "3-4"),
        ("chapter", "Chapter 2", "2"), ("chapter", "ch. 2", "2"),
    ],
)  # fmt: skip
def test_a_number_has_a_word_before_it(check: Check, field: str, value: str, number: str) -> None:
    text = f"@article{{k, {field} = {{{value}}}}}\n"
    [finding] = check("malformed-number", text)
    assert text[slice(*finding.span)] + number == value
    assert [edit.text for edit in finding.edits] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "@article{k, volume = {14A}, number = {03}, volume = {abs/1706.03762}, number = {Suppl. 1}}",
        "@article{k, number = {Nov}, number = {Special Issue}, volume = {Volumes of Light}, number = {Part 2}}",
        "@inbook{k, chapter = {Chapter 2: Trees}, chapter = {Charts}}",
        "@techreport{k, number = {No. 3}}",
        "@article{k, volume = {Volume 91, Issue 16}, volume = {Vol. 02, No. 07,}, volume = {Vol 4, No. 4}}",
        "@string{w = {Vol. }}\n@article{k, volume = {Vol. } # unknown}",
        "@article{k, number = {12--13}, volume = {B}, volume = {IV}, number = {}}",
    ],
)
def test_other_numbers_are_clean(check: Check, text: str) -> None:
    assert check("malformed-number", text + "\n") == []


def test_a_value_is_mended_whole_or_not_at_all(check: Check) -> None:
    [finding] = check("malformed-number", "@article{k, volume = {Vol 8, Issue 3, No. 1}}\n")
    assert not finding.edits
