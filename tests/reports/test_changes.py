"""What edits make of the lines that they touch."""

from __future__ import annotations

import pytest

from bibcheck.reports.changes import changed_lines, changes
from bibcheck.source import Edit, Source, Span

TEXT = "one,\n  two\n\nthree\r\nfour"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([(0, 3, "1")], [("one,", "1,")]),
        ([(0, 3, "1"), (3, 4, ";")], [("one,", "1;")]),
        ([(3, 4, ";"), (0, 3, "1")], [("one,", "1;")]),
        ([(0, 3, "1"), (12, 17, "3")], [("one,", "1,"), ("three", "3")]),
        ([(3, 10, "")], [("one,\n  two", "one")]),
        ([(3, 7, ""), (10, 10, "!")], [("one,\n  two", "onetwo!")]),
        ([(10, 10, "\n  new")], [("  two", "  two\n  new")]),
        ([(17, 17, "!")], [("three", "three!")]),
        ([(23, 23, "!")], [("four", "four!")]),
        ([], []),
    ],
)
def test_changes(edits: list[tuple[int, int, str]], expected: list[tuple[str, str]]) -> None:
    made = changes(Source("a.bib", TEXT), [Edit(Span(start, end), text) for start, end, text in edits])
    assert [(change.before, change.after) for change in made] == expected
    assert all(TEXT[slice(*change.span)] == change.before for change in made)


def test_of_a_long_line_the_part_around_the_edit_is_looked_at() -> None:
    source = Source("a.bib", "x" * 10_000 + "-" + "y" * 10_000)
    near, far = Edit(Span(10_000, 10_001), "+"), Edit(Span(20_000, 20_000), "!")
    first, second = changes(source, [near, far])
    assert first.after.strip("x").strip("y") == "+"
    assert len(first.before) < 1000 and second.after.endswith("!y")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a\nb\nc", "a\nB\nc", (["b"], ["B"])),
        ("a", "a\nb", ([], ["b"])),
        ("a\nb", "b", (["a"], [])),
        ("a\r\nb", "a\r\nc", (["b"], ["c"])),
        ("a", "a", ([], [])),
    ],
)
def test_lines_that_stay_are_left_out(before: str, after: str, expected: tuple[list[str], list[str]]) -> None:
    (change,) = changes(Source("a.bib", before), [Edit(Span(0, len(before)), after)])
    assert changed_lines(change) == expected
