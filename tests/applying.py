"""Applies what rules propose, as the tests of rules need it."""

from __future__ import annotations

from collections.abc import Iterable

from bibcheck.rule import Finding


def apply(text: str, findings: Iterable[Finding]) -> str:
    """A text with the edits of findings made, which must not overlap."""
    for edit in sorted((edit for finding in findings for edit in finding.edits), reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
