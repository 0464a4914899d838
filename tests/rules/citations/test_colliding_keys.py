"""duplicate-key and key-case-clash among the bibliographies that one document loads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


BY_CASE = {
    "main.tex": r"\cite{Knuth}\bibliographystyle{plain}\bibliography{a,b}",
    "a.bib": "@book{Knuth, title = {T}}",
    "b.bib": "@book{other, title = {V}}\n@book{knuth, title = {U}}",
}


def test_keys_that_differ_by_case_alone(cite: Cite) -> None:
    (finding,) = cite("key-case-clash", BY_CASE)
    assert (finding.path, finding.key) == ("b.bib", "knuth")
    assert [place.path for place in finding.related] == ["a.bib"]
    assert finding.message == (
        "key `knuth` differs from `Knuth` in `a.bib` in letter case only: BibTeX drops one of them, so rename one"
    )


@pytest.mark.parametrize(
    "main",
    [
        r"\usepackage{biblatex}\addbibresource{a.bib}\addbibresource{b.bib}",  # for biber these are two keys
        r"\bibliography{a,b}",  # no style: nothing shows what reads them
        r"\bibliographystyle{plain}\bibliography{a}",
    ],
)
def test_keys_that_may_differ_by_case(main: str, cite: Cite) -> None:
    assert not cite("key-case-clash", {**BY_CASE, "main.tex": main})


def test_files_that_no_document_joins_may_differ_by_case(cite: Cite) -> None:
    files = {**BY_CASE, "main.tex": r"\bibliographystyle{plain}\bibliography{a}"}
    assert not cite(
        "key-case-clash", {**files, "other.tex": files["main.tex"].replace("{a}", "{b}")}, "main.tex", "other.tex"
    )
