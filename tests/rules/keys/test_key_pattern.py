"""key-pattern: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

PATTERNS = [
    ("{author}{year}", "@misc{doe2020, author = {Jane Doe}, year = 2020}", True),
    ("{author}{year}", "@misc{Doe2020, author = {Jane Doe}, year = 2020}", True),
    ("{author}{year}", "@misc{x, author = {Jane Doe}, year = 2020}", False),
    ("{author}{year}", "@misc{x, author = {Jane Doe}}", True),
    ("{author}:{shortyear}", '@misc{mueller:99, author = {M{\\"u}ller, J.}, year = 1999}', False),
    ("{author}:{shortyear}", '@misc{muller:99, author = {M{\\"u}ller, J.}, year = 1999}', True),
    ("{title}", "@misc{shape, title = {On the Shape of Trees}}", True),
    (r"[a-z]+\d{4}[a-z]?", "@misc{doe2020b, title = {T}}", True),
    (r"[a-z]+\d{4}[a-z]?", "@misc{doe:2020, title = {T}}", False),
    ("{author}{year}", "@misc{doe2020x, author = {Jane Doe}, year = 2020}", False),
    ("{author}{year}", "@misc{doe2020, editor = {Jane Doe}, date = {2020-05}}", True),
    ("{author}{year}", "@misc{x, author = {Jane Doe}, year = {in press}}", True),
    ("{author}{year}", "@misc{berg2020, author = {Jan {van den} Berg and Ann Ng}, year = 2020}", True),
    ("{author}", "@misc{x, author = {}}", True),
    ("{author}", "@misc{garciamarquez, author = {Garcia Marquez, Gabriel}}", True),
    ("{author}.{year}", "@misc{doe:2020, author = {Jane Doe}, year = 2020}", True),
    ("{shortyear}", "@misc{20, year = 2020}", True),
    ("{shortyear}", "@misc{2020, year = 2020}", False),
    ("{title}", "@misc{on, title = {On the Shape of Trees}}", False),
    ("{title}", "@misc{x, title = {On the}}", True),
    ("(", "@misc{doe:2020, title = {T}}", False),
    ("", "@misc{doe:2020, title = {T}}", True),
]


@pytest.mark.parametrize(("pattern", "entry", "follows"), PATTERNS)
def test_key_pattern(check: Check, pattern: str, entry: str, follows: bool) -> None:
    assert (not check("key-pattern", entry + "\n", pattern=pattern)) == follows


def test_a_pattern_that_is_no_regular_expression_is_reported_once(check: Check) -> None:
    [finding] = check("key-pattern", "@misc{a, year = 1}\n@misc{b, year = 1}\n", pattern="(")
    assert finding.message.startswith("the pattern `(` is no regular expression: ")
    assert finding.span.start == finding.span.end == 0


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "{author}(x*)*"])
def test_a_pattern_that_may_never_end_is_reported_once_and_not_tried(check: Check, pattern: str) -> None:
    key = "a" * 60 + "!"
    text = f"@misc{{{key}, author = {{Aa}}}}\n@misc{{b{key}, author = {{Aa}}}}\n"
    [finding] = check("key-pattern", text, pattern=pattern)
    assert "may never end" in finding.message
