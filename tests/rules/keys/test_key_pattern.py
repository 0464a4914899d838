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
    ("(", "@misc{doe:2020, title = {T}}", False),
    ("", "@misc{doe:2020, title = {T}}", True),
]


@pytest.mark.parametrize(("pattern", "entry", "follows"), PATTERNS)
def test_key_pattern(check: Check, pattern: str, entry: str, follows: bool) -> None:
    assert (not check("key-pattern", entry + "\n", pattern=pattern)) == follows
