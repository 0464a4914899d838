"""abbreviated-range: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The pages, the texts pointed at, and the pages after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("1234--56", ["56"], "1234--1256"),
    ("331--7", ["7"], "331--337"),
    ("983–95", ["95"], "983–995"),
    ("225-26", ["26"], None),
    ("103--91", ["91"], None),
    ("291--92", ["92"], None),
    ("10869--74", ["74"], "10869--10874"),
    ("776-78, vol. 3", ["78"], None),
]

CLEAN = [
    "97--111",
    "280--30",
    "S123--8",
]


@pytest.mark.parametrize(("pages", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, pages: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, pages = {{{pages}}}}}\n"
    findings = check("abbreviated-range", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@article{{k, pages = {{{fixed or pages}}}}}\n"


@pytest.mark.parametrize("pages", CLEAN)
def test_clean(check: Check, pages: str) -> None:
    assert not check("abbreviated-range", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")
