"""What becomes of a file's text: its blocks, spans and faults, in both dialects."""

from __future__ import annotations

import tracemalloc

import pytest

from bibcheck.source import Source
from bibcheck.syntax import parse
from bibcheck.syntax import tree as t


def outline(text: str, dialect: str = "bibtex") -> list[tuple[str, str]]:
    """The blocks by kind, each with its text."""
    blocks = parse(Source("in.bib", text), dialect).blocks
    return [(type(block).__name__, text[block.start : block.end]) for block in blocks]


def only_entry(text: str, dialect: str = "bibtex") -> t.Entry:
    (entry,) = parse(Source("in.bib", text), dialect).entries
    return entry


BOTH = {
    "empty": ("", []),
    "junk": ("some words\n", [("Junk", "some words\n")]),
    "entry": ("a @misc{k, t = {T}}\n", [("Junk", "a "), ("Entry", "@misc{k, t = {T}}"), ("Junk", "\n")]),
    "parentheses": ("@misc(k, t = {)}, )\n", [("Entry", "@misc(k, t = {)}, )"), ("Junk", "\n")]),
    "string": ('@String{a = "A" # b}\n', [("String", '@String{a = "A" # b}'), ("Junk", "\n")]),
    "preamble": ('@preamble{"x"}\n', [("Preamble", '@preamble{"x"}'), ("Junk", "\n")]),
    "comment": ("@comment{a {b} c} d\n\n", [("Comment", "@comment{a {b} c}"), ("Junk", " d\n\n")]),
}


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("text", "blocks"), BOTH.values(), ids=BOTH)
def test_blocks(text: str, blocks: list[tuple[str, str]], dialect: str) -> None:
    found = outline(text, dialect)
    # what stands behind a command on the last line, BibTeX never looks at
    assert [("Junk" if kind == "Unread" else kind, block) for kind, block in found] == blocks


APART = {
    "percent": (
        "% @misc{a, t = {T}}\n@misc{b, % c\n t = {T}}\n\n",
        ["Junk", "Entry a", "Junk", "Entry b", "Broken"],
        ["Junk", "Entry b", "Junk"],
    ),
    "comment": (
        "@comment{@misc{a, t = {T}}}\n\n",
        ["Comment", "Entry a", "Junk"],
        ["Comment", "Junk"],
    ),
    "comment-parentheses": (
        "@comment(@misc{a, t = {(}})\n\n",
        ["Comment", "Junk", "Entry a", "Junk"],
        ["Broken"],
    ),
    "missing-comma": (
        "@misc{a, t = {T} u = {b@c}}\n@misc{d, t = {T}}\n\n",
        ["Entry a", "Broken", "Broken", "Entry d", "Junk"],
        ["Entry a", "Broken", "Broken"],
    ),
    "last-line": (
        "@misc{a, t = {T}} @misc{b, t = {T}}",
        ["Entry a", "Unread"],
        ["Entry a", "Junk", "Entry b"],
    ),
    "no-type": (
        "@{a, t = {T}}\n@misc{b, t = {T}}\n\n",
        ["Broken", "Entry b", "Junk"],
        ["Broken", "Unread"],
    ),
    "at-sign-at-the-end": ("@misc{a, t = {T}}\n\n@", ["Entry a", "Junk", "Broken"], ["Entry a", "Junk", "Unread"]),
}


def names(text: str, dialect: str) -> list[str]:
    blocks = parse(Source("in.bib", text), dialect).blocks
    return [f"Entry {block.key}" if isinstance(block, t.Entry) else type(block).__name__ for block in blocks]


@pytest.mark.parametrize(("text", "bibtex", "biblatex"), APART.values(), ids=APART)
def test_where_the_programs_differ(text: str, bibtex: list[str], biblatex: list[str]) -> None:
    assert names(text, "bibtex") == bibtex
    assert names(text, "biblatex") == biblatex


SPANNED = '@string{m = "M"}\n@Article{K{}1, Author = {A {b}}, t = "x" # m # 12 , note\n= n\n}\n'.replace("K{}1", "Key")


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_spans(dialect: str) -> None:
    entry = only_entry(SPANNED, dialect)

    def text_at(span: tuple[int, int]) -> str:
        return SPANNED[span[0] : span[1]]

    assert (text_at(entry.type_span), text_at(entry.key_span)) == ("Article", "Key")
    assert [text_at(field.name_span) for field in entry.fields] == ["Author", "t", "note"]
    assert [text_at(field.value_span) for field in entry.fields] == ["{A {b}}", '"x" # m # 12', "n"]
    author, joined, undefined = entry.fields
    assert (author.name, author.text, text_at(author.span(2, 5))) == ("author", "A {b}", "{b}")
    assert [(piece.kind, piece.text) for piece in joined.pieces] == [("quoted", "x"), ("macro", "M"), ("number", "12")]
    assert joined.text == "xM12"
    assert text_at(joined.span(0, 2)) == 'x" # m'
    assert joined.literal_span(1, 2) is None and text_at(joined.literal_span(2, 4)) == "12"  # type: ignore[arg-type]
    assert joined.is_known and not joined.is_literal and author.is_literal
    assert undefined.text == "" and not undefined.is_known
    assert [SPANNED[field.start - 1] for field in entry.fields] == ["y", "}", " "]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_value_is_folded_and_text_is_not(dialect: str) -> None:
    field = only_entry("@misc{k, t = { a\n\t b\r\nc }}\n", dialect).fields[0]
    assert field.text == " a\n\t b\r\nc "
    assert field.value == "a b c"


FAULTS = [
    ("@misc{k, t {T}}", t.EXPECTED_EQUALS, t.EXPECTED_EQUALS),
    ("@misc{k, t = {T} u = {U}}", t.EXPECTED_DELIMITER, t.EXPECTED_DELIMITER),
    ("@misc k", t.EXPECTED_OPENING, t.EXPECTED_OPENING),
    ("@misc{k, {T}}", t.MISSING_NAME, t.MISSING_NAME),
    ("@misc{k, t = }", t.MISSING_NAME, t.MISSING_NAME),
    ("@misc{k, t = {T}", t.END_OF_FILE, t.END_OF_FILE),
    ("@misc{k, t = {T", t.END_OF_FILE, t.END_OF_FILE),
    ('@misc{k, t"x = {T}}', t.ODD_NAME, t.UNBALANCED_BRACES),
    ('@misc{k, t = "a } b"}', t.UNBALANCED_BRACES, t.UNBALANCED_BRACES),
    ("@misc{k, 1t = {T}}", t.MISSING_NAME, t.ODD_NAME),
    ("@misc{k, t = x}", t.UNDEFINED_MACRO, t.UNDEFINED_MACRO),
    ("@string{x = x}", t.SELF_REFERENCE, t.UNDEFINED_MACRO),
    ("@string{x = {y}", t.END_OF_FILE, t.END_OF_FILE),
    ("@string{x = {y},}", t.MISSING_CLOSING, None),
    ("@misc{k, t = {T})\n", t.EXPECTED_DELIMITER, t.MISMATCHED_CLOSING),
    ("@misc{k}", None, t.EXPECTED_DELIMITER),
    ("@misc{k, \\t = {T}}", None, t.INVALID_TOKEN),
    ("junk\n@misc{k, t = {T}}", None, t.JUNK),
    ('@preamble "x" y @misc{k, t = {T}}', t.EXPECTED_OPENING, t.JUNK),
    ("@misc{k, t = {T}, t = {T}}", None, None),
    ('% a comment\n@misc{k, t = {\\"o " %}, u = "{"}",}', None, None),
]


@pytest.mark.parametrize(("text", "bibtex", "biblatex"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_faults(text: str, bibtex: str | None, biblatex: str | None) -> None:
    for dialect, expected in (("bibtex", bibtex), ("biblatex", biblatex)):
        faults = parse(Source("in.bib", text + "\n\n"), dialect).faults
        assert (faults[0].code if faults else None) == expected


def test_a_field_without_value_is_one_of_unknown_text() -> None:
    field, year = only_entry("@misc{k, t == {T}, year = 2000}\n", "biblatex").fields
    assert (field.name, field.text, field.is_known, field.is_literal) == ("t", "", False, False)
    assert [piece.kind for piece in field.pieces] == ["missing"]
    assert field.span(0, 0) == field.value_span and field.value_span.start == field.value_span.end
    assert year.text == "2000"


def test_btparse_takes_several_definitions_in_one_string() -> None:
    tree = parse(Source("in.bib", "@string{a = {A}, b = a # {B}}\n@misc{k, t = B}\n"), "biblatex")
    string = tree.blocks[0]
    assert isinstance(string, t.String)
    assert [field.name for field in string.fields] == ["a", "b"] and string.name == "a"
    assert tree.macros == {"a": "A", "b": "AB"}
    assert [field.text for entry in tree.entries for field in entry.fields] == ["AB"]


def test_an_entry_of_a_key_that_was_there_is_read_unless_asked_not_to() -> None:
    text = "@misc{k, t = {T}}\n@misc{K, t = {U}, v = {a@b}}\n@misc{l, t = {V}}\n\n"
    assert names(text, "bibtex") == ["Entry k", "Junk", "Entry K", "Junk", "Entry l", "Junk"]
    tree = parse(Source("in.bib", text), is_repeated=lambda entry: entry.key == "K")
    assert [entry.key for entry in tree.entries] == ["k", "K", "l"]
    assert [len(entry.fields) for entry in tree.entries] == [1, 0, 1]
    assert [fault.code for fault in tree.faults] == [t.REPEATED_ENTRY, t.ODD_NAME]


RESYNCHRONISATION = {
    # PCCTS stays where the token at hand is one to go on from, and from then on skips one token an error.
    "stays": ("@misc{a, t = , u = {U}}\n@misc{b, t {T} {V}, u = {U}}\n", ["t", "u"], ["t"]),
    "skips": ("@misc{a, t == , u = {U}}\n@misc{b, t {T} {V}, u = {U}}\n", ["t", "u"], ["t", "u"]),
}


@pytest.mark.parametrize(("text", "first", "second"), RESYNCHRONISATION.values(), ids=RESYNCHRONISATION)
def test_how_btparse_goes_on_after_an_error(text: str, first: list[str], second: list[str]) -> None:
    entries = list(parse(Source("in.bib", text), "biblatex").entries)
    assert [[field.name for field in entry.fields] for entry in entries] == [first, second]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_a_regular_field_keeps_no_operands_and_tells_them_all_the_same(dialect: str) -> None:
    text = '@Book {a ,\n  Title = {T {b}} ,\n year=1999,\n note\n= "n"  ,\n month = jan, key = {k}\n}\n'
    entry = only_entry(text, dialect)
    assert (text[slice(*entry.type_span)], text[slice(*entry.key_span)]) == ("Book", "a")
    parts = [
        (
            text[field.start],
            text[field.name_start : field.name_end],
            text[field.value_start : field.value_end],
            field.text,
        )
        for field in entry.fields
    ]
    assert parts == [
        (",", "Title", "{T {b}}", "T {b}"),
        (",", "year", "1999", "1999"),
        (",", "note", '"n"', "n"),
        (",", "month", "jan", "January"),
        (",", "key", "{k}", "k"),
    ]
    assert [text[field.end] for field in entry.fields] == [",", ",", ",", ",", "}"]
    assert [field.pieces[0].kind for field in entry.fields] == ["braced", "number", "quoted", "macro", "braced"]
    assert [field.is_literal for field in entry.fields] == [True, True, True, False, True]
    assert [text[slice(*field.span(0, 1))] for field in entry.fields] == ["T", "1", "n", "jan", "k"]
    assert [type(field).__name__ for field in entry.fields].count("Field") == 4


def test_the_span_of_nothing_is_the_same_whatever_was_asked_before() -> None:
    (field,) = only_entry("@misc{k, t = {}}\n", "bibtex").fields
    before = field.span(0, 0)
    assert field.pieces[0].text == "" and field.span(0, 0) == before == (14, 14)


def test_a_tree_is_not_many_times_as_large_as_its_file() -> None:
    fields = "".join(f"  field{n} = {{some {{value}} of a field}},\n" for n in range(12))
    source = Source("x.bib", "".join(f"@misc{{key{n},\n{fields}}}\n\n" for n in range(400)))
    parse(source)
    tracemalloc.start()
    tree = parse(source)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(tree.blocks) == 800 and size < 140 * 400 * 12  # bytes a field; it was 300 with all spans kept as objects
