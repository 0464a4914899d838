"""Another form of a venue in a field: what is written anew, and what stays as it stands."""

from __future__ import annotations

import pytest

from bibcheck.venues.rewriting import rewrite
from tests.venues.entries import field_with

REWRITTEN = [
    # (value, the new form, what is replaced, what is written for it)
    ("{Symp. on Tree Rings}", "Symposium on Tree Rings", "Symp. on Tree Rings", "Symposium on Tree Rings"),
    # With braces or line breaks in it, only what differs.
    ("{Symp. on {Tree} Rings}", "Symposium on {Tree} Rings", "Symp.", "Symposium"),
    ("{Symp. on {Tree} Rings}", "Symposium on Tree Rings", "Symp.", "Symposium"),
    ("{Symp. on\n  Tree Rings}", "Symposium on Tree Rings", "Symp.", "Symposium"),
    ("{Symp. on\n  Tree Rings}", "Symp. on Tree Bands", "Rings", "Bands"),
    ("{Symp. on {Tree} Rings}", "Symp. for {Tree} Rings", "on", "for"),
    ("{Symp. on {Tree} Rings}", "Conf. for {Tree} Rings", "Symp. on", "Conf. for"),
    ("{{Tree} Symp.}", "{Wood} Symp.", "Tree", "Wood"),
    # Words more and words less.
    ("{Symp. on {Tree}}", "International Symp. on {Tree}", "Symp.", "International Symp."),
    ("{Old Symp. on {Tree} Rings}", "Symp. on {Tree} Rings", "Old Symp.", "Symp."),
    ("{Symp. on {Tree} Rings}", "Symp. on {Tree}", "{Tree} Rings", "Tree"),
    ("{Symp. on Tree Tree {Rings}}", "Symp. on Tree {Rings}", "Tree {Rings}", "Rings"),
    # What differs reaches into braces, and cannot be told apart from them.
    ("{Symp. {on Tree} Rings}", "Symposium for Tree Rings", "Symp. {on Tree} Rings", "Symposium for Tree Rings"),
    ("{Symp. {on Tree} Rings}", "Symp. on Wooden Bands", "Symp. {on Tree} Rings", "Symp. on Wooden Bands"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "text", "was", "now"), REWRITTEN)
def test_what_is_written_anew(value: str, text: str, was: str, now: str) -> None:
    field = field_with(f"booktitle = {value}")
    edit = rewrite(field, text)
    assert edit is not None
    start = field.span(0, 0).start
    assert (field.text[edit.span.start - start : edit.span.end - start], edit.text) == (was, now)


@pytest.mark.parametrize("value", ['"Symp. on {Tree}" # " Rings"', "trees", 'trees # " and {Nets}"'])
def test_joined_values_and_macros_stay(value: str) -> None:
    assert rewrite(field_with(f"booktitle = {value}"), "Symposium on {Tree} Rings") is None
