"""unused-string: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

UNUSED = [
    (["@string{a = {x}}\n@misc{k, note = {a}}\n"], ["a"], "@misc{k, note = {a}}\n"),
    (["@string{a = {x}}\n@string{b = a}\n"], ["b"], "@string{a = {x}}\n"),
    (["@string{a = {x}}\n@misc{k, note = A}\n"], [], None),
    (["@string{a = {x}}\n@preamble{a # {y}}\n"], [], None),
    (["@string{a = {x}}\n", "@misc{k, note = a}\n"], [], None),
]


@pytest.mark.parametrize(("files", "names", "fixed"), UNUSED)
def test_a_macro_that_nothing_uses(check: Check, files: list[str], names: list[str], fixed: str | None) -> None:
    findings = check("unused-string", *files)
    assert [files[0][finding.span.start : finding.span.end] for finding in findings] == names
    assert apply(files[0], findings) == (fixed or files[0])
