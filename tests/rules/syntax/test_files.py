"""What is wrong with a file as a whole, or between its entries."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding
from bibcheck.rules import load_rule
from bibcheck.source import Source, Span
from bibcheck.syntax.suppression import EntrySuppression
from tests.applying import apply
from tests.rules.conftest import Check

STRAY = [
    ("@misc{k, title = {T}}},\n@misc{l}", "}"),
    ("@misc{k, title = {T}}\n}\n", "}"),
    ("@misc{k, title = {T}},\n  year = {1984},\n}\n", "year"),
    ("@misc{k, title = {T}}\nyear = 1984,\n", "year"),
    ("@misc{k, title = {T}}\n, month = jan\n", "month"),
    ('note = "x"\n@misc{k}\n', "note"),
    ("article{k,\n title = {T}\n}\n", "article{k"),
    ("\n  InProceedings {k , title = {T}}\n", "InProceedings {k"),
]
PROSE = [
    "The year = 1984 was a good one.\nIn 1985, too = bad.",
    "% year = {1984},\n% }",
    "% article{k,",
    "Entries {of note} (and more)",
    "@misc{k, title = {T}},\n",
    "@comment{\nyear = {1984},\n}\n",
    'encoding = "utf-8"\n@misc{k}\n',
    "article{k}",
    "----- 1984 -----\n\\usepackage{url}\nx == y",
]


@pytest.mark.parametrize(("text", "stray"), STRAY)
def test_a_lost_part_of_an_entry_is_reported(check: Check, text: str, stray: str) -> None:
    text += "\n@misc{last,}\n"
    assert [text[f.span.start : f.span.end] for f in check("stray-text", text)] == [stray]


@pytest.mark.parametrize("text", PROSE)
def test_free_text_is_clean(check: Check, text: str) -> None:
    assert check("stray-text", text + "\n@misc{last,}\n") == []


def test_stray_text_says_where_the_entry_ends(check: Check) -> None:
    (finding,) = check("stray-text", "@misc{k,\n title = {T}},\n year = {1984},\n}\n")
    assert finding.message == "`year` belongs to no entry: `k` ends on line 2"


BYTES = [
    ("Hans Müller", "latin-1", "Latin-1", "Müller"),
    ("“Café” – Gödel", "cp1252", "Windows-1252", "“Café”"),
    ("Łódź i Wałęsa", "cp1250", "Windows-1250", "Łódź"),
    ("François Göteborg é", "mac-roman", "Mac Roman", "François"),
    ("Иванов, Пётр", "cp1251", "Windows-1251", "Иванов"),
    ("Иванов, Сборник", "koi8-r", "KOI8-R", "Иванов"),
    ("naïveté, MÜNCHEN", "latin-1", "Latin-1", "naïveté"),
]


@pytest.mark.parametrize(("words", "codec", "label", "shown"), BYTES)
def test_the_old_encoding_is_named_and_mended(check: Check, words: str, codec: str, label: str, shown: str) -> None:
    text = ("@misc{k, author = {" + words + "}}\n").encode(codec).decode("utf-8", "surrogateescape")
    (finding,) = check("not-utf8", text)
    assert f"looks like {label}," in finding.message
    assert f"`{shown}`" in finding.message
    assert apply(text, [finding]) == "@misc{k, author = {" + words + "}}\n"


def test_the_encoding_that_the_file_names_is_believed(check: Check) -> None:
    text = "% Encoding: ISO8859_5\n@misc{k, author = {\udcb8\udcd2\udcd0\udcdd}}\n"
    (finding,) = check("not-utf8", text)
    assert "ISO8859_5, which the file names at its head" in finding.message
    assert "Иван" in apply(text, [finding])


@pytest.mark.parametrize("header", ["UTF-8", "rot13", "no-such-code", "US-ASCII"])
def test_a_name_that_does_not_fit_is_not_believed(check: Check, header: str) -> None:
    text = f"% Encoding: {header}\n@misc{{k, author = {{M\udcfcller}}}}\n"
    assert "looks like Latin-1" in check("not-utf8", text)[0].message


def test_bytes_without_sense_are_left_alone(check: Check) -> None:
    (finding,) = check("not-utf8", "@misc{k, author = {\udc81\udc8d\udc8f x\udc81y}}\n")
    assert "byte 0x81 is not UTF-8" in finding.message
    assert not finding.edits


@pytest.mark.parametrize("data", ["\ufeff@misc{é}\n".encode("utf-16-le"), "\ufeff@misc{é}\n".encode("utf-16-be")])
def test_utf16_is_one_finding(data: bytes) -> None:
    rules = [load_rule(name)() for name in ("not-utf8", "syntax-error", "commented-entry")]
    for source in (Source.from_bytes("a.bib", data), Source.from_bytes("a.bib", data[2:])):
        linter = Linter(rules)
        linter.add(source)
        assert [finding.rule for finding in linter.finish().findings] == ["not-utf8"]


@pytest.mark.parametrize("text", ["", "@misc{k}\n", "@misc{k, author = {Müller, 王, 😀, \x00}}\n", "\ufeff@misc{k}\n"])
def test_utf8_is_clean(check: Check, text: str) -> None:
    assert check("not-utf8", text) == []


def unused(text: str, *rules: str) -> list[Finding]:
    linter = Linter([load_rule(name)() for name in ("unused-suppression", *rules)])
    linter.add(Source("a.bib", text))
    return [finding for finding in linter.finish().findings if finding.rule == "unused-suppression"]


ENTRY = "@misc{k, title = {T}, note = {}}\n"
SUPPRESSIONS = [
    ("% bibcheck: ignore duplicate-field -- why\n", "silences nothing here", ""),
    ("  % bibcheck: ignore-file duplicate-field\r\n", "silences nothing here", ""),
    ("@comment{bibcheck: ignore duplicate-field}\n", "silences nothing here", ""),
    (
        "% bibcheck: ignore empty-field, duplicate-field -- why\n",
        "`duplicate-field` silences nothing",
        "% bibcheck: ignore empty-field -- why\n",
    ),
    ("% bibcheck: ignore duplicate-field, empty-field\n", "silences nothing", "% bibcheck: ignore empty-field\n"),
    ("% bibcheck: ignore empty-feld\n", "no rule is named `empty-feld`; did you mean `empty-field`", ""),
    ("% bibcheck: ignore empty-field, xyzzyx\n", "no rule is named `xyzzyx`", "% bibcheck: ignore empty-field\n"),
]


@pytest.mark.parametrize(("comment", "message", "fixed"), SUPPRESSIONS)
def test_an_idle_suppression_goes(comment: str, message: str, fixed: str) -> None:
    (finding,) = unused(comment + ENTRY, "empty-field", "duplicate-field")
    assert message in finding.message
    assert apply(comment + ENTRY, [finding]) == fixed + ENTRY


@pytest.mark.parametrize(
    "comment",
    [
        "% bibcheck: ignore empty-field -- why\n",
        "% bibcheck: ignore syntax\n",
        "% bibcheck: ignore missing-doi\n",
        "% x\n",
    ],
)
def test_a_suppression_at_work_or_of_a_rule_that_does_not_run_is_clean(comment: str) -> None:
    assert unused(comment + ENTRY, "empty-field", "duplicate-field") == []


def test_an_idle_suppression_in_the_settings_is_reported_there() -> None:
    rules = [load_rule("unused-suppression")(), load_rule("duplicate-field")()]
    setting = EntrySuppression("k", "duplicate-field", "bibcheck.toml", Span(3, 9))
    linter = Linter(rules, entry_suppressions=[setting])
    linter.add(Source("a.bib", ENTRY))
    (finding,) = linter.finish().findings
    assert (finding.path, finding.span, finding.edits) == ("bibcheck.toml", Span(3, 9), ())


PARENTHESES = [
    ("@book(k, title = {T})\n", "@book{k, title = {T}}\n"),
    ("@book(k,\n title = {T},\n)\n", "@book{k,\n title = {T},\n}\n"),
    ('@string(a = "x")\n', '@string{a = "x"}\n'),
    ('@preamble("x (y)")\n', '@preamble{"x (y)"}\n'),
    ("@book(k}, title = {T})\n", None),  # the key would end at the brace
]


@pytest.mark.parametrize(("text", "fixed"), PARENTHESES)
def test_braces_for_parentheses(check: Check, text: str, fixed: str | None) -> None:
    text += "@misc{last,}\n"
    findings = check("parenthesized-entry", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == ["("]
    assert apply(text, findings) == (fixed + "@misc{last,}\n" if fixed else text)


PREAMBLES = [
    ("@misc{k}\n@preamble{{x}}\n@misc{l}\n", ["@preamble{{x}}\n@misc{k}\n@misc{l}\n"]),
    (
        "@misc{k}\n@preamble{{x}}\n@preamble{{y}}\n",
        ["@preamble{{x}}\n@misc{k}\n@preamble{{y}}\n", "@preamble{{x}}\n@preamble{{y}}\n@misc{k}\n"],
    ),
    ("@string{a = {x}}\n@misc{k}\n@preamble{a}\n", []),
]


@pytest.mark.parametrize(("text", "steps"), PREAMBLES)
def test_a_preamble_moves_to_the_head(check: Check, text: str, steps: list[str]) -> None:
    assert check("late-preamble", text)
    for step in steps:
        text = apply(text, check("late-preamble", text))
        assert text == step
    assert check("late-preamble", text) == [] or not steps
