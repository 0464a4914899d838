"""missing-key: an entry without a key, and one that begins with its first field."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("@misc{, title = {T}}", "@misc"),
        ("@misc{title = {T}, year = 1999}", "title"),
        ("@misc{title={T}}", "title"),
    ],
)
def test_reported(check: Check, text: str, span: str) -> None:
    [finding] = check("missing-key", text + "\n")
    assert text[slice(*finding.span)] == span
    assert finding.message.startswith("no cite key")
    assert not finding.edits


@pytest.mark.parametrize("text", ["@misc{title, title = {T}}", "@misc{1999, title = {T}}", "@string{a = {A}}"])
def test_clean(check: Check, text: str) -> None:
    assert not check("missing-key", text + "\n")
