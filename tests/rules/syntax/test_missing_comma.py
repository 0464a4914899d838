"""missing-comma: where it stands, and what the fix writes."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

REPORTED = [
    ("@misc{k, title = {T} year = 1999}", "@misc{k, title = {T}, year = 1999}", "year"),
    ("@misc{k title = {T}}", "@misc{k, title = {T}}", "title"),
    ("@misc{k,\n title = {T}\n doi = {1}\n}", "@misc{k,\n title = {T},\n doi = {1}\n}", "doi"),
]


@pytest.mark.parametrize(("text", "fixed", "name"), REPORTED)
def test_reported(check: Check, text: str, fixed: str, name: str) -> None:
    [finding] = check("missing-comma", text + "\n")
    assert f"no comma before `{name}`" in finding.message
    assert apply(text + "\n", [finding]) == fixed + "\n"


@pytest.mark.parametrize("text", ["@misc{k, title = {T}}", "@misc{k, title = {T},}", "@misc{k, title = {T} # {U}}"])
def test_clean(check: Check, text: str) -> None:
    assert not check("missing-comma", text + "\n")
