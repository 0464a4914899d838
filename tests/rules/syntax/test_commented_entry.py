"""commented-entry: what it reports, and what it lets be."""

from __future__ import annotations

from tests.rules.conftest import Check


def test_an_address_that_swallows_an_entry_names_it(check: Check) -> None:
    text = "don@example.org {x,\n@book{knuth86, title = {T}}\n@book{b}\n"
    (finding,) = check("commented-entry", text, dialect="bibtex")
    assert "swallows the one on line 2" in finding.message
    assert text[finding.related[0].span.start :].startswith("@book{knuth86")


def test_a_line_of_prose_with_several_is_one_finding(check: Check) -> None:
    text = "% Includes different types: @article, @inproceedings, @misc (arXiv), @book\n@misc{k, title = {T}}\n"
    assert len(check("commented-entry", text)) == 1
