"""descending-pages: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The pages, the texts pointed at, and the pages after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("945--123", ["945--123"], None),
    ("1693--1692", ["1693--1692"], None),
    ("280--30", ["280--30"], None),
]

CLEAN = [
    "xii--34",
    "S20--S12",
    "1234--56",
    "97--111",
]


@pytest.mark.parametrize(("pages", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, pages: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, pages = {{{pages}}}}}\n"
    findings = check("descending-pages", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@article{{k, pages = {{{fixed or pages}}}}}\n"


@pytest.mark.parametrize("pages", CLEAN)
def test_clean(check: Check, pages: str) -> None:
    assert not check("descending-pages", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")
