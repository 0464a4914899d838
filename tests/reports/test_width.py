"""The width of text on a terminal."""

from __future__ import annotations

import io

import pytest

from bibcheck.reports.terminal.width import columns_of, cut, cut_start, width


class Terminal(io.StringIO):
    """Says that it is a terminal, and has no size."""

    def isatty(self) -> bool:
        return True


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
