"""Edits write what they change as the file at hand writes it."""

from __future__ import annotations

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.source import Source
from bibcheck.syntax.edits import brace_quotes, insert_after, replace_field, replace_value

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
