"""Another form of a venue in a field: what is written anew, and what stays as it stands."""

from __future__ import annotations

import pytest

from bibcheck.fixing.fixer import apply_edits
from bibcheck.source import Source
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Entry
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
    # What differs reaches into a group, which goes around the new words then.
    ("{Symp. {on Tree} Rings}", "Symposium for Tree Rings", "Symp. {on", "{Symposium for"),
    ("{Symp. {on Tree} Rings}", "Symp. on Wooden Bands", "Tree} Rings", "Wooden Bands}"),
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


@pytest.mark.parametrize(
    ("value", "text", "written"),
    [
        ("Symposium on Trees", "Proc. Symposium on Trees", "Proc. Symposium on Trees"),
        ("2nd {ACM} Symposium on Trees", "Second ACM Symposium on Trees", "Second {ACM} Symposium on Trees"),
        # What is taken out ends a group, or begins one.
        ("{{Pattern Recognition}} ({{CVPR}})", "Pattern Recognition", "{{Pattern Recognition}}"),
        ("In {{Tree Processing}} ({{EMNLP}})", "In Tree Processing", "In {{Tree Processing}}"),
        ("({CVPR}) {Pattern Recognition}", "Pattern Recognition", "{Pattern Recognition}"),
        ("{Pattern} Recognition ({CVPR})", "Pattern Recognition", "{Pattern} Recognition"),
        # Nobody can tell which of the new words belong to which group.
        ("{Pattern Recognition} and {Computer Vision}", "Pattern Matching or Robot Vision", "Pattern Matching or Robot Vision"),
        ("{Pattern Recognition}", "Pattern {Matching}", "{Pattern Matching}"),
    ],
)  # fmt: skip
def test_the_words_that_differ(value: str, text: str, written: str) -> None:
    source = Source("a.bib", f"@misc{{k, booktitle = {{{value}}}}}\n")
    (entry,) = (block for block in parse(source).blocks if isinstance(block, Entry))
    edit = rewrite(entry.fields[0], text)
    assert edit is not None
    assert apply_edits(source.text, [edit]) == f"@misc{{k, booktitle = {{{written}}}}}\n"
