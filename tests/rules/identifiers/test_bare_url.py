"""bare-url: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rules import load_rule
from bibcheck.source import Source
from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("note = {http://a.org/b/ c/d/}", ["http://a.org/b/"], None),
    ("note = {See https://a.org/b.}", ["https://a.org/b"], r"note = {See \url{https://a.org/b}.}"),
    (r"howpublished = {http://a.org/b\_c}", [r"http://a.org/b\_c"], r"howpublished = {\url{http://a.org/b_c}}"),
    (
        "title = {Find more at http://mywebsite.org/a_b}",
        ["http://mywebsite.org/a_b"],
        r"title = {Find more at {\url{http://mywebsite.org/a_b}}}",
    ),
    (
        "booktitle = {Proceedings of the https://example.com/conference}",
        ["https://example.com/conference"],
        r"booktitle = {Proceedings of the {\url{https://example.com/conference}}}",
    ),
    (
        "title = {Visit ftp://files.example.com/download}",
        ["ftp://files.example.com/download"],
        r"title = {Visit {\url{ftp://files.example.com/download}}}",
    ),
]

CLEAN = [
    r"note = {See \url{https://a.org/b}}",
    r"note = {See \href{https://a.org/b}{there}}",
    "title = {www.joomla.de}",
]


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("bare-url", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("bare-url", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("bare-url", f"@misc{{k, {fields}}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("https://a.org/b", "misplaced-value"),
        ("https://a.org/b, accessed 3 May 2020", "misplaced-value"),
        ("For more see https://a.org/b and its links", "bare-url"),
        ("https://a.org/b}, doi = {10.1000/182", "bare-url"),
    ],
)
def test_one_rule_speaks_of_an_address_in_a_note_of_biblatex(note: str, rule: str) -> None:
    text = f"@online{{k, title = {{T}}, date = {{2001}}, note = {{{note}}}}}\n"
    assert reported(text, "biblatex", "bare-url", "misplaced-value") == [rule]
    assert reported(text, "biblatex", "bare-url") == ["bare-url"]
    assert reported(text, "bibtex", "bare-url", "misplaced-value") == ["bare-url"]


def reported(text: str, dialect: str, *rules: str) -> list[str]:
    """The rules that have a finding in a file, of some that run together."""
    linter = Linter([load_rule(rule)() for rule in rules], dialect=dialect)
    linter.add(Source("a.bib", text))
    return [finding.rule for finding in linter.finish().findings]
