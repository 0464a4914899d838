"""Edits write what they change as the file at hand writes it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.fixing.fixer import apply_edits
from bibcheck.source import Source
from bibcheck.syntax.edits import (
    brace_quotes,
    delete_command,
    delete_fields,
    insert_after,
    replace_field,
    replace_value,
)

OTHERS = [("eprint", "1706.03762"), ("archivePrefix", "arXiv")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k, journal = {CoRR}, year = 1}", "@misc{k, eprint = {1706.03762}, archivePrefix = {arXiv}, year = 1}"),
        ("@misc{k,journal={CoRR}}", "@misc{k, eprint={1706.03762}, archivePrefix={arXiv}}"),
        ('@misc{k, journal = "CoRR"}', '@misc{k, eprint = "1706.03762", archivePrefix = "arXiv"}'),
        (
            "@misc{k,\n  author        = {A},\n  journal       = {CoRR},\n}",
            "@misc{k,\n  author        = {A},\n  eprint        = {1706.03762},\n  archivePrefix = {arXiv},\n}",
        ),
    ],
)
def test_one_field_gives_way_to_others(text: str, expected: str) -> None:
    (field,) = Bibliography(Source("a.bib", text)).fields("journal")
    edit = replace_field(field, OTHERS)
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k, year = {2000}}", "@misc{k, year = {2000}, month = may}"),
        ('@misc{k,\n  title="T",\n  year="2000"\n}', '@misc{k,\n  title="T",\n  year="2000",\n  month=may\n}'),
    ],
)
def test_a_macro_goes_in_without_delimiters(text: str, expected: str) -> None:
    (field,) = Bibliography(Source("a.bib", text)).fields("year")
    edit = insert_after(field, "month", "may", is_macro=True)
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("{2}", "{Second}"), ('"2"', '"Second"'), ("2", "{Second}"), ("two", None), ('"2" # two', None)],
)
def test_a_number_that_becomes_a_word_gets_braces(value: str, expected: str | None) -> None:
    text = f"@string{{two = {{2}}}}\n@misc{{k, edition = {value}}}\n"
    (field,) = Bibliography(Source("a.bib", text)).fields("edition")
    edit = replace_value(field, "Second")
    fixed = text[: edit.span.start] + edit.text + text[edit.span.end :] if edit else None
    assert fixed == (text.replace(f"edition = {value}", f"edition = {expected}") if expected else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"M\"unchen", r"M{\"u}nchen"),
        (r"M\"{u}nchen and S\"ud", r"M{\"{u}}nchen and S{\"u}d"),
        (r"M{\"u}nchen", r"M{\"u}nchen"),
        (r"M{\"u}nchen and S\"ud", r"M{\"u}nchen and S{\"u}d"),
        (r"Andr\'e", r"Andr\'e"),
    ],
)
def test_accents_that_would_end_a_value_in_quotes_get_braces(text: str, expected: str) -> None:
    assert brace_quotes(text) == expected


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("a", "@misc{k, b={2}, c={3}}"),
        ("b", "@misc{k, a={1}, c={3}}"),
        ("c", "@misc{k, a={1}, b={2}}"),
        ("ab", "@misc{k, c={3}}"),
        ("ba", "@misc{k, c={3}}"),
        ("bc", "@misc{k, a={1}}"),
        ("ac", "@misc{k, b={2}}"),
        ("abc", "@misc{k,}"),  # biber wants the comma behind the key
    ],
)
def test_fields_are_taken_out_together(names: str, left: str) -> None:
    text = "@misc{k, a={1}, b={2}, c={3}}"
    bib = Bibliography(Source("a.bib", text))
    edits = delete_fields(field for name in names for field in bib.fields(name))
    assert apply_edits(text, edits) == left
    starts = sorted(edit.span for edit in edits)
    assert all(before.end <= after.start for before, after in pairwise(starts))


def test_the_first_field_goes_and_the_second_gives_way_to_another() -> None:
    text = "@misc{k, note={1}, journal={CoRR}, year=2000}"
    bib = Bibliography(Source("a.bib", text))
    edits = [*delete_fields(bib.fields("note")), replace_field(bib.fields("journal")[0], [("eprint", "1")])]
    assert apply_edits(text, edits) == "@misc{k, eprint={1}, year=2000}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("@misc{a, title = {T}}\n@misc{b}\n", "@misc{a, title = {T}}\n"),
        ("@misc{a, title = {T}} @misc{b}\n@misc{c}\n", "@misc{a, title = {T}} \n@misc{c}\n"),
        ("@misc{a, title = {T}},\n\n@misc{b},\n\n@misc{c}\n", "@misc{a, title = {T}},\n\n@misc{c}\n"),
        ("% of a\n@misc{a}\n\n@misc{b}\n% of c\n@misc{c}\n", "% of a\n@misc{a}\n\n% of c\n@misc{c}\n"),
        ("@misc{a}\n@misc{b}", "@misc{a}\n"),
    ],
)
def test_a_command_is_taken_out(text: str, left: str) -> None:
    assert _without_b(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a}\n}@misc{b}\n@misc{c}\n",
        "@misc{a}\n} @misc{b}\n@misc{c}\n",
        "@misc{a}\n@misc{b} % of b\n@misc{c}\n",
        "@misc{a}\n@misc{b}}\n@misc{c}\n",
        "@misc{a}\n@misc{b}, =\n@misc{c}\n",
        "@misc{a}\n@misc{b}\n@,\n@misc{c}\n",
        "@misc{a}\n@,\n@misc{b}\n@misc{c}\n",
        "@misc{a, title {T}}\n@misc{b}\n@misc{c}\n",
        "@misc{a}\n@misc{b, title {T}}\n@misc{c}\n",
        "@misc{a}\n@misc{b}\n% x\n@misc{c, title {T}}\n",
        "@misc{a}\n@misc{b} @misc{c}",
    ],
)
def test_a_command_beside_other_text_or_a_broken_command_stays(text: str) -> None:
    assert _without_b(text) is None


def _without_b(text: str) -> str | None:
    tree = Bibliography(Source("a.bib", text), "bibtex").tree
    edit = delete_command(tree, next(entry for entry in tree.entries if entry.key == "b"))
    return text[: edit.span.start] + edit.text + text[edit.span.end :] if edit else None
