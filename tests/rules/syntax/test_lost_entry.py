"""lost-entry: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

NEXT = "\n@misc{next, title = {N}}\n@misc{last,}\n"

LAST_LINES = [
    ("@misc{a}\n@misc{b} @misc{c}", "@misc{a}\n@misc{b}\n@misc{c}"),
    ("@misc{a}@misc{b} @misc{c}\n", "@misc{a}\n@misc{b}\n@misc{c}\n"),
    ("@misc{a,\r\n t = {x}\r\n} @string{b = {c}}", "@misc{a,\r\n t = {x}\r\n}\r\n@string{b = {c}}"),
    ("@misc{a} @comment{b}", "@misc{a} @comment{b}"),
    ("@misc{a} % see @misc{b}", "@misc{a} % see @misc{b}"),
    ("@misc{a} me@example.org", "@misc{a} me@example.org"),
    ("@misc{a}\n\n", "@misc{a}\n\n"),
    ("@misc{a} @misc {b}", "@misc{a}\n@misc {b}"),
    ("@misc{a} @ \tmisc {b}", "@misc{a}\n@ \tmisc {b}"),
    ('@}@String {r=""}', '@}\n@String {r=""}'),
]


def test_a_lost_entry_points_at_the_one_that_is_not_closed(check: Check) -> None:
    text = "@misc{k, title = {T},\n@misc{lost, title = {L}}" + NEXT
    (finding,) = check("lost-entry", text, dialect="bibtex")
    assert [text[related.span.start : related.span.end] for related in finding.related] == ["@misc"]
    assert finding.related[0].span.start == 0
    assert "line 1" in finding.message


@pytest.mark.parametrize(("text", "fixed"), LAST_LINES)
def test_what_the_last_line_hides_gets_its_own(check: Check, text: str, fixed: str) -> None:
    assert apply(text, check("lost-entry", text, dialect="bibtex")) == fixed


def test_what_biber_passes_over_is_not_brought_to_light(check: Check) -> None:
    text = "% Encoding: US-ASCII@preamble{a}@misc{b}"
    assert not any(finding.edits for finding in check("lost-entry", text, dialect="bibtex"))


@pytest.mark.parametrize("text", ["", "\n", "% nothing\n"])
def test_a_file_without_entries_loses_none(check: Check, text: str) -> None:
    assert not check("lost-entry", text, dialect="bibtex")


def test_a_value_of_two_pieces_is_no_number(check: Check) -> None:
    text = "@misc{k, note = {a} # 12b, date = 2000}\n"
    assert not check("lost-entry", text, dialect="biblatex")
