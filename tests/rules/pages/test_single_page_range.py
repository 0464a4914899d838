"""single-page-range: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The pages, the texts pointed at, and the pages after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("5--5", ["5--5"], "5"),
    ("5-5", ["5-5"], "5"),
    ("e803--e803", ["e803--e803"], "e803"),
    ("{c\\,3}-{c\\,3}", ["c\\,3}-{c\\,3"], "{c\\,3}"),
    ("12--", ["--"], None),
    ("5--5, vol. 3", ["5--5"], None),
]

CLEAN = [
    "12+",
    "12ff.",
    "5--6",
]


@pytest.mark.parametrize(("pages", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, pages: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, pages = {{{pages}}}}}\n"
    findings = check("single-page-range", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@article{{k, pages = {{{fixed or pages}}}}}\n"


@pytest.mark.parametrize("pages", CLEAN)
def test_clean(check: Check, pages: str) -> None:
    assert not check("single-page-range", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")


@pytest.mark.parametrize("pages", ["0--0", "0-0"])
def test_pages_that_stand_for_unknown_ones(check: Check, pages: str) -> None:
    (finding,) = check("single-page-range", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")
    assert finding.message == f"`{pages}` stands for unknown pages; remove the field"
    assert not finding.edits


@pytest.mark.parametrize(
    ("fields", "is_fixed"),
    [("volume = {PP}, number = {99}", False), ("volume = {}", False), ("", False), ("volume = {12}", True)],
)
def test_pages_before_an_article_has_its_volume(check: Check, fields: str, is_fixed: bool) -> None:
    (finding,) = check("single-page-range", f"@article{{k, pages = {{1-1}}, {fields}}}")
    assert bool(finding.edits) == is_fixed
    assert is_fixed or finding.message == "`1-1` stands for pages that were not known yet; look them up"
