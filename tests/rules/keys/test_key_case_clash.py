"""key-case-clash: what it reports, and what it lets be."""

from __future__ import annotations

from tests.rules.conftest import Check


def test_key_case_clash(check: Check) -> None:
    text = "@misc{K, title = {T}}\n@misc{k, title = {U}}\n@misc{K, title = {V}}\n@misc{Ä, title = {W}}\n@misc{ä, title = {X}}\n"
    findings = check("key-case-clash", text)
    assert [(finding.key, finding.related[0].span.start) for finding in findings] == [("k", 6)]


def test_biber_takes_them_for_two(check: Check) -> None:
    assert not check("key-case-clash", "@misc{K, title = {T}}\n@misc{k, title = {U}}\n", dialect="biblatex")
