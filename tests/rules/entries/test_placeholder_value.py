"""placeholder-value: whole values that stand for nothing."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

RULE = "placeholder-value"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("publisher", "undefined"), ("doi", "null"), ("volume", "n/a"), ("number", "N/A"), ("pages", "???"),
        ("pages", "??--??"), ("note", "TODO"), ("title", "todo"), ("year", "FIXME"), ("pages", "xxx"),
        ("note", "citation needed"), ("publisher", "[s.n.]"), ("publisher", "s. n."), ("address", "[S.l.]"),
        ("doi", "TBD"), ("booktitle", "unknown"), ("number", "None"), ("journal", "{undefined}"), ("month", "????"),
        ("title", "null"), ("author", "undefined"), ("institution", " n/a "),
    ],
)  # fmt: skip
def test_a_placeholder_is_reported(check: Check, field: str, value: str) -> None:
    text = f"@misc{{k, {field} = {{{value}}}, series = {{S}}}}\n"
    assert [text[slice(*finding.span)] for finding in check(RULE, text)] == [value.strip()]
    quoted = f'@misc{{k, {field} = "{value}", series = {{S}}}}\n'
    assert len(check(RULE, quoted)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        # A number, and titles and names that are such words.
        "volume = {xxx}, number = {xxx}, volume = {XXX}",
        "title = {Undefined}, author = {Unknown}, title = {Null}, title = {None}, author = {Null}",
        # Part of a longer title.
        "title = {TODO or to be?}, title = {Citation needed: the case of Wikipedia}, note = {n/a in print}",
        "title = {To do}, pages = {?}, volume = {?}",
        # Not printed.
        "keywords = {null}, abstract = {TODO}, wals_code = {nan}, file = {undefined}",
        "year = undefined, title = {}, note = {{}}",
    ],
)
def test_other_values_are_clean(check: Check, fields: str) -> None:
    assert check(RULE, f"@misc{{k, {fields}}}\n") == []
