"""duplicate-key among the bibliographies that one document loads."""

from __future__ import annotations

from collections.abc import Callable

from bibcheck.rule import Finding

Cite = Callable[..., list[Finding]]
FILES = {
    "main.tex": r"\cite{k}\bibliography{a,b}",
    "a.bib": "@book{k, title = {T}}",
    "b.bib": "@book{k, title = {U}}",
}


def test_a_key_of_two_files_that_one_document_loads(cite: Cite) -> None:
    (finding,) = cite("duplicate-key", FILES)
    assert finding.path == "b.bib"
    assert finding.message == "key `k` is that of another entry in `a.bib`, which `main.tex` loads before this file"
    assert [place.path for place in finding.related] == ["a.bib"]
    assert not finding.edits


def test_the_order_is_that_of_the_document(cite: Cite) -> None:
    (finding,) = cite("duplicate-key", {**FILES, "main.tex": r"\bibliography{b,a}"})
    assert finding.path == "a.bib"


def test_identical_twins(cite: Cite) -> None:
    (finding,) = cite("duplicate-key", {**FILES, "b.bib": FILES["a.bib"]})
    assert "is that of the same entry in `a.bib`" in finding.message


def test_an_alias_is_a_key(cite: Cite) -> None:
    assert cite("duplicate-key", {**FILES, "b.bib": "@book{j, ids = {k}}"})


def test_files_of_two_documents_may_share_keys(cite: Cite) -> None:
    files = {**FILES, "main.tex": r"\bibliography{a}", "other.tex": r"\bibliography{b}"}
    assert cite("duplicate-key", files, "main.tex", "other.tex") == []
