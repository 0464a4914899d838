"""late-preamble: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

PREAMBLES = [
    ("@misc{k}\n@preamble{{x}}\n@misc{l}\n", ["@preamble{{x}}\n@misc{k}\n@misc{l}\n"]),
    (
        "@misc{k}\n@preamble{{x}}\n@preamble{{y}}\n",
        ["@preamble{{x}}\n@misc{k}\n@preamble{{y}}\n", "@preamble{{x}}\n@preamble{{y}}\n@misc{k}\n"],
    ),
    ("@string{a = {x}}\n@misc{k}\n@preamble{a}\n", []),
    ("@string{a = {x}}\n@misc{k}\n@preamble{{x} # a}\n", []),
    ("@misc{k}\n@preamble{{x} # {y}}\n", ["@preamble{{x} # {y}}\n@misc{k}\n"]),
]


@pytest.mark.parametrize(("text", "steps"), PREAMBLES)
def test_a_preamble_moves_to_the_head(check: Check, text: str, steps: list[str]) -> None:
    assert check("late-preamble", text)
    for step in steps:
        text = apply(text, check("late-preamble", text))
        assert text == step
    assert check("late-preamble", text) == [] or not steps
    assert not any(finding.edits for finding in check("late-preamble", text))


def test_a_preamble_without_a_value_is_not_moved(check: Check) -> None:
    [finding] = check("late-preamble", "@misc{k}\n@preamble{}\n")
    assert not finding.edits


def test_a_file_without_entries_is_clean(check: Check) -> None:
    assert not check("late-preamble", '@preamble{"x"}\n')
