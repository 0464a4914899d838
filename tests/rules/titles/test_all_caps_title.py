"""Titles in capitals."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("LITERATE PROGRAMMING", ["{LITERATE PROGRAMMING}"], None),
    ("{THE LEGITIMACY} OF DEBT", ["{{THE LEGITIMACY} OF DEBT}"], None),
    ("{LITERATE PROGRAMMING}", ["{{LITERATE PROGRAMMING}}"], None),
]
CLEAN = [
    "NASA",
    "ISO 27001",
    "Literate Programming",
    "中华人民共和国国家标准",
]


@pytest.mark.parametrize(("title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check("all-caps-title", text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check("all-caps-title", text)


@pytest.mark.parametrize("title", CLEAN)
def test_clean(check: Check, title: str) -> None:
    assert not check("all-caps-title", f"@article{{k, title = {{{title}}}}}\n")


BRACED = "@misc{a, title = {{HAITIAN HAARPS}}}\n"
OTHER = "@misc{b, title = {{Literate programming}}}\n"


def test_the_few_titles_in_braces_are_meant_so(check: Check) -> None:
    bare = OTHER.replace("{{", "{").replace("}}}", "}}")
    assert not check("all-caps-title", BRACED + bare * 4)
    assert check("all-caps-title", BRACED + OTHER * 4)
    assert check("all-caps-title", BRACED.replace("{{", "{{{").replace("}}}", "}}}}") + bare * 4)


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("SHAPE OF TREES", 1),
        ("SHAPE A TREES", 0),
        ("SHAPESOFTREES", 0),
        ("SHAPES OF T2REES", 0),
        ("ON-LINE GREEN TREES", 1),
    ],
)
def test_how_many_letters_are_no_acronym(check: Check, title: str, count: int) -> None:
    assert len(check("all-caps-title", f"@misc{{k, title = {{{title}}}}}\n")) == count


@pytest.mark.parametrize(("others", "count"), [(3, 0), (2, 1)])
def test_one_title_of_four_in_braces_is_meant_so(check: Check, others: int, count: int) -> None:
    text = "@misc{k, title = {{SHAPE OF TREES}}}\n" + "@misc{l, title = {Green trees}}\n" * others
    assert len(check("all-caps-title", text)) == count
