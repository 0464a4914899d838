"""hyphen-in-range: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The pages, the texts pointed at, and the pages after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("97-111", ["-"], "97--111"),
    ("97–111", ["–"], "97--111"),
    ("97---111", ["---"], "97--111"),
    ("1--5, 9-12", ["-"], "1--5, 9--12"),
    ("1679 -- 1704", [" -- "], "1679--1704"),
    ("563\\,--\\,566", ["\\,--\\,"], "563--566"),
    ("S12-S20", ["-"], "S12--S20"),
    ("34:1-34:11", ["-"], "34:1--34:11"),
    ("97\\textendash 111", ["\\textendash "], "97--111"),
]

CLEAN = [
    "97--111",
    "A12-3",
    "e0123-4",
    "34:1--34:11",
    "5-5",
    "042301-7",
]


@pytest.mark.parametrize(("pages", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, pages: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, pages = {{{pages}}}}}\n"
    findings = check("hyphen-in-range", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@article{{k, pages = {{{fixed or pages}}}}}\n"


@pytest.mark.parametrize("pages", CLEAN)
def test_clean(check: Check, pages: str) -> None:
    assert not check("hyphen-in-range", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")


@pytest.mark.parametrize("pages", ["97-111", "97–111", "97 -- 111"])
def test_biblatex_normalises_every_dash(check: Check, pages: str) -> None:
    assert not check("hyphen-in-range", f"@article{{k, pages = {{{pages}}}}}\n", dialect="biblatex")


def test_a_range_from_a_macro_is_reported_without_a_fix(check: Check) -> None:
    text = '@string{range = "97-111"}\n@article{k, pages = range}\n'
    (finding,) = check("hyphen-in-range", text)
    assert text[finding.span.start : finding.span.end] == "range"
    assert not finding.edits


def ranges(hyphens: int, dashes: int, more: str = "") -> str:
    pages = [*["1-9"] * hyphens, *["1--9"] * dashes, *([more] if more else [])]
    return "".join(f"@article{{k{number}, year = 1999, pages = {{{value}}}}}\n" for number, value in enumerate(pages))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (ranges(11, 0), 0),
        (ranges(229, 5), 0),
        (ranges(95, 5), 0),
        (ranges(94, 5), 94),
        (ranges(5, 0), 0),
        (ranges(11, 0, "1–9"), 12),
        (ranges(40, 0, "1–9"), 1),
        (ranges(4, 0), 4),
        (ranges(20, 5), 20),
        (ranges(1, 30), 1),
    ],
)
def test_hyphens_throughout_a_file_are_a_habit_that_prints_right(check: Check, text: str, count: int) -> None:
    assert len(check("hyphen-in-range", text, dialect="bibtex")) == count


MIXED = "@software{s, title = {S}, date = {2020}}\n" + "@article{b, year = 1999}\n" * 10


@pytest.mark.parametrize(("text", "count"), [(ranges(13, 6), 13), (ranges(13, 0), 0), (ranges(3, 0), 0)])
def test_both_in_one_file_of_either_dialect(check: Check, text: str, count: int) -> None:
    assert len(check("hyphen-in-range", MIXED + text)) == count


def test_no_fix_where_the_value_is_not_mended_whole(check: Check) -> None:
    (finding,) = check("hyphen-in-range", "@article{k, pages = {1-9, vol. 27}}\n", dialect="bibtex")
    assert not finding.edits


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ("97-111", "page range joined by a hyphen"),
        ("97 - 111", "page range joined by a hyphen with spaces around it"),
        ("97 -- 111", "spaces around the dash of a page range are printed"),
    ],
)
def test_the_message_says_what_joins_the_pages(check: Check, pages: str, message: str) -> None:
    (finding,) = check("hyphen-in-range", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")
    assert finding.message == message
