"""Hyphens that stand for dashes."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("Tangle - A Tool", [" - "], "Tangle---A Tool"),
    ("Tangle \xad- A Tool", [" \xad- "], "Tangle---A Tool"),
    ("Tangle™ - “A Tool”", [" - "], "Tangle™---“A Tool”"),
    (r"Tangle{\texttrademark} - ``A Tool''", [" - "], r"Tangle{\texttrademark}---``A Tool''"),
    ("What is it? - $x$ and $y$", [" - "], "What is it?---$x$ and $y$"),
]
CLEAN = [
    "Tangle---A Tool - ",
    "The $x - y$ Problem",
    "Trees, 1990 - 2000",
    "- A Tool",
]


@pytest.mark.parametrize(("title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check("spaced-hyphen", text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check("spaced-hyphen", text)


@pytest.mark.parametrize("title", CLEAN)
def test_clean(check: Check, title: str) -> None:
    assert not check("spaced-hyphen", f"@article{{k, title = {{{title}}}}}\n")
