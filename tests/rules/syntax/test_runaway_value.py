"""runaway-value: a value that goes on into the next entry."""

from __future__ import annotations

from tests.rules.conftest import Check

NEXT = "@book{l,\n  title = {U},\n}\n"


def test_reported(check: Check) -> None:
    text = f"@article{{k,\n  title = {{Literate {{Programming,\n  year = {{1984}},\n}}\n{NEXT}"
    [finding] = check("runaway-value", text)
    assert text[slice(*finding.span)] == "{"
    assert "the value of `title` is not closed before the `@book` on line 5" in finding.message


def test_an_at_sign_in_a_value_is_clean(check: Check) -> None:
    assert not check("runaway-value", "@article{k,\n  note = {Write to\n  don@example.org},\n}\n" + NEXT)
