"""duplicate-string: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

DUPLICATES = [
    ("@string{a = {x}}\n@string{a = {y}}\n", "already defined on line 1, with another value: `x`", None),
    ('@string{a = {x}}\n@string{A = "x"}\n@misc{k}\n', "with the same value", "@string{a = {x}}\n@misc{k}\n"),
    ("@string{a = {x y}}\n@string{a = {x\n y}}\n", "with the same value", "@string{a = {x y}}\n"),
    ("@string{may = {5}}\n", "hides the month", None),
    ("@string{a = {b}}\n@string{a = {b}}=\n", "with the same value", None),
    ("@string{a = {b}}\n}@string{a = {b}}\n", "with the same value", None),
]

LONG = "@string{a = {Annals}}\n@string{b = {Bulletin}}\n"

SHORT = "@string{a = {Ann.}}\n@string{b = {Bull.}}\n"

USES_B = "@string{a = {Ann.}}\n@misc{k, note = b}\n"


@pytest.mark.parametrize(("text", "message", "fixed"), DUPLICATES)
def test_a_second_definition(check: Check, text: str, message: str, fixed: str | None) -> None:
    findings = check("duplicate-string", text)
    assert [message in finding.message for finding in findings] == [True]
    assert apply(text, findings) == (fixed or text)


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ([LONG, SHORT], []),  # one or the other is read
        ([LONG, SHORT, "@misc{k, note = a # b}\n"], []),
        ([LONG, USES_B], ["b.bib"]),  # the second takes `b` from the first
        ([LONG, "@string{a = {Annals}}\n@misc{k, note = b}\n"], []),  # the same value
        ([SHORT, "@string{a = {Annals}}\n@misc{k, note = a}\n"], []),
    ],
)
def test_another_value_in_another_file(check: Check, files: list[str], paths: list[str]) -> None:
    assert [finding.path for finding in check("duplicate-string", *files)] == paths


def test_of_a_definition_that_a_percent_was_to_hide_another_rule_speaks(check: Check) -> None:
    text = "% @string{p = {Reading, Massachusetts}}\n@string{p = {Reading, MA}}\n@misc{k, note = p}\n"
    assert not check("duplicate-string", text)
    assert check("commented-entry", text)


def test_each_definition_is_held_against_the_one_before_it(check: Check) -> None:
    text = "@string{a = {x}}\n@string{a = {y}}\n@string{a = {y}}\n"
    findings = check("duplicate-string", text)
    assert [finding.message for finding in findings] == [
        "macro `a` is already defined on line 1, with another value: `x`",
        "macro `a` is already defined on line 2, with the same value",
    ]
    assert [[(text[slice(*place.span)], place.message) for place in finding.related] for finding in findings] == [
        [("a", "first defined here")],
        [("a", "first defined here")],
    ]
    assert [finding.related[0].span.start for finding in findings] == [8, 25]


@pytest.mark.parametrize(
    ("first", "second"), [("{x} # b", "{x}"), ("{x}", "{x} # b"), ("b", "b"), ("{x} # b", "{x} # b")]
)
def test_values_with_a_macro_of_another_file_are_not_known_to_be_the_same(
    check: Check, first: str, second: str
) -> None:
    (finding,) = check("duplicate-string", f"@string{{a = {first}}}\n@string{{a = {second}}}\n")
    assert "with another value" in finding.message
    assert not finding.edits


def test_a_command_with_two_macros_stays(check: Check) -> None:
    (finding,) = check("duplicate-string", "@string{a = {x}}\n@string{a = {x}, b = {y}}\n")
    assert finding.message == "macro `a` is already defined on line 1, with the same value"
    assert not finding.edits


def test_a_month_is_reported_where_it_is_hidden_first(check: Check) -> None:
    text = "@string{may = {5}}\n@string{may = {6}}\n"
    findings = check("duplicate-string", text)
    assert [(finding.message, finding.span.start) for finding in findings] == [
        ("macro `may` hides the month that every style defines under this name", 8),
        ("macro `may` is already defined on line 1, with another value: `5`", 27),
    ]


def test_only_the_definition_behind_a_percent_is_left_out(check: Check) -> None:
    text = "% @string{p = {R}}\n@string{p = {S}}\n@string{p = {T}}\n@string{q = {U}}\n@string{q = {V}}\n"
    assert [finding.message for finding in check("duplicate-string", text)] == [
        "macro `p` is already defined on line 2, with another value: `S`",
        "macro `q` is already defined on line 4, with another value: `U`",
    ]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([USES_B, LONG], [("b.bib", "macro `a` is defined in `a.bib` with another value: `Ann.`")]),
        ([LONG, USES_B], [("b.bib", "macro `a` is defined in `a.bib` with another value: `Annals`")]),
        # The last definition of a file is the one that others get.
        (["@string{a = {x}}\n@string{a = {Ann.}}\n" + LONG[LONG.index("@string{b") :], USES_B], []),
        # Each is held against the first.
        (
            [LONG, USES_B, USES_B],
            [
                ("b.bib", "macro `a` is defined in `a.bib` with another value: `Annals`"),
                ("c.bib", "macro `a` is defined in `a.bib` with another value: `Annals`"),
            ],
        ),
    ],
)
def test_what_is_said_of_another_file(check: Check, files: list[str], told: list[tuple[str, str]]) -> None:
    findings = [each for each in check("duplicate-string", *files) if "is defined in" in each.message]
    assert [(finding.path, finding.message) for finding in findings] == told
    assert [[place.path for place in finding.related] for finding in findings] == [["a.bib"]] * len(told)
