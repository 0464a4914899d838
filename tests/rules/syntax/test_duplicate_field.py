"""duplicate-field: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from bibcheck.rule import Level
from tests.applying import apply
from tests.rules.conftest import Check

REPORTED = [
    ("duplicate-field", "year = {1984}, YEAR = {1986}", ["YEAR"], None),
    ("duplicate-field", "year = {1984}, year = 1984, title = {T}", ["year"], "year = {1984}, title = {T}"),
    ("duplicate-field", "title = {A\n b},\n title = {A b}", ["title"], "title = {A\n b}"),
    ("duplicate-field", "note = a, note = a", ["note"], None),
    ("duplicate-field", "note = {a}, note = {b}, note = {a}", ["note"], None),
    ("duplicate-field", "note = {a}, note = {a}, note = {a}", ["note"], "note = {a}"),
    ("duplicate-field", "keywords = {a}, keywords = {b}, keywords = {c}", ["keywords"], None),
]
CLEAN = [
    ("duplicate-field", "year = {1984}, title = {1984}"),
]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("rule", "fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, rule: str, fields: str, pointed_at: list[str], fixed: str | None, dialect: str) -> None:
    text = "@misc{k, " + fields + "}\n@misc{last,}\n"
    findings = check(rule, text, dialect=dialect)
    assert [text[finding.span.start : finding.span.end] for finding in findings] == pointed_at
    assert apply(text, findings) == "@misc{k, " + (fixed or fields) + "}\n@misc{last,}\n"


@pytest.mark.parametrize(("rule", "fields"), CLEAN)
def test_clean(check: Check, rule: str, fields: str) -> None:
    assert check(rule, "@misc{k, " + fields + "}\n@misc{last,}\n", dialect="bibtex") == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("year = {1}, year = {2}, year = {3}", "BibTeX keeps `1`, biber `3`"),
        ("note = {}, note = {x}", "BibTeX keeps nothing, biber `x`"),
        ("note = a # {b}, note = {x}", "BibTeX keeps `a # {b}`, biber `x`"),
        ("note = {" + "x" * 99 + "}, note = {y}", "BibTeX keeps `" + "x" * 39 + "…`, biber `y`"),
    ],
)
def test_a_repeated_field_says_what_each_program_keeps(check: Check, fields: str, message: str) -> None:
    assert message in check("duplicate-field", "@misc{k, " + fields + "}\n")[0].message


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ("year = {1}, year = {2}", Level.ERROR),
        ("year = {1}, year = {1}", Level.WARNING),
        ("keywords = {a}, keywords = {b}", Level.WARNING),
    ],
)
def test_a_repeated_field_is_an_error_where_something_is_lost(check: Check, fields: str, level: Level) -> None:
    [finding] = check("duplicate-field", "@misc{k, " + fields + "}\n")
    assert finding.level is level


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("note = {A}, note = {B}", ["`note` is given again: BibTeX keeps `A`, biber `B`; keep one"]),
        ("note = {A}, note = {B}, note = {C}", ["`note` is given 3 times: BibTeX keeps `A`, biber `C`; keep one"]),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("duplicate-field", "@article{k, " + fields + "}\n")] == messages


@pytest.mark.parametrize("value", ["{A}", "{B}"])
def test_the_second_of_three_is_pointed_at(check: Check, value: str) -> None:
    text = f"@misc{{k, note = {{A}}, note = {value}, note = {value}}}\n"
    [finding] = check("duplicate-field", text)
    assert finding.span.start == text.index("note", text.index("note") + 1)
