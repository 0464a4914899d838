"""Titles in two ways of using capitals."""

from __future__ import annotations

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
