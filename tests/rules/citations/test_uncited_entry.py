"""uncited-entry: entries that no document cites, and nothing where some document is out of sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bibcheck.rule import Finding

Cite = Callable[..., list[Finding]]
ENTRIES = "@book{a}\n@book{b, ids = {bb}}\n"


def keys(findings: list[Finding]) -> list[str]:
    return [finding.key for finding in findings]


@pytest.mark.parametrize(
    ("document", "uncited"),
    [
        (r"\cite{a}\bibliography{r}", ["b"]),
        (r"\bibliography{r}", ["a", "b"]),
        ("\\cite{a}\n% \\cite{b}\n\\bibliography{r}", ["b"]),
        (r"\cite{a}\citex{b}\bibliography{r}", []),  # may be a command that cites
        (r"\cite{a}\nocite{b}\bibliography{r}", []),
        (r"\cite{a,bb}\bibliography{r}", []),
        (r"\cite{A,B}\bibliography{r}", []),
        (r"\nocite{*}\bibliography{r}", []),
        (r"\cite{a}\input{gone}\bibliography{r}", []),
        (r"\cite{a}\input{\jobname-x}\bibliography{r}", []),
    ],
)
def test_what_a_document_does_not_cite(cite: Cite, document: str, uncited: list[str]) -> None:
    findings = cite("uncited-entry", {"main.tex": document, "r.bib": ENTRIES})
    assert keys(findings) == uncited
    assert all(finding.path == "r.bib" for finding in findings)


@pytest.mark.parametrize(
    ("document", "uncited"),
    [
        (r"\cite{knuth48}\bibliography{r}", ["lamport94"]),
        (r"\cite{knuth84; lamport94}\bibliography{r}", []),
        (r"\cite{knuth84 lamport94}\bibliography{r}", []),
        (r"\cite{turing36}\bibliography{r}", ["knuth84", "lamport94"]),
        (r"\cite{knuth84}\bibitem{lamport95}\cite{lamport95}\bibliography{r}", ["lamport94"]),
    ],
)
def test_an_entry_that_a_mistyped_citation_means_is_used(cite: Cite, document: str, uncited: list[str]) -> None:
    text = "@book{knuth84}\n@book{lamport94}\n"
    assert keys(cite("uncited-entry", {"main.tex": document, "r.bib": text})) == uncited


def test_an_entry_that_another_names_is_used(cite: Cite) -> None:
    text = "@inproceedings{a, crossref = {p}}\n@proceedings{p}\n@misc{c, related = {d}, xdata = {e}}\n@misc{d}\n@xdata{e}\n"
    assert keys(cite("uncited-entry", {"main.tex": r"\cite{a}\bibliography{r}", "r.bib": text})) == ["c"]


def test_all_documents_count(cite: Cite) -> None:
    files = {"one.tex": r"\cite{a}\bibliography{r}", "two.tex": r"\bibliography{r}", "r.bib": ENTRIES}
    (finding,) = cite("uncited-entry", files, "one.tex", "two.tex")
    assert finding.message == "none of 2 documents cites `b`"
    assert cite("uncited-entry", {**files, "two.tex": r"\cite{b}\bibliography{r}"}, "one.tex", "two.tex") == []


def test_a_file_that_no_document_loads_is_let_be(cite: Cite) -> None:
    files = {"main.tex": r"\cite{a,b}\bibliography{r}", "r.bib": ENTRIES, "other.bib": "@book{c}"}
    assert cite("uncited-entry", files) == []
