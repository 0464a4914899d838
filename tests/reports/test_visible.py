"""What steers a terminal or a log is shown as an escape."""

from __future__ import annotations

import pytest

from bibcheck.reports.visible import visible, visible_line, visible_start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain $x_1$ \\'e", "plain $x_1$ \\'e"),
        ("é 漢 e\u0301 \U0001f600", "é 漢 e\u0301 \U0001f600"),
        ("\x1b[31m\x07\x00\x7f", "\\x1b[31m\\x07\\x00\\x7f"),
        ("\x9b31m\x85", "\\x9b31m\\x85"),
        ("a\tb\r\nc", "a\\tb\\r\\nc"),
        ("\u202eabc\u202c \u2066x\u2069 \u200f\u061c", "\\u202eabc\\u202c \\u2066x\\u2069 \\u200f\\u061c"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("caf\udce9", "caf\\xe9"),
        ("\ud800\udfff", "\\ud800\\udfff"),
        ("## ##[error]x ##vso[x] #[x]", "## #\\x23[error]x #\\x23vso[x] #[x]"),
    ],
)
def test_text_is_made_visible(text: str, expected: str) -> None:
    assert visible(text) == expected
    visible(text).encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a::b", "a::b"), ("::error::x", "\\x3a:error::x"), ("  ::x\x1b", "  \\x3a:x\\x1b"), (": :", ": :"), ("", "")],
)
def test_no_line_begins_a_workflow_command(text: str, shown: str) -> None:
    assert visible_line(text) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [("a.bib", "a.bib"), ("a::b.bib", "a::b.bib"), ("::error::x.bib", "./::error::x.bib"), (" ::x", "./ ::x")],
)
def test_no_path_begins_a_workflow_command(path: str, shown: str) -> None:
    assert visible_start(path) == shown
