"""Both readings of the cases in data/parse.json, in which the real programs' readings are written down.

`entries`, `macros`, `preamble` and `messages` there are bibtex's (0.99d); `biber_btparse` and `biber_btparse_messages` are
those of Text::BibTeX (0.89), the parser of biber.
"""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bibcheck.bibliography.as_read import read_as_biber, read_as_bibtex
from bibcheck.source import Source
from bibcheck.syntax import parse
from bibcheck.syntax.tree import Comment, Entry, Preamble, String

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).resolve().parents[1] / "data/parse.json").read_text("utf-8"))
}

# The style through which bibtex was asked for its fields declares none with this name, which bibtex does read.
UNDECLARED = {"delete-char": {"ti\x7ftle": "a"}}

# Text::BibTeX ends the program at these.
FATAL = {
    "nul-in-value": [("k1", {"title": "a\0b", "year": "1999"}), ("k2", {"title": "ok"})],
    "type-quote": [("k2", {"title": "ok"})],
}

# What btparse says without reading anything else for it; bibcheck leaves it out.
LEFT_OUT = re.compile(
    "strange place|weird place|failed predicate|overriding existing|invalid token|Assertion|fatal error"
    # biber does not show btparse a file without entries
    '|at end of input, expected "@"'
)


def source_of(case: dict[str, Any]) -> Source:
    data = case["bib"].encode("utf-8", "surrogateescape") if "bib" in case else base64.b64decode(case["bib_b64"])
    return Source.from_bytes("in.bib", data)


def place_of(message: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(message.get(name) for name in ("kind", "message", "line", "column", "skipping"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bibtex_entries(case: dict[str, Any]) -> None:
    read = read_as_bibtex(source_of(case), case.get("cite", ["*"]))
    entries = [{name: value for name, value in entry.items() if name != "names"} for entry in read["entries"]]
    expected = [dict(entry) for entry in case["entries"]]
    if case["id"] in UNDECLARED:
        expected[0]["fields"] = UNDECLARED[case["id"]]
    assert entries == expected
    assert read["macros"] == case["macros"]
    assert read["preamble"] == case["preamble"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bibtex_messages(case: dict[str, Any]) -> None:
    read = read_as_bibtex(source_of(case), case.get("cite", ["*"]))
    assert [place_of(message) for message in read["messages"]] == [place_of(message) for message in case["messages"]]


def test_lines_are_counted_as_editors_do() -> None:
    (message,) = read_as_bibtex(Source("in.bib", "@misc{k,\r\n title {T}}\r\n"))["messages"]
    assert (message["line"], message["column"]) == (2, 8)


def test_columns_count_bytes() -> None:
    (message,) = read_as_bibtex(Source("in.bib", "@misc{schön, title {T}}\n"))["messages"]
    assert message["column"] == 21


@pytest.mark.parametrize("case", [case for case in CASES.values() if case["biber_btparse"] is not None])
def test_biber_entries(case: dict[str, Any]) -> None:
    read = read_as_biber(source_of(case))
    found = [(entry["type"], entry["key"], entry["fields"], entry["parse_ok"]) for entry in read["entries"]]
    regular = [entry for entry in case["biber_btparse"] if entry["metatype"] == "entry" and entry["key"] is not None]
    assert found == [(entry["type"], entry["key"], dict(entry["fields"]), entry["parse_ok"]) for entry in regular]
    strings = [dict(entry["fields"]) for entry in case["biber_btparse"] if entry["metatype"] == "string"]
    assert read["macros"] == {name: text for fields in strings for name, text in fields.items() if text is not None}
    preambles = [entry["value"] or "" for entry in case["biber_btparse"] if entry["metatype"] == "preamble"]
    assert read["preamble"] == "".join(preambles)


@pytest.mark.parametrize("case", [case for case in CASES.values() if case["biber_btparse"] is not None])
def test_biber_commands(case: dict[str, Any]) -> None:
    """Each command is read and judged as btparse does. Where it has no key, field or value, it is a broken block."""
    blocks = parse(source_of(case), "biblatex").blocks
    found: list[tuple[str, bool]] = []
    for block in blocks:
        if isinstance(block, (Entry, String, Preamble)):
            found.append((type(block).__name__.lower(), block.fault is None))
        elif isinstance(block, Comment):
            found.append(("comment", True))
    read = [entry for entry in case["biber_btparse"] if entry["parse_ok"] or _holds_something(entry)]
    assert found == [(entry["metatype"], entry["parse_ok"]) for entry in read]


def _holds_something(entry: dict[str, Any]) -> bool:
    return any(entry.get(name) for name in ("key", "fields")) or entry.get("value") is not None


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_biber_messages(case: dict[str, Any]) -> None:
    """The same complaints, in btparse's words. It counts as an error's line where the token at fault ends."""
    if source_of(case).bom or case["id"] in FATAL:  # biber takes the mark off
        return
    expected = Counter()
    for message in case["biber_btparse_messages"]:
        if not LEFT_OUT.search(message):
            kind, _, text = message.partition(", ")[2].partition(": ")
            expected[kind.removeprefix("syntax "), text] += 1
    messages = read_as_biber(source_of(case))["messages"]
    found = Counter((message["kind"], message["message"]) for message in messages)
    assert Counter({key: n for key, n in found.items() if not LEFT_OUT.search(key[1])}) == expected


@pytest.mark.parametrize(("case", "entries"), FATAL.items(), ids=FATAL)
def test_where_btparse_dies_the_rest_is_read(case: str, entries: list[tuple[str, dict[str, str]]]) -> None:
    read = read_as_biber(source_of(CASES[case]))
    assert [(entry["key"], entry["fields"]) for entry in read["entries"]] == entries


@pytest.mark.parametrize("bom", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_no_text(bom: bytes) -> None:
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(bom, "utf-8")
    source = Source.from_bytes("in.bib", bom + "@misc{k, note = {é}}\n".encode(encoding))
    for read in (read_as_bibtex(source), read_as_biber(source)):
        assert [entry["fields"] for entry in read["entries"]] == [{"note": "é"}]
        assert read["messages"] == []


NAMES = "Jean de La Fontaine du Bois and van Dyke, Jr., Anne-Marie and others"


@pytest.mark.parametrize(
    ("read", "von"),
    [(read_as_bibtex, ["de La Fontaine du", "van", ""]), (read_as_biber, ["de", "van", ""])],
    ids=["bibtex", "biber"],
)
def test_names_are_split_as_the_program_does(read: Any, von: list[str]) -> None:
    (entry,) = read(Source("in.bib", f"@book{{k, author = {{{NAMES}}}, editor = {{}}, title = {{A and B}}}}\n"))[
        "entries"
    ]
    assert [name["von"] for name in entry["names"]["author"]] == von
    assert [name["first"] for name in entry["names"]["author"]] == ["Jean", "Anne-Marie", ""]
    assert list(entry["names"]) == ["author"]


CHILDREN = """\
@inproceedings{a, crossref = {P}}
@inproceedings{b, crossref = {p}, title = {}}
@misc{c, note = undefined}
@proceedings{p, title = {T}, year = 2000}

"""


@pytest.mark.parametrize(
    ("cited", "listed", "messages"),
    [
        (["*"], {"a": "p", "b": "p", "c": None, "p": None}, ['string name "undefined" is undefined']),
        (["a"], {"a": None}, []),
        (["b", "a"], {"b": "P", "a": "P", "P": None}, []),
        (["A", "p"], {"A": "p", "p": None}, []),
        (["c", "*"], {"c": None, "a": "p", "b": "p", "p": None}, ['string name "undefined" is undefined']),
        (["x", "*", "y", "a"], {"a": "p", "b": "p", "c": None, "p": None}, None),
    ],
    ids=["all", "one-child", "two-children", "parent-cited", "one-before-all", "missing-around-all"],
)
def test_cited_keys(cited: list[str], listed: dict[str, str | None], messages: list[str] | None) -> None:
    read = read_as_bibtex(Source("in.bib", CHILDREN), cited)
    assert {entry["key"]: entry["fields"].get("crossref") for entry in read["entries"]} == listed
    if messages is None:
        missing = [f'I didn\'t find a database entry for "{key}"' for key in ("x", "y")]
        messages = ['string name "undefined" is undefined', *missing]
    assert [message["message"] for message in read["messages"]] == messages
    children = {entry["key"].lower(): entry["fields"] for entry in read["entries"]}
    if "a" in children:
        assert children["a"]["year"] == "2000"
    if "b" in children:
        assert children["b"]["title"] == ""
