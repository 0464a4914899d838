"""pages-prefix: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The pages, the texts pointed at, and the pages after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("pp. 1--3", ["pp. "], "1--3"),
    ("p. 4", ["p. "], "4"),
    ("pages 3-5", ["pages "], "3-5"),
    ("pp.~17--20", ["pp.~"], "17--20"),
    ("1--3 pp.", [" pp."], "1--3"),
    ("p. 1, p. 4", ["p. ", "p. "], "1, 4"),
    ("S. 5--86, I--CII, 2 Ktn. = Beiträge", ["S. "], None),
]

CLEAN = [
    "354 pages",
    "P12--P20",
    "12pp",
    "Section 1, Page 14",
    "p.+bibl.+ills.+30 cm",
    "Unit 4.3",
]


@pytest.mark.parametrize(("pages", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, pages: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, pages = {{{pages}}}}}\n"
    findings = check("pages-prefix", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@article{{k, pages = {{{fixed or pages}}}}}\n"


@pytest.mark.parametrize("pages", CLEAN)
def test_clean(check: Check, pages: str) -> None:
    assert not check("pages-prefix", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")
