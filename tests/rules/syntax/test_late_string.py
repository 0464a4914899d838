"""late-string: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

LATE = [
    ("@misc{k, note = foo}\n@string{foo = {x}}\n", "@string{foo = {x}}\n@misc{k, note = foo}\n"),
    (
        "@misc{k}\n\n@misc{l, note = foo}\n@misc{m, note = foo}\n\n@string{foo = {x}}\n",
        "@misc{k}\n\n@string{foo = {x}}\n@misc{l, note = foo}\n@misc{m, note = foo}\n",
    ),
    (
        "% bibcheck: ignore x -- y\r\n@misc{k, note = foo}\r\n@string{foo = {x}}\r\n",
        "@string{foo = {x}}\r\n% bibcheck: ignore x -- y\r\n@misc{k, note = foo}\r\n",
    ),
    ("@string{b = a}\n@string{a = {x}}\n", "@string{a = {x}}\n@string{b = a}\n"),
    (
        "@string{z = {Z}}\n@misc{k, note = foo}\n@string{foo = z # jan}\n",
        "@string{z = {Z}}\n@string{foo = z # jan}\n@misc{k, note = foo}\n",
    ),
    # Its own macro would be undefined there.
    ("@misc{k, note = foo}\n@string{z = {Z}}\n@string{foo = z}\n", None),
]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("text", "fixed"), LATE)
def test_a_late_definition_moves_above_its_first_use(check: Check, text: str, fixed: str | None, dialect: str) -> None:
    findings = check("late-string", text, dialect=dialect)
    assert len(findings) == 1
    assert "below its first use" in findings[0].message
    assert apply(text, findings) == (fixed or text)


@pytest.mark.parametrize(
    "text",
    [
        "@string{a = {x}}\n@misc{k, note = a}\n",
        "@string{a = {x}}\n@misc{k, note = a}\n@string{a = {y}}\n",
        "@misc{k, note = a}\n",
    ],
)
def test_a_definition_in_time_is_clean(check: Check, text: str) -> None:
    assert check("late-string", text) == []


def test_of_two_definitions_the_first_counts(check: Check) -> None:
    text = "@string{a = {x}}\n@misc{k, note = a}\n@string{a = {y}}\n@misc{l, note = b}\n@string{b = {x}}\n@string{b = {y}}\n"
    [finding] = check("late-string", text)
    assert finding.span.start == text.index("b = {x}")
