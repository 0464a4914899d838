"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from bibcheck.lazy_re import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = pattern(r"(a)|b", re.IGNORECASE), re.compile(r"(a)|b", re.IGNORECASE)
    text = "xAbx"
    assert [match.span() for match in lazy.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert lazy.findall(text) == compiled.findall(text)
    assert lazy.sub("-", text) == compiled.sub("-", text)
    assert lazy.pattern == compiled.pattern
    assert lazy.match(text) is None


def test_a_broken_pattern_is_an_error_at_its_first_use() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.match("x")


def test_there_is_no_other_attribute() -> None:
    with pytest.raises(AttributeError):
        pattern("x").groups  # noqa: B018
