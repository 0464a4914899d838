"""What regular expressions of the settings can cost."""

from __future__ import annotations

import re
import time

import pytest

from bibcheck.lazy_re.cost import EndlessError, longest_text


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$", "(a*)*b", "(a|a)*b", "(a|aa)+$", "(a?b?)*c", r"(\w+\s*)+:", "(?:.*;)*x", r"(?:\w+ ?)+$", "(?i:(a.|A[bc])+)b",
        "(?i)(ab|Ab)+b", "((a*b*)*c)*d", "(?:a{1,3}){2,}b", "([^,]+,?)*;", "(a+){30}b", r"(\d|\w?)*!", "(?:é+)+x",
        "(?:(?=(a+)+b)a)c|(a+)+d", "a?" * 30 + "a" * 30, "(?:foo|fo|bar)+;", "(?:a?ab|a?b)*c",
    ],
)  # fmt: skip
def test_what_may_never_end_is_refused(pattern: str) -> None:
    re.compile(pattern)
    with pytest.raises(EndlessError):
        longest_text(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "", "x", r"\bHotOS\b", r"(\d+)", r"^(?!.*DOI)", r"(?:\d+-)*\d+", r"(?:\w++\s*+)+:", "(?:a+)*+b",
        r"(?P<first>\w+), (?P<last>\w+)", r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", "(?:foo|fob|bar)+", r"\{(?:[^{}]|\{[^{}]*\})*\}",
        r"^10\.\d{4,9}/\S+$", r"(?i)proc(?:eedings|\.) of", r"(a)?(?(1)b|c)", r"(\w)\1", "(?<=a)b", "[^a-z]+x", "(?:ab|ac)*d",
        r"(?:\d{4}-){2}\d{4}", r"(?s)a.b", r"\b(?:Pro|Proc|Proceedings|Prog|Program|Programs|Programming|P|Pr|Proced)\b",
        r"\D+\d", "(?:)", "a{3}",
    ],
)  # fmt: skip
def test_what_ends_is_taken_for_texts_of_some_length(pattern: str) -> None:
    re.compile(pattern)
    assert longest_text(pattern) >= 10_000


@pytest.mark.parametrize(
    "pattern", [".*a.*b", r"\s*\s*;", r"\w*\d*!", "x*x*x*y", "[ab]*[bc]*d", "a+b?a+c", ".*.*.*=.*"]
)
def test_what_is_slow_ends_soon_in_what_is_not_too_long(pattern: str) -> None:
    length = longest_text(pattern)
    assert 90 <= length <= 10_000
    compiled = re.compile(pattern)
    start = time.process_time()
    for letter in "ax ":
        assert not compiled.search(letter * min(length, 300))
    assert time.process_time() - start < 5
