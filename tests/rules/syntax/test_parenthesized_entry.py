"""parenthesized-entry: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

PARENTHESES = [
    ("@book(k, title = {T})\n", "@book{k, title = {T}}\n"),
    ("@book(k,\n title = {T},\n)\n", "@book{k,\n title = {T},\n}\n"),
    ('@string(a = "x")\n', '@string{a = "x"}\n'),
    ('@preamble("x (y)")\n', '@preamble{"x (y)"}\n'),
    ("@book( k, title = {T} )\n", "@book{ k, title = {T} }\n"),
    ("@book(k, title = {a (b) c}, year = 1)\n", "@book{k, title = {a (b) c}, year = 1}\n"),
    ('@preamble ("x")\n', '@preamble {"x"}\n'),
    ("@book(k}, title = {T})\n", None),  # the key would end at the brace
]


@pytest.mark.parametrize(("text", "fixed"), PARENTHESES)
def test_braces_for_parentheses(check: Check, text: str, fixed: str | None) -> None:
    text += "@misc{last,}\n"
    findings = check("parenthesized-entry", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == ["("]
    assert apply(text, findings) == (fixed + "@misc{last,}\n" if fixed else text)


@pytest.mark.parametrize("text", ["@book{k, title = {T (x)}}\n", "@comment(x)\n", "@book(k, title = {T}\n"])
def test_what_has_no_parentheses_around_it(check: Check, text: str) -> None:
    assert not check("parenthesized-entry", text, dialect="bibtex")
