"""stray-text: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

STRAY = [
    ("@misc{k, title = {T}}},\n@misc{l}", "}"),
    ("@misc{k, title = {T}}\n}\n", "}"),
    ("@misc{k, title = {T}},\n  year = {1984},\n}\n", "year"),
    ("@misc{k, title = {T}}\nyear = 1984,\n", "year"),
    ("@misc{k, title = {T}}\n, month = jan\n", "month"),
    ('note = "x"\n@misc{k}\n', "note"),
    ("article{k,\n title = {T}\n}\n", "article{k"),
    ("\n  InProceedings {k , title = {T}}\n", "InProceedings {k"),
]

PROSE = [
    "The year = 1984 was a good one.\nIn 1985, too = bad.",
    "% year = {1984},\n% }",
    "% article{k,",
    "Entries {of note} (and more)",
    "@misc{k, title = {T}},\n",
    "@comment{\nyear = {1984},\n}\n",
    'encoding = "utf-8"\n@misc{k}\n',
    "article{k}",
    "----- 1984 -----\n\\usepackage{url}\nx == y",
]


@pytest.mark.parametrize(("text", "stray"), STRAY)
def test_a_lost_part_of_an_entry_is_reported(check: Check, text: str, stray: str) -> None:
    text += "\n@misc{last,}\n"
    assert [text[f.span.start : f.span.end] for f in check("stray-text", text)] == [stray]


@pytest.mark.parametrize("text", PROSE)
def test_free_text_is_clean(check: Check, text: str) -> None:
    assert check("stray-text", text + "\n@misc{last,}\n") == []


def test_stray_text_says_where_the_entry_ends(check: Check) -> None:
    (finding,) = check("stray-text", "@misc{k,\n title = {T}},\n year = {1984},\n}\n")
    assert finding.message == "`year` belongs to no entry: `k` ends on line 2"
