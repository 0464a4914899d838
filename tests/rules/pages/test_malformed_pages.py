"""malformed-pages: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The pages, the texts pointed at, and the pages after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("vol. 27", ["vol. 27"], None),
    ("747=754", ["747=754"], None),
    ("000621--000624", ["000621--000624"], "621--624"),
    ("01-14", ["01-14"], "1-14"),
    ("To appear", ["To appear"], None),
    ("062004. 6p", ["062004. 6"], None),
    ("7788 EP  -", ["7788 EP  -"], None),
    ("p.+bibl.+ills.+30 cm", ["+bibl.+ills.+30 cm"], None),
    ("arXiv--1909", ["arXiv--1909"], None),
]

CLEAN = [
    "xvi+354",
    "1--10, 15",
    "e1003",
    "S12--S20",
    "34:1--34:11",
    "[7]",
    "",
    "xvii + 994 + 16 color plates",
    "936 + 16 color plates + 639",
    "DAKOTA-2",
    "NAS-3",
    "G1-G7",
    "Unit 4.3",
    "Section 1, Page 14",
    "579\\psqq",
    "1264\\,\\psqq",
    "{I-II}---{III-IV}",
    "079",
    "042301-7",
    "0--0",
    "Chapter 7",
]


@pytest.mark.parametrize(("pages", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, pages: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, pages = {{{pages}}}}}\n"
    findings = check("malformed-pages", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@article{{k, pages = {{{fixed or pages}}}}}\n"


@pytest.mark.parametrize("pages", CLEAN)
def test_clean(check: Check, pages: str) -> None:
    assert not check("malformed-pages", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")


@pytest.mark.parametrize("pages", ["n/a--n/a", "null--null"])
def test_pages_that_stand_for_unknown_ones(check: Check, pages: str) -> None:
    (finding,) = check("malformed-pages", f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")
    assert finding.message == f"`{pages}` stands for unknown pages; remove the field"
    assert not finding.edits


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        (
            "pages = {abc def}",
            [
                "`abc def` is no page, page range or article number; give pages as in `97--111`, and move the rest to note"
            ],
        ),
        (
            "pages = {a b, c d}",
            [
                "`a b` is no page, page range or article number, and 1 more here; give pages "
                "as in `97--111`, and move the rest to note"
            ],
        ),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("malformed-pages", "@article{k, " + fields + "}\n")] == messages
