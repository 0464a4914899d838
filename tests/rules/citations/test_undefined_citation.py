"""undefined-citation: keys that no bibliography of the document has, and nothing where one is out of sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bibcheck.rule import Finding

Cite = Callable[..., list[Finding]]
ENTRY = "@book{knuth84, title = {T}, ids = {taocp}}\n"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            r"\cite{knuth48}\bibliography{a}",
            "`knuth48` is cited, and no entry in `a.bib` has this key; did you mean `knuth84`?",
        ),
        (r"\parencite[3]{x}\addbibresource{a.bib}", "`x` is cited, and no entry in `a.bib` has this key"),
        (
            r"\cite{knuth84; x}\bibliography{a}",
            "`knuth84; x` is cited, and no entry in `a.bib` has this key; keys are separated by commas, not by `;`",
        ),
        (r"\cite{y; x}\bibliography{a}", "`y; x` is cited, and no entry in `a.bib` has this key"),
        (r"\nocite{x}\bibliography{a}", "`x` is cited, and no entry in `a.bib` has this key"),
        (r"\cite{x}\bibliography{a,b}", "`x` is cited, and no entry in a bibliography of `main.tex` has this key"),
        (r"\cite{x}", "`x` is cited, and no entry in a bibliography of `main.tex` has this key"),
    ],
)
def test_reported(cite: Cite, document: str, message: str) -> None:
    (finding,) = cite("undefined-citation", {"main.tex": document, "a.bib": ENTRY, "b.bib": "@book{b}"})
    assert (finding.path, finding.message) == ("main.tex", message)
    assert document[slice(*finding.span)] == finding.key


@pytest.mark.parametrize(
    "document",
    [
        r"\cite{knuth84}\bibliography{a}",
        r"\cite{taocp}\addbibresource{a.bib}",
        r"\cite{Knuth84}\bibliography{a}",  # for miscased-citation
        r"\nocite{*}\bibliography{a}",
        "% \\cite{x}\n\\bibliography{a}",
        r"\verb|\cite{x}|\bibliography{a}",
        r"\cite{x}\bibliography{a,elsewhere}",  # may be in the one that is not there
        r"\cite{x}\addbibresource{a.bib}\addbibresource[location=remote]{http://x.org/b.bib}",
        r"\cite{x}\begin{thebibliography}{9}\bibitem{x} X.\end{thebibliography}",
        "\\begin{filecontents}{own.bib}\n@book{x, title = {T}}\n\\end{filecontents}\n\\cite{x}\\bibliography{own}",
        r"\newcommand{\excite}[1]{}\excite{x}\bibliography{a}",
        r"\cite{x}\input{bibliographies}",  # names no bibliography, and a part is not there
    ],
)
def test_clean(cite: Cite, document: str) -> None:
    assert cite("undefined-citation", {"main.tex": document, "a.bib": ENTRY}) == []


def test_parts_and_their_document_are_one(cite: Cite) -> None:
    files = {"main.tex": r"\input{part}\bibliography{a}", "part.tex": r"\cite{knuth84,x}", "a.bib": ENTRY}
    assert [(each.path, each.key) for each in cite("undefined-citation", files)] == [("part.tex", "x")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper.md", "---\nbibliography: a.bib\n---\n\nSee [@knuth84; @x].\n"),
        ("paper.typ", '#cite(<knuth84>) #cite(<x>)\n#bibliography("a.bib")\n'),
    ],
)
def test_other_languages(cite: Cite, name: str, text: str) -> None:
    assert [each.key for each in cite("undefined-citation", {name: text, "a.bib": ENTRY}, name)] == ["x"]


def test_each_document_has_its_own_bibliographies(cite: Cite) -> None:
    files = {
        "one.tex": r"\cite{a}\bibliography{a}",
        "two.tex": r"\cite{a}\bibliography{b}",
        "a.bib": "@book{a}",
        "b.bib": "@book{b}",
    }
    assert [each.path for each in cite("undefined-citation", files, "one.tex", "two.tex")] == ["two.tex"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("main.tex", "\\cite{a\nb}\\bibliography{a}"),
        ("main.rst", ":cite:`a\r\n b`\n\n.. bibliography:: a.bib\n"),
    ],
)
def test_the_message_has_one_line(cite: Cite, name: str, text: str) -> None:
    assert [each.message for each in cite("undefined-citation", {name: text, "a.bib": ENTRY}, name)] == [
        "`a b` is cited, and no entry in `a.bib` has this key"
    ]
