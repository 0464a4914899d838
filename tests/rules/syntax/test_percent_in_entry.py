"""percent-in-entry: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

PERCENTS = [
    ("@a{k,\n  % t = {x},\n  u = {y}\n}\n", "% t = {x},\n@a{k,\n  u = {y}\n}\n"),
    ("@a{k, t = {x}, % c\r\n u = {y}\r\n}\r\n", "% c\r\n@a{k, t = {x},\r\n u = {y}\r\n}\r\n"),
    ("@a{k,\n  % one\n  % two\n  u = {y}\n}\n", "% one\n% two\n@a{k,\n  u = {y}\n}\n"),
    ("@a{k,\n  % me@example.org\n  u = {y}\n}\n", "@a{k,\n  % me@example.org\n  u = {y}\n}\n"),
    ("@b{l} @a{k,\n  % c\n  u = {y}\n}\n", "@b{l} @a{k,\n  % c\n  u = {y}\n}\n"),
]


@pytest.mark.parametrize(("text", "fixed"), PERCENTS)
def test_a_comment_moves_above_its_entry(check: Check, text: str, fixed: str) -> None:
    findings = check("percent-in-entry", text, dialect="bibtex")
    assert len(findings) == 1
    assert apply(text, findings) == fixed
