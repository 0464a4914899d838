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


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("year = 1984,\n@misc{k}\n", ["`year` belongs to no entry: no entry stands above it"]),
        ("}\n@misc{k}\n", ["`}` closes nothing: no entry stands above it"]),
        ("@misc{k}\n}\n@misc{l}\n", ["`}` closes nothing: `k` ends on line 1"]),
        ("article{k, title = {T}}\n@misc{l}\n", ["`article{k` begins no entry: it has no `@`"]),
        (
            "@misc{k}\n}\n@misc{l}\n\n}\n@misc{m}\n",
            ["`}` closes nothing: `k` ends on line 1", "`}` closes nothing: `l` ends on line 3"],
        ),
        # The brace that closes a comment, and no second one.
        ("@comment{ old\n@misc{k}\n}\n@misc{l}\n", []),
        ("@comment{ old\n@misc{k}\n}\n@misc{l}\n}\n@misc{m}\n", ["`}` closes nothing: `l` ends on line 4"]),
        ("@comment{old}\n@misc{k}\n}\n@misc{l}\n", ["`}` closes nothing: `k` ends on line 2"]),
        # A field is one too where a comment is open.
        (
            "@comment{ old\n@misc{k}\nyear = 1984,\n@misc{l}\n",
            ["`year` belongs to no entry: `k` ends on line 2"],
        ),
    ],
)
def test_the_message_says_what_it_is(check: Check, text: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("stray-text", text)] == messages
