"""The width of text on a terminal."""

from __future__ import annotations

import io

import pytest

from bibcheck.reports.terminal.width import columns_of, cut, cut_start, folded, width
from tests.reports.outcomes import Terminal


@pytest.mark.parametrize(("told", "columns"), [("80", 80), ("5", 20), ("0", 120), ("wide", 120), (None, 120)])
@pytest.mark.parametrize("out", [io.StringIO(), Terminal()], ids=["file", "terminal"])
def test_columns(monkeypatch: pytest.MonkeyPatch, out: io.StringIO, told: str | None, columns: int) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if told is not None:
        monkeypatch.setenv("COLUMNS", told)
    assert columns_of(out) == columns


@pytest.mark.parametrize(
    ("text", "columns", "start", "end"),
    [
        ("abcdef", 6, "abcdef", "abcdef"),
        ("abcdef", 4, "abc…", "…def"),
        ("漢字漢字", 8, "漢字漢字", "漢字漢字"),
        ("漢字漢字", 7, "漢字漢…", "…字漢字"),
        ("漢字漢字", 6, "漢字…", "…漢字"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…", "…e\u0301"),
        ("", 3, "", ""),
    ],
)
def test_text_is_cut_to_a_width(text: str, columns: int, start: str, end: str) -> None:
    assert cut(text, columns) == start
    assert cut_start(text, columns) == end
    assert width(start) <= columns and width(end) <= columns


@pytest.mark.parametrize(
    ("head", "text", "columns", "lines"),
    [
        ("", "one two three", 13, ["one two three"]),
        ("", "one two three", 12, ["one two", "  three"]),
        ("", "one two three", None, ["one two three"]),
        ("a.bib:1:1:", "one two", 14, ["a.bib:1:1: one", "  two"]),
        ("a b c d.bib:1:1:", "one two", 8, ["a b c d.bib:1:1:", "  one", "  two"]),  # a head stays whole
        ("abc:", "unbreakable-word it", 8, ["abc:", "  unbreakable-word", "  it"]),
        ("a:", "unbreakable-word it", 8, ["a: unbreakable-word", "  it"]),  # it would begin at the same place
        ("", "unbreakable-word it", 8, ["unbreakable-word", "  it"]),
        ("", "one  two   three", 8, ["one  two", "  three"]),  # spaces stay, but for those at an end
        ("", "漢字 漢字 漢字", 10, ["漢字 漢字", "  漢字"]),
        ("\x1b[1mhead\x1b[0m", "\x1b[36mone two\x1b[0m", 9, ["\x1b[1mhead\x1b[0m \x1b[36mone", "  two\x1b[0m"]),
        ("", "one two ::error::x y", 9, ["one two ::error::x", "  y"]),  # no workflow command
        ("", "one two \x1b[36m::error::x\x1b[0m y", 9, ["one two \x1b[36m::error::x\x1b[0m", "  y"]),
        ("a:", "", 20, ["a:"]),
        ("", "", 20, [""]),
    ],
)
def test_text_is_folded_between_words(head: str, text: str, columns: int | None, lines: list[str]) -> None:
    assert folded(text, columns, 2, head).split("\n") == lines
