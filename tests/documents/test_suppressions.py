"""Comments in documents that silence findings: where they are read, what they speak of, and what happens to idle ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.documents import read_document
from bibcheck.source import Source

IGNORE = "bibcheck: ignore undefined-citation"
# A document, what is silenced in it, and the keys that are still reported.
DOCUMENTS = [
    ("main.tex", "% {}\n\\cite{{x}}\n\\bibliography{{refs}}\n", ""),
    ("main.tex", "  %% {} -- comes with the proofs\n\\cite{{x}}\n\\bibliography{{refs}}\n", ""),
    ("main.tex", "\\cite{{x}} % {}\n\\cite{{y}}\n\\bibliography{{refs}}\n", "y"),
    ("main.tex", "\\cite{{x}}% {}\r\n\\cite{{y}}\r\n\\bibliography{{refs}}\r\n", "y"),
    ("main.tex", "% {}\nA paragraph\n\\cite{{x,\n  y}} goes on.\n\n\\cite{{z}}\\bibliography{{refs}}\n", "z"),
    ("main.tex", "% {}\n\n\\cite{{x}}\n\n\\cite{{z}}\\bibliography{{refs}}\n", "z"),
    ("main.tex", "\\cite{{a}}\n% {}\n\\cite{{x}}\n\n\\bibliography{{refs}}\n", "a"),
    ("main.tex", "\\cite{{x, % {}\n  y}}\n\\bibliography{{refs}}\n", "y"),
    ("main.tex", "% {0}\n\\cite{{x}} % {0}\n\\cite{{y}}\n\n\\cite{{z}}\\bibliography{{refs}}\n", "z"),
    ("main.tex", "\\cite{{x}}\n\n\\cite{{y}}\n% bibcheck: ignore-file citations\n\\bibliography{{refs}}\n", ""),
    ("main.tex", "\\verb|% {}| \\cite{{x}}\n\\bibliography{{refs}}\n", "x"),
    ("main.tex", "\\begin{{verbatim}}\n% {}\n\\end{{verbatim}}\n\\cite{{x}}\n\\bibliography{{refs}}\n", "x"),
    ("main.tex", "\\% {}\n\\cite{{x}}\n\\bibliography{{refs}}\n", "x"),
    ("main.md", "---\nbibliography: refs.bib\n---\n\n<!-- {} -->\nAs [@x; @y].\n\n[@z]\n", "z"),
    ("main.md", "---\nbibliography: refs.bib\n---\n\nAs [@x]. <!-- {} -- so -->\nAs [@z].\n", "z"),
    ("main.md", "---\nbibliography: refs.bib\n---\n\n`<!-- {} -->` [@x]\n", "x"),
    ("main.typ", "// {}\n@x and\n@y\n\n@z\n#bibliography(\"refs.bib\")\n", "z"),
    ("main.typ", "@x // {}\n@z\n#bibliography(\"refs.bib\")\n", "z"),
    ("main.typ", "/* {} */\n@x\n\n@z\n#bibliography(\"refs.bib\")\n", "z"),
    ("main.typ", "`// {}` @x\n#bibliography(\"refs.bib\")\n", "x"),
    ("main.rst", ".. {}\n\n:cite:`x`\n:cite:`y`\n\n:cite:`z`\n\n.. bibliography:: refs.bib\n", "z"),
    ("main.rst", "``.. {}``\n\n:cite:`x`\n\n.. bibliography:: refs.bib\n", "x"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text("@book{knuth84, title = {T}}\n", encoding="utf-8")


def check(name: str, text: str, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    """The findings in a document, as rule and key."""
    Path(name).write_text(text, encoding="utf-8", newline="")
    main(["check", "--output-format", "jsonl", "--select", "citations,unused-suppression", *arguments, name])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(each["rule"], each["key"]) for each in found if each["rule"] != "uncited-entry"]


@pytest.mark.parametrize(("name", "text", "left"), DOCUMENTS)
def test_silenced(name: str, text: str, left: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = check(name, text.format(IGNORE), capsys)
    assert [key for rule, key in found if rule == "undefined-citation"] == left.split()
    assert len(found) == len(left.split())
    before = check(name, text.format("nothing"), capsys)
    assert ("undefined-citation", "x") in before or "ignore-file" in text


@pytest.mark.parametrize(("name", "text", "left"), DOCUMENTS)
def test_it_stands_where_it_is_said_to(name: str, text: str, left: str) -> None:
    text = text.format(IGNORE)
    for each in read_document(Source(name, text)).suppressions:
        assert text[slice(*each.span)] == each.name
        assert "bibcheck:" in text[slice(*each.removal)]


@pytest.mark.parametrize(
    ("name", "text", "fixed"),
    [
        ("main.tex", "a\n% {}\n\\cite{{knuth84}}\\bibliography{{refs}}\n", "a\n\\cite{{knuth84}}\\bibliography{{refs}}\n"),
        ("main.tex", "\\cite{{knuth84}} % {}\n\\bibliography{{refs}}\n", "\\cite{{knuth84}}\n\\bibliography{{refs}}\n"),
        ("main.tex", "\\cite{{knuth84}}% {}\n\\bibliography{{refs}}\n", "\\cite{{knuth84}}%\n\\bibliography{{refs}}\n"),
        (
            "main.md",
            "---\nbibliography: refs.bib\n---\n\n[@knuth84] <!-- {} -- so -->\n",
            "---\nbibliography: refs.bib\n---\n\n[@knuth84]\n",
        ),
        ("main.typ", "@knuth84 // {}\n#bibliography(\"refs.bib\")\n", "@knuth84\n#bibliography(\"refs.bib\")\n"),
        ("main.rst", ".. {}\n\n:cite:`knuth84`\n\n.. bibliography:: refs.bib\n", None),
    ],
)  # fmt: skip
def test_one_that_silences_nothing_is_taken_out(
    name: str, text: str, fixed: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(name, text.format(IGNORE), capsys) == [("unused-suppression", "")]
    assert check(name, text.format(IGNORE), capsys, "--fix") == []
    after = Path(name).read_bytes().decode()
    assert "bibcheck" not in after
    assert fixed is None or after == fixed.format()


@pytest.mark.parametrize(
    "text",
    [
        f"% {IGNORE}\n\\cite{{x}}\\bibliography{{refs,elsewhere}}\n",
        f"% {IGNORE}\n\\cite{{knuth84}}\\input{{elsewhere}}\\bibliography{{refs}}\n",
    ],
)
def test_where_something_is_out_of_sight_none_is_idle(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "unused-suppression" not in [rule for rule, _ in check("main.tex", text, capsys)]


def test_a_name_that_no_rule_has_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    text = "% bibcheck: ignore undefined-citations\n\\cite{x}\n\\bibliography{refs}\n"
    assert check("main.tex", text, capsys) == [("unused-suppression", ""), ("undefined-citation", "x")]
