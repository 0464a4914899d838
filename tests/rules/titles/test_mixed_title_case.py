"""Titles in two ways of using capitals."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


def test_mixed_title_case(check: Check) -> None:
    title = "@article{{k, title = {{{}}}}}\n".format
    texts = [
        title("The Design of Operating Systems"),
        title("The Structure of Computer Programs"),
        title("The design of trees in fields"),
    ]
    assert [finding.message for finding in check("mixed-title-case", "".join(texts))] == [
        "title in sentence case, and 2 of 3 are in title case"
    ]
    assert not check("mixed-title-case", texts[0] + texts[2])
    in_braces = title("{{The design of trees in fields}}")
    assert len(check("mixed-title-case", texts[0] + texts[1] + in_braces)) == 1
    in_parts = title("{The} {Structure} {of} {Computer} {Programs}")
    assert not check("mixed-title-case", texts[2] * 2 + in_parts)
    assert not check("mixed-title-case", texts[0] + texts[1])


TITLE_CASE = ["Some Large Green Trees", "Many Small Brown Birds", "Three Small Blue Lakes"]
SENTENCE_CASE = ["Some large green trees", "Many small brown birds", "Three small blue lakes"]


@pytest.mark.parametrize(
    ("titles", "messages"),
    [
        ([*TITLE_CASE[:2], SENTENCE_CASE[0]], ["title in sentence case, and 2 of 3 are in title case"]),
        ([TITLE_CASE[0], *SENTENCE_CASE[:2]], ["title in title case, and 2 of 3 are in sentence case"]),
        ([*TITLE_CASE[:2], *SENTENCE_CASE[:2]], []),
        # Too few words to tell, and words of either kind.
        ([*TITLE_CASE[:2], "Some large trees"], []),
        ([*TITLE_CASE[:2], "Some of our tall tree tops"], ["title in sentence case, and 2 of 3 are in title case"]),
        ([*TITLE_CASE[:2], "Some large Green trees"], []),
        # A word that begins a subtitle, with a space before it or not.
        ([*TITLE_CASE[:2], "Some large green trees:Oaks"], ["title in sentence case, and 2 of 3 are in title case"]),
        ([*TITLE_CASE[:2], "Some large green trees: Oaks"], ["title in sentence case, and 2 of 3 are in title case"]),
        # In other languages there is no title case.
        ([*TITLE_CASE[:2], "Structures des grandes forêts en automne"], []),
        (
            [*TITLE_CASE[:2], "Some large Green trees stand above"],
            ["title in sentence case, and 2 of 3 are in title case"],
        ),
        (
            [*SENTENCE_CASE[:2], "Some Large Green Trees stand Here"],
            ["title in title case, and 2 of 3 are in sentence case"],
        ),
        (
            [*TITLE_CASE[:2], "Some large {Green} trees near lakes"],
            ["title in sentence case, and 2 of 3 are in title case"],
        ),
        ([*SENTENCE_CASE[:2], "Some large trees in McKay gardens"], []),
    ],
)
def test_the_way_of_the_fewer_is_reported(check: Check, titles: list[str], messages: list[str]) -> None:
    text = "".join(f"@article{{k{n}, title = {{{title}}}}}\n" for n, title in enumerate(titles))
    assert [finding.message for finding in check("mixed-title-case", text)] == messages
