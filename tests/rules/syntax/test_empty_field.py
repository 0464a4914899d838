"""empty-field: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

REPORTED = [
    ("empty-field", "title = {T}, number = {}", ["{}"], "title = {T}"),
    ("empty-field", 'number = "", title = {T}', ['""'], "title = {T}"),
    ("empty-field", "title = {T},\n number = { \n },\n year = 1984", ["{ \n }"], "title = {T},\n year = 1984"),
    ("empty-field", 'number = {} # "", title = {T}', ['{} # ""'], "title = {T}"),
    ("empty-field", "number = {}, month = {}", ["{}"], None),  # biber wants the comma after the key
    ("empty-field", "title = {T}, number = {}, month = {}", ["{}"], "title = {T}"),
    ("empty-field", "number = {}, month = {}, title = {T}", ["{}"], "title = {T}"),
    ("empty-field", "number = {}, title = {T}, month = {}", ["{}"], "title = {T}"),
    ("empty-field", "title = {T}, volume = {}, pages = {}", ["{}", "{}"], "title = {T}"),
]
CLEAN = [
    ("empty-field", "title = {{}}, note = {T}"),
    ("empty-field", "title = {T}, number = foo"),
    ("empty-field", "title = {\\relax}, note = { x}"),
    ("empty-field", "title = {T}, OPTnote = {}"),  # optional-prefix speaks of it
    ("empty-field", "booktitle = {}, crossref = {c}"),
    ("empty-field", "title = {T}, title = {}"),  # duplicate-field speaks of it
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


def test_an_empty_field_keeps_nothing_out_in_biblatex(check: Check) -> None:
    text = "@inbook{k, booktitle = {}, title = {T}, crossref = {c}}\n"
    assert check("empty-field", text, dialect="bibtex") == []
    assert len(check("empty-field", text, dialect="biblatex")) == 1


def test_what_a_program_exports_empty_is_one_finding(check: Check) -> None:
    entry = "@misc{k%d, title = {T}, issn = {}, note = {}}\n"
    text = "".join(entry % number for number in range(9))
    assert len(check("empty-field", text.replace("note", "pages"))) == 1
    [finding] = check("empty-field", text)
    assert finding.message == "`issn`, `note` are empty (18 times in this file)"
    assert apply(text, [finding]) == "".join(f"@misc{{k{number}, title = {{T}}}}\n" for number in range(9))


def test_of_an_empty_field_that_the_type_requires_another_rule_speaks(check: Check) -> None:
    assert not check("empty-field", "@article{k, title = {T}, journal = {}}\n")
    assert check("missing-required-field", "@article{k, title = {T}, journal = {}}\n")


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("note = {}, title = {T}", ["`note` is empty"]),
        ("note = {}, title = {T}, series = {}", ["`note`, `series` are empty (2 times in this file)"]),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("empty-field", "@article{k, " + fields + "}\n")] == messages


@pytest.mark.parametrize(("uses", "count"), [(3, 3), (4, 1)])
def test_how_many_empty_fields_a_program_exports(check: Check, uses: int, count: int) -> None:
    text = "".join(f"@book{{k{n}, title = {{T}}, publisher = {{}}}}\n" for n in range(uses))
    assert len(check("empty-field", text, dialect="biblatex")) == count


def test_the_message_shows_three_names(check: Check) -> None:
    [three] = check("empty-field", "@misc{k, title = {T}, note = {}, abstract = {}, keywords = {}}\n")
    [four] = check("empty-field", "@misc{k, title = {T}, note = {}, abstract = {}, keywords = {}, isbn = {}}\n")
    assert three.message == "`note`, `abstract`, `keywords` are empty (3 times in this file)"
    assert four.message == "`note`, `abstract`, `keywords`, … are empty (4 times in this file)"


@pytest.mark.parametrize(("other", "count"), [("date = {2000}", 1), ("date = foo", 1), ("date = {}", 0)])
def test_an_empty_field_beside_one_that_stands_for_it(check: Check, other: str, count: int) -> None:
    # Of a field that is required missing-field speaks.
    text = f"@article{{k, author = {{A}}, title = {{T}}, journaltitle = {{J}}, year = {{}}, {other}}}\n@misc{{last,}}\n"
    findings = check("empty-field", text, dialect="biblatex")
    assert len([finding for finding in findings if finding.field == "year"]) == count
