"""syntax-error: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

MESSAGES = [
    ("@a{k, t = {x}", "the entry is not closed: expected `}`, found the end of the file on line 1, column 14"),
    (
        "@a{k,\n t = {x",
        "the value of `t`, which begins on line 2, is never closed, found the end of the file on line 2",
    ),
    (
        "@a{k,\n t = {x,\n u = {y}\n}\n@b{l}\n",
        "the value of `t` is not closed and takes in the fields below it, found `@b`",
    ),
    ("@a{k, t = {x}; u = 1}", "expected `,` or `}` after the value of `t`, found `;` on line 1, column 14"),
    ('@a{k, t = "x "y" z"}', "the value of `t` ends at the second quotation mark: expected `,` or `}`, found `y` on"),
    (
        '@a{k, t = "x } y"}',
        "the value of `t` has more closing braces than opening ones, or lacks its closing quotation",
    ),
    ("@a{k, t {x}}", "expected `=` after the field name `t`, found `{` on line 1, column 9"),
    ("@a{k, t = , u = 1}", "expected the value of `t`, found `,` on line 1, column 11"),
    ("@a{k, t = {x} # , u = 1}", "expected another part of the value of `t` after `#`, found `,`"),
    ("@a{k, t = x y}, u = 1}", "the value of `t` is closed but not opened, found `y` on line 1, column 13"),
    ("@a{k,, t = 1}", "expected the name of a field or `}` after the comma, found `,` on line 1, column 6"),
    ("@a{k,\x0c t = 1}", "found the character U+000C on line 1, column 6"),
    ("@a(k, t = {x}}", "the entry is not closed by the `)` that belongs to how it is opened, found `}`"),
    ("@a,\n t = {x}", "expected `{` after `@a`, found `,` on line 1, column 3"),
    ("@string{t {x}}", "expected `=` after the name of the macro, found `{` on line 1, column 11"),
    ("@string{t = {x}, u = {y}}", "expected `}` after the value, found `,` on line 1, column 16"),
    ("@string{}", "expected the name of a macro, found `}`"),
]


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_a_syntax_error_says_what_was_expected_and_found(check: Check, text: str, message: str) -> None:
    (finding,) = check("syntax-error", text + "\n", dialect="bibtex")
    assert message in finding.message
    assert finding.span.start == 0
    assert len(finding.related) == 1
